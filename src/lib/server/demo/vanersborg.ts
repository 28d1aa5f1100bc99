import type { DemoIdea } from './demo-idea.ts';

const EN = 'medarbetare.vanersborg';
const ANNAN = 'medarbetare2.vanersborg';
const COACH = 'coach.vanersborg';
const CHEF = 'chef.vanersborg';
const LEDNING = 'ledning.vanersborg';

/** Vänersborg's part of the demo. */
export const VANERSBORG_IDEAS: readonly DemoIdea[] = [
  {
    municipality: 'vanersborg',
    unit: 'Korttidsboendet Vänerblick',
    author: EN,
    title: 'Väskan som är packad rätt',
    need: 'Den som kommer till oss har ofta fel kläder med sig och saknar laddare, hörapparatsbatterier eller sin egen kudde. Första kvällen blir otrygg.',
    proposal:
      'En packlista i stor stil med bilder, som hemtjänsten kan gå igenom hemma tillsammans med den som ska åka.',
    category: 'vardag',
    daysAgo: 58,
    path: [
      {
        to: 'mottagen',
        by: COACH,
        daysAgo: 57,
        reason: 'Tack! Det här binder ihop två verksamheter som sällan träffas.'
      },
      { to: 'utvecklas', by: CHEF, daysAgo: 45, reason: 'En från varje grupp får tre timmar att göra listan ihop.' },
      { to: 'testas', by: CHEF, daysAgo: 28, reason: 'Vi trycker femtio listor och provar i två månader.' }
    ],
    comments: [
      { by: ANNAN, daysAgo: 27, text: 'Kudden var jag inte beredd på. Men det var den som betydde mest.' },
      { by: EN, daysAgo: 13, text: 'Nio av tolv hade allt med sig den här månaden.' }
    ],
    supporters: [ANNAN, COACH, CHEF]
  },
  {
    municipality: 'vanersborg',
    unit: 'Hemtjänst Brålanda',
    author: ANNAN,
    title: 'Dubbdäck före första halkan',
    need: 'Bilarna byter däck samma vecka i hela kommunen. Ute hos oss kommer halkan två veckor tidigare, och då kör vi på sommardäck bland älgarna.',
    proposal: 'Låt områdena på landet byta först.',
    category: 'arbetsmiljo',
    daysAgo: 40,
    path: [
      {
        to: 'mottagen',
        by: COACH,
        daysAgo: 39,
        reason: 'Det här är en fråga om säkerhet. Jag ringer fordonsgruppen i dag.'
      },
      { to: 'utvecklas', by: CHEF, daysAgo: 36, reason: 'Fordonsansvarig får tid att lägga om turordningen.' },
      {
        to: 'infors',
        by: LEDNING,
        daysAgo: 31,
        reason:
          'Ny ordning från i år: Brålanda, Frändefors och Sundals-Ryr först. Tack för att du skrev innan något hände.'
      },
      { to: 'i-drift', by: CHEF, daysAgo: 17, reason: 'Alla bilar på landet hade vinterdäck när halkan kom.' }
    ],
    comments: [{ by: EN, daysAgo: 16, text: 'Det märktes i morse. Jag körde lugnt förbi två som låg i diket.' }],
    supporters: [EN, COACH, CHEF, LEDNING]
  },
  {
    municipality: 'vanersborg',
    unit: 'Boendestöd',
    author: EN,
    title: 'Samma dag, samma tid, samma röst',
    need: 'För den som har svårt med struktur är det jobbigt när vi byter dag. Då är hela veckan förstörd, säger flera.',
    proposal: 'Två fasta par per person, så att det alltid är någon man känner även på semestern.',
    category: 'planering',
    daysAgo: 23,
    path: [
      { to: 'mottagen', by: COACH, daysAgo: 22, reason: 'Tack, särskilt för att du har frågat dem det gäller.' },
      {
        to: 'bedoms',
        by: COACH,
        daysAgo: 15,
        reason: 'Vi ritar upp hur paren skulle se ut i sommar och ser om det håller.'
      }
    ],
    comments: [
      { by: ANNAN, daysAgo: 21, text: 'Jag delar gärna. Det är tryggt för oss också, att inte vara ensam om någon.' }
    ],
    supporters: [ANNAN, CHEF]
  },
  {
    municipality: 'vanersborg',
    unit: 'Äldreboendet Solhaga',
    author: ANNAN,
    title: 'Barnen från förskolan på fredagar',
    need: 'Förskolan ligger femtio meter bort. Vi hör barnen, men träffar dem bara på Lucia.',
    proposal: 'En timme på fredagar: sagor, klossar och saft. De boende läser högt, barnen visar hur man bygger.',
    category: 'delaktighet',
    daysAgo: 110,
    path: [
      {
        to: 'mottagen',
        by: COACH,
        daysAgo: 109,
        reason: 'Vilken självklar idé. Jag går över till förskolan i morgon.'
      },
      {
        to: 'utvecklas',
        by: CHEF,
        daysAgo: 95,
        reason: 'Du får planera tillsammans med förskolläraren, två timmar i veckan.'
      },
      {
        to: 'testas',
        by: CHEF,
        daysAgo: 78,
        reason: 'Vi provar en termin och står för saften. Alla föräldrar har fått frågan.'
      },
      { to: 'infors', by: CHEF, daysAgo: 14, reason: 'Både barn och boende frågar när det är fredag. Vi fortsätter.' }
    ],
    comments: [
      { by: EN, daysAgo: 77, text: 'Jag har aldrig hört så många skratta samtidigt i dagrummet.' },
      { by: COACH, daysAgo: 13, text: 'Förskolan på andra sidan sjön vill göra likadant.' },
      { by: ANNAN, daysAgo: 13, text: 'Hälsa dem att de behöver fler klossar än de tror.' }
    ],
    supporters: [EN, COACH, CHEF, LEDNING]
  },
  {
    municipality: 'vanersborg',
    unit: 'Nattpatrullen',
    author: EN,
    title: 'Rapport som går att lyssna på i bilen',
    need: 'Vi läser rapporten på parkeringen med taklampan tänd. Det vore tryggare att kunna lyssna på väg till första besöket.',
    proposal: 'Kvällspersonalen läser in två minuter. Inga namn, bara rutten och vad som är annorlunda i natt.',
    category: 'digitalt',
    daysAgo: 16,
    path: [
      {
        to: 'bedoms',
        by: COACH,
        daysAgo: 14,
        reason:
          'Spännande. Jag har frågat dataskyddsombudet hur ljud får sparas och hur länge. Svar inom två veckor, lovar hon.'
      }
    ],
    comments: [{ by: ANNAN, daysAgo: 13, text: 'Och för oss som läser långsamt är det en stor sak.' }],
    supporters: [ANNAN, COACH]
  },
  {
    municipality: 'vanersborg',
    unit: 'Träffpunkten Aspen',
    author: ANNAN,
    title: 'Tekniksnack med kaffe',
    need: 'Många kommer med telefonen i handen och frågar om bank, vård och bilder av barnbarnen. Vi kan hjälpa lite, men inte med allt.',
    proposal: 'Gymnasiets teknikelever en onsdag i månaden. De får öva på att förklara, och vi får svar.',
    category: 'digitalt',
    daysAgo: 33,
    path: [
      {
        to: 'mottagen',
        by: COACH,
        daysAgo: 31,
        reason: 'Fint för båda sidor. Jag hör med skolan om de kan räkna det som praktik.'
      },
      {
        to: 'utvecklas',
        by: CHEF,
        daysAgo: 12,
        reason: 'Skolan är med. Du får tid till ett planeringsmöte och vi bjuder på kaffet.'
      }
    ],
    comments: [
      { by: EN, daysAgo: 30, text: 'Viktigt att ingen lämnar ut sina koder. Kan vi göra en liten skylt om det?' }
    ],
    supporters: [EN, COACH]
  },
  {
    municipality: 'vanersborg',
    unit: 'Hemtjänst Centrum',
    author: EN,
    title: 'Blommor som ingen vattnar på sommaren',
    need: 'När kunderna är på korttids dör växterna hemma. Det låter litet, men för den som kommer hem är det första man ser.',
    proposal: 'En rad i planeringen: vattna blommorna när du ändå hämtar posten.',
    category: 'vardag',
    daysAgo: 7,
    path: [],
    passedOn: {
      to: 'uddevalla',
      by: COACH,
      daysAgo: 2,
      reason: 'Ni gör om planeringen i vinter. Kan ni pröva raden om blommor hos er och berätta hur det går?'
    },
    comments: [{ by: ANNAN, daysAgo: 6, text: 'En pelargon kan vara fyrtio år gammal. Det är inte alls litet.' }],
    supporters: [ANNAN, CHEF]
  },
  {
    municipality: 'vanersborg',
    unit: 'Äldreboendet Solhaga',
    author: EN,
    title: 'Dusch med musik och varm handduk',
    need: 'Flera är rädda för duschen. Det ekar, är kallt och går för fort.',
    proposal: 'En värmelampa, en filt över axlarna och musik som personen själv har valt. Vi börjar med fötterna.',
    category: 'halsa',
    daysAgo: 46,
    path: [
      { to: 'mottagen', by: COACH, daysAgo: 45, reason: 'Det märks att du har prövat dig fram. Tack.' },
      {
        to: 'utvecklas',
        by: CHEF,
        daysAgo: 37,
        reason: 'Ni får två timmar att skriva ner hur ni gör, så att fler kan göra likadant.'
      },
      {
        to: 'testas',
        by: CHEF,
        daysAgo: 22,
        reason: 'Vi köper en värmelampa till ett badrum och jämför under en månad.'
      }
    ],
    comments: [{ by: ANNAN, daysAgo: 20, text: 'I dag sjöng vi hela vägen. Ingen av oss märkte att det var klart.' }],
    supporters: [ANNAN, COACH, LEDNING]
  },
  {
    municipality: 'vanersborg',
    unit: 'Boendestöd',
    author: ANNAN,
    title: 'Byta erfarenheter med Trollhättan',
    need: 'Vi är sex personer. Det är svårt att få syn på sina egna vanor när alla gör likadant.',
    proposal: 'Arbeta en dag hos varandra, två och två, och skriv en sida var om vad man vill ta med hem.',
    category: 'annat',
    daysAgo: 28,
    path: [
      {
        to: 'mottagen',
        by: COACH,
        daysAgo: 27,
        reason: 'Jag har pratat med coachen i Trollhättan, och de vill gärna.'
      },
      {
        to: 'vilande',
        by: CHEF,
        daysAgo: 18,
        reason:
          'Vi vill det här, men inte mitt i julschemat. Idén ligger kvar och jag tar upp den igen i mitten av januari.'
      }
    ],
    comments: [],
    supporters: [EN, COACH]
  },
  {
    municipality: 'vanersborg',
    unit: 'Hemtjänst Brålanda',
    author: EN,
    title: 'Vem fyller på kaffet i lokalen?',
    need: 'Det låter som en småsak, men när kaffet är slut sitter alla i sina bilar på rasten. Då pratar vi inte med varandra.',
    proposal: '',
    category: 'arbetsmiljo',
    daysAgo: 2,
    path: [],
    comments: [{ by: ANNAN, daysAgo: 1, text: 'Jag tar det den här veckan, så får vi göra en lista sedan.' }],
    supporters: [ANNAN]
  },
  {
    municipality: 'vanersborg',
    unit: 'Korttidsboendet Vänerblick',
    author: ANNAN,
    title: 'Skriv hur jag vill bli väckt',
    need: 'Den som är här en vecka hinner vi knappt lära känna. Vi gissar om ljus, radio, kaffe före eller efter.',
    proposal: 'Ett kort vid sängen som personen själv fyller i: så här vill jag vakna.',
    category: 'delaktighet',
    daysAgo: 11,
    path: [
      {
        to: 'mottagen',
        by: COACH,
        daysAgo: 10,
        reason: 'Så lätt och så viktigt. Jag ritar ett första kort som ni kan klottra på.'
      }
    ],
    comments: [{ by: EN, daysAgo: 9, text: 'Kaffe före. Alltid kaffe före.' }],
    supporters: [EN]
  },
  {
    municipality: 'vanersborg',
    unit: 'Träffpunkten Aspen',
    author: EN,
    title: 'Promenad i lagom fart',
    need: 'Promenadgruppen går för fort för den som har ont, och för sakta för de pigga. Till slut går ingen.',
    proposal: 'Två grupper som startar samtidigt och möts vid samma bänk med termos.',
    category: 'halsa',
    daysAgo: 67,
    path: [
      { to: 'mottagen', by: COACH, daysAgo: 66, reason: 'Tack! Jag går gärna med i den långsamma gruppen.' },
      {
        to: 'avslutad',
        by: CHEF,
        daysAgo: 24,
        reason:
          'Vi provade fyra gånger men fick inte ihop ledare till två grupper på vintern. Det ni lärde er om bänkarna har vi skickat till gatukontoret. Vill du att vi öppnar idén i april?'
      }
    ],
    comments: [{ by: EN, daysAgo: 23, text: 'Ja tack, i april. Och jag kan leda den ena gruppen.' }],
    supporters: [ANNAN, COACH]
  },
  {
    municipality: 'vanersborg',
    unit: 'Hemtjänst Centrum',
    author: ANNAN,
    title: 'Anhöriga vill veta att besöket är gjort',
    need: 'Döttrar och söner ringer och undrar om vi har varit där. De är oroliga, inte arga. Men vi svarar i telefon medan vi hjälper någon annan.',
    proposal: 'En enkel lapp på köksbordet eller ett meddelande, om personen själv vill det: besökt, ätit, allt väl.',
    category: 'anhoriga',
    daysAgo: 19,
    path: [
      {
        to: 'mottagen',
        by: COACH,
        daysAgo: 18,
        reason: 'Viktigt att du skriver att personen själv ska vilja det. Jag tar frågan till anhörigstödet.'
      }
    ],
    comments: [{ by: COACH, daysAgo: 8, text: 'Anhörigstödet vill träffa oss. Har du möjlighet nästa vecka?' }],
    supporters: [EN]
  }
];
