import type { DemoChallenge, DemoIdea } from './demo-idea.ts';

const EN = 'medarbetare.uddevalla';
const ANNAN = 'medarbetare2.uddevalla';
const COACH = 'coach.uddevalla';
const CHEF = 'chef.uddevalla';
const LEDNING = 'ledning.uddevalla';

const WINTER = 'Hur klarar vi vintern utan att tappa tid?';

/** What Uddevalla asks for ideas about: one challenge that is open, and one whose result has been told. */
export const UDDEVALLA_CHALLENGES: readonly DemoChallenge[] = [
  {
    municipality: 'uddevalla',
    by: LEDNING,
    title: WINTER,
    text: 'Förra vintern gick mycket tid åt till is, mörker och lås som krånglade. Vad i din vardag stjäl tid när det är kallt, och vad skulle hjälpa?',
    daysAgo: 75,
    daysLeft: -30,
    questions: ['Hur ofta händer det en vanlig vintervecka?'],
    told: {
      daysAgo: 3,
      result:
        'Ni lämnade idéer som vi kunde prova direkt. Låsen smörjs nu före första frosten i alla områden, och bilarna har låsspray. Belysningen vid trapporna tar vi med fastighet i nästa års budget. Tack för att ni delade med er.'
    }
  },
  {
    municipality: 'uddevalla',
    by: LEDNING,
    title: 'Hur får fler komma ut varje vecka?',
    text: 'Alldeles för många av de boende kommer sällan längre än till innergården. Vad behövs för att fler ska orka gå till parken: bänkar att vila på, sällskap eller något annat?',
    criteria: 'Går att prova inom en månad. Gör skillnad för den som har svårt att gå.',
    daysAgo: 6,
    daysLeft: 24,
    questions: ['Vilka skulle kunna följa med?']
  }
];

/** What Uddevalla asks beside every idea, and a category of its own. */
export const UDDEVALLA_FORM = {
  by: 'admin.uddevalla',
  question: 'Hur många berörs, ungefär?',
  category: 'Natt och jour'
};

/** Uddevalla's part of the demo. */
export const UDDEVALLA_IDEAS: readonly DemoIdea[] = [
  {
    municipality: 'uddevalla',
    unit: 'Hemtjänst Centrum',
    author: EN,
    title: 'Nyckelskåp som inte fryser igen',
    need: 'När det är minusgrader fryser flera nyckelskåp. I januari stod jag tio minuter i trapphuset och värmde låset med händerna medan den boende väntade på sin frukost.',
    proposal:
      'Prova frostskyddad smörjning i alla skåp i november, och lägg en liten låsspray i varje bil. Den kostar mindre än en lunch.',
    category: 'arbetsmiljo',
    challenge: WINTER,
    daysAgo: 64,
    path: [
      {
        to: 'mottagen',
        by: COACH,
        daysAgo: 62,
        reason: 'Tack! Det här känner vi igen från flera områden. Jag tar med det till hjälpmedelsgruppen på torsdag.'
      },
      {
        to: 'utvecklas',
        by: CHEF,
        daysAgo: 50,
        hours: 4,
        reason:
          'Ni får fyra timmar tillsammans med vaktmästaren för att prova två sorters smörjning på tio skåp. Säg till om det behövs mer tid.'
      },
      {
        to: 'infors',
        by: LEDNING,
        daysAgo: 21,
        reason:
          'Inget av de tio skåpen frös under provet. Vi gör likadant i alla områden före första frosten, och sprayen köps in till bilarna.'
      }
    ],
    comments: [
      { by: ANNAN, daysAgo: 63, text: 'Ja! Och handskarna fastnar i metallen också. Bra att någon skriver det.' },
      { by: COACH, daysAgo: 22, text: 'Vaktmästaren hälsar att det tog tre minuter per skåp.' }
    ],
    supporters: [ANNAN, COACH, CHEF]
  },
  {
    municipality: 'uddevalla',
    unit: 'Äldreboendet Björkbacken',
    author: ANNAN,
    title: 'Duka som hemma på söndagar',
    need: 'Många av våra boende äter mer och sitter kvar längre när det känns lite festligt. I vardagen blir det lätt plastglas och en snabb disk.',
    proposal:
      'Tygduk, riktiga glas och en vas på borden varje söndag. De boende som vill är med och dukar. Vi har redan dukarna i källaren.',
    category: 'vardag',
    daysAgo: 90,
    path: [
      { to: 'mottagen', by: COACH, daysAgo: 88, reason: 'Så fint. Jag pratar med köket om glas och disk.' },
      {
        to: 'utvecklas',
        by: CHEF,
        daysAgo: 80,
        reason: 'Ni får börja på avdelning Eken redan på söndag. Ta den halvtimme extra som behövs för dukningen.'
      },
      {
        to: 'testas',
        by: CHEF,
        daysAgo: 66,
        reason: 'Det blev så uppskattat att vi köper in glas till alla avdelningar och provar i två månader.'
      },
      {
        to: 'infors',
        by: CHEF,
        daysAgo: 20,
        reason:
          'Boenderådet vill ha kvar söndagsdukningen, och personalen säger att det ger mer än det tar. Då gör vi det överallt.'
      },
      {
        to: 'i-drift',
        by: CHEF,
        daysAgo: 6,
        reason: 'Nu står det i veckoplaneringen. Tack för att du satte i gång det här.'
      }
    ],
    comments: [
      { by: EN, daysAgo: 70, text: 'En av herrarna har tagit på sig slips de två senaste söndagarna. Det säger allt.' },
      { by: COACH, daysAgo: 65, text: 'Får jag berätta om det här på träffen för äldreboendena?' },
      { by: ANNAN, daysAgo: 65, text: 'Självklart, kom gärna hit och ät också!' }
    ],
    supporters: [EN, COACH, CHEF, LEDNING]
  },
  {
    municipality: 'uddevalla',
    unit: 'Nattpatrullen',
    author: EN,
    title: 'Karta över mörka uppfarter',
    need: 'På natten hittar man inte husnumren på landet, och vissa uppfarter är rent farliga när det är halt. Den som är ny kör fel flera gånger.',
    proposal:
      'En gemensam lista med foto på infarten, var man parkerar och vilken dörr som används. Den ska gå att läsa utan täckning.',
    category: 'arbetsmiljo',
    daysAgo: 30,
    path: [
      {
        to: 'mottagen',
        by: COACH,
        daysAgo: 28,
        reason: 'Tack, det här är en säkerhetsfråga. Jag tar upp den med skyddsombudet i veckan.'
      },
      {
        to: 'bedoms',
        by: COACH,
        daysAgo: 20,
        reason:
          'Vi behöver ta reda på hur bilder av infarter kan sparas utan att röja vem som bor där. Jag har frågat dataskyddsombudet.'
      }
    ],
    comments: [
      { by: ANNAN, daysAgo: 29, text: 'Reflexpinnar vid infarten skulle också hjälpa, då behövs inte ens någon bild.' },
      { by: EN, daysAgo: 27, text: 'Bra tänkt! Pinnar kan vi väl börja med direkt?' }
    ],
    supporters: [ANNAN, CHEF]
  },
  {
    municipality: 'uddevalla',
    unit: 'Hemtjänst Ljungskile',
    author: ANNAN,
    title: 'Elcykel för de korta turerna',
    need: 'Mellan tre av våra besök är det bara några hundra meter, men vi tar bilen och letar parkering. Det tar längre tid än att gå.',
    proposal: 'Låna två elcyklar en månad och räkna på tiden. Regnställ och hjälmar behövs i olika storlekar.',
    category: 'miljo',
    daysAgo: 47,
    path: [
      {
        to: 'bedoms',
        by: COACH,
        daysAgo: 44,
        reason: 'Tydligt och lätt att räkna på. Jag har bett om priser på att låna.'
      },
      {
        to: 'utvecklas',
        by: CHEF,
        daysAgo: 33,
        reason: 'Du och en kollega får en eftermiddag till att välja slingor som passar.'
      },
      {
        to: 'testas',
        by: CHEF,
        daysAgo: 12,
        reason: 'Vi lånar två cyklar i sex veckor. Skriv upp restiden som ni brukar, så jämför vi sedan.'
      }
    ],
    comments: [
      {
        by: EN,
        daysAgo: 10,
        text: 'Första veckan: jag kom fram gladare än på länge. Uppförsbacken vid kyrkan klarar den fint.'
      }
    ],
    supporters: [EN, COACH, LEDNING]
  },
  {
    municipality: 'uddevalla',
    unit: 'Köket på Björkbacken',
    author: EN,
    title: 'Konsistensanpassad mat som ser ut som mat',
    need: 'Den som inte kan tugga får tre klickar på tallriken. Flera har slutat säga vad de tycker om, för det syns ju ändå inte vad det är.',
    proposal: 'Formar för morot, fisk och kött. Jag har provat hemma och det går att göra i våra vanliga ugnar.',
    category: 'halsa',
    daysAgo: 15,
    path: [
      {
        to: 'mottagen',
        by: COACH,
        daysAgo: 13,
        reason: 'Vilken omtanke. Jag kommer gärna förbi köket och smakar, passar onsdag?'
      }
    ],
    comments: [
      {
        by: ANNAN,
        daysAgo: 12,
        text: 'Vi på avdelningen hjälper gärna till att ta reda på vad de boende längtar efter.'
      }
    ],
    supporters: [ANNAN, CHEF, LEDNING]
  },
  {
    municipality: 'uddevalla',
    unit: 'LSS-boendet Kaprifolvägen',
    author: ANNAN,
    title: 'Bildschema som de boende gör själva',
    need: 'Våra bildscheman är gjorda av oss. De som bor här pekar ofta på fel bild, och då blir det oro inför dagen.',
    proposal: 'Ge var och en en kamera en vecka. Bilderna de tar själva blir deras schema.',
    category: 'delaktighet',
    daysAgo: 38,
    path: [
      { to: 'mottagen', by: COACH, daysAgo: 37, reason: 'Det här handlar om på riktigt egna ord, fast i bild. Tack!' },
      {
        to: 'utvecklas',
        by: CHEF,
        daysAgo: 25,
        reason: 'Du får två timmar i veckan under en månad, tillsammans med arbetsterapeuten.'
      }
    ],
    comments: [
      {
        by: COACH,
        daysAgo: 24,
        text: 'Tänk på att bara den som själv vill ska vara med på bild. Säg till om du vill bolla hur man frågar.'
      }
    ],
    supporters: [EN, COACH]
  },
  {
    municipality: 'uddevalla',
    unit: 'Rehab och hjälpmedel',
    author: EN,
    title: 'Märk rollatorerna med färg',
    need: 'I matsalen står tjugo likadana rollatorer. Folk får fel, och fel höjd gör ont i axlarna.',
    proposal: 'Låt var och en välja ett färgat band eller en liten figur.',
    category: 'vardag',
    daysAgo: 3,
    path: [],
    comments: [],
    supporters: [ANNAN]
  },
  {
    municipality: 'uddevalla',
    unit: 'Äldreboendet Strandgläntan',
    author: EN,
    title: 'Tyst timme efter lunch',
    need: 'Efter lunch är det disk, telefoner och vagnar överallt. De som vill vila får ingen ro, och vi blir själva trötta av ljudet.',
    proposal: 'En timme då vi inte kör vagnar i korridoren, sätter telefonen på vibration och väntar med disken.',
    category: 'halsa',
    daysAgo: 9,
    path: [
      {
        to: 'komplettering',
        by: COACH,
        daysAgo: 7,
        reason:
          'Jag gillar det! Vet du hur köket behöver ha det med disken? Prata gärna med dem och skriv till här, så går vi vidare.'
      }
    ],
    comments: [{ by: EN, daysAgo: 6, text: 'Jag träffar köket på måndag.' }],
    supporters: [ANNAN]
  },
  {
    municipality: 'uddevalla',
    unit: 'Hemtjänst Centrum',
    author: ANNAN,
    title: 'Ett ord om dagen på fler språk',
    need: 'Flera av oss pratar arabiska, somaliska eller bosniska hemma. Några kunder har börjat tappa svenskan, och då sitter vi båda och letar ord.',
    proposal:
      'En liten ordlista med de femtio ord vi behöver oftast: ont, törstig, kall, toalett, dotter. Vi skriver den själva.',
    category: 'delaktighet',
    daysAgo: 5,
    path: [],
    comments: [{ by: EN, daysAgo: 4, text: 'Jag kan ta finska. Mormor skulle bli stolt.' }],
    supporters: [EN]
  },
  {
    municipality: 'uddevalla',
    unit: 'Nattpatrullen',
    author: ANNAN,
    title: 'Varm soppa i termos till nattpasset',
    need: 'Det finns ingenstans att köpa mat efter midnatt. Många av oss äter bara kex i bilen, och det märks framåt småtimmarna.',
    proposal: 'Köket gör ändå soppa. Kan en termos per bil ställas undan åt oss?',
    category: 'arbetsmiljo',
    daysAgo: 55,
    path: [
      {
        to: 'mottagen',
        by: COACH,
        daysAgo: 54,
        reason: 'Mat på natten är en rimlig sak att be om. Jag frågar köket och ekonomi.'
      },
      {
        to: 'avslutad',
        by: CHEF,
        daysAgo: 35,
        reason:
          'Köket får inte lämna ut mat som ska stå så länge, för värmens skull. I stället har vi köpt en mikro och en frys till er lokal. Säg till om det inte räcker, så öppnar vi idén igen.'
      }
    ],
    comments: [{ by: EN, daysAgo: 33, text: 'Frysen är redan full. Tack för att ni hittade en annan väg.' }],
    supporters: [EN, COACH]
  },
  {
    municipality: 'uddevalla',
    unit: 'Hemtjänst Ljungskile',
    author: EN,
    title: 'Ring innan vi byter person',
    need: 'När någon av oss blir sjuk kommer det en ny person utan förvarning. Särskilt den som hör dåligt blir rädd när en främling låser upp.',
    proposal: 'Planeraren ringer eller skickar ett meddelande samma morgon, med namnet på den som kommer.',
    category: 'planering',
    daysAgo: 18,
    path: [
      {
        to: 'mottagen',
        by: COACH,
        daysAgo: 17,
        reason: 'Tack, det här hör vi från anhöriga också. Jag tar med mig det till planerarna.'
      },
      {
        to: 'bedoms',
        by: COACH,
        daysAgo: 10,
        reason: 'Planerarna tror att det går om det får ta högst fem minuter. Vi räknar på hur ofta det händer.'
      }
    ],
    comments: [
      {
        by: COACH,
        daysAgo: 3,
        text: 'Nu är det räknat: det händer fyra gånger i veckan. Från måndag ringer planerarna på Ljungskile.',
        isAnswer: true
      }
    ],
    supporters: [ANNAN, COACH]
  },
  {
    municipality: 'uddevalla',
    unit: 'Hemtjänst Ljungskile',
    author: ANNAN,
    title: 'Låna ut regnkläder till vikarier',
    need: 'Vikarier kommer i sina egna kläder. När det regnar sitter de blöta i bilen mellan besöken, och sedan blöta i köket hos den som ska få frukost.',
    proposal: 'Tre uppsättningar i olika storlek som hänger i tvättstugan.',
    category: 'arbetsmiljo',
    daysAgo: 24,
    path: [],
    comments: [],
    supporters: [EN]
  },
  {
    municipality: 'uddevalla',
    unit: 'LSS-boendet Kaprifolvägen',
    author: EN,
    title: 'Pausrum där det går att vara tyst',
    need: 'Pausrummet är också genomgång till tvätten. Den som behöver vara ifred en stund sätter sig i bilen.',
    proposal: '',
    category: 'arbetsmiljo',
    daysAgo: 17,
    path: [
      {
        to: 'mottagen',
        by: COACH,
        daysAgo: 16,
        reason: 'Tack! Jag känner igen det från fler ställen. Jag frågar era chefer hur lokalerna används i dag.'
      }
    ],
    comments: [],
    supporters: []
  },
  {
    municipality: 'uddevalla',
    unit: 'Rehab och hjälpmedel',
    author: EN,
    title: 'Hjälpmedel som kommer innan man kommer hem',
    need: 'Ibland är den som varit på sjukhus hemma två dagar före sängen och rollatorn. Då bär vi och lyfter på fel sätt.',
    proposal: 'Att vi får veta hemgången samtidigt som planeraren.',
    category: 'planering',
    daysAgo: 8,
    path: [
      {
        to: 'komplettering',
        by: COACH,
        daysAgo: 6,
        reason:
          'Det här vill jag förstå bättre. Hur ofta händer det, och är det alltid samma sjukhus? Svara i en kommentar när du har tid.'
      }
    ],
    comments: [],
    supporters: [ANNAN]
  },
  {
    municipality: 'uddevalla',
    unit: 'Äldreboendet Björkbacken',
    author: COACH,
    title: 'Ta med en fråga hem från varje träff',
    need: 'På våra träffar pratar vi länge om det som är svårt, men frågorna stannar i rummet. De som arbetade den dagen får aldrig svara.',
    proposal:
      'Vi avslutar varje träff med en enda fråga, sätter upp den i fikarummet och samlar svaren en vecka senare.',
    category: 'annat',
    daysAgo: 1,
    path: [],
    comments: [
      { by: ANNAN, daysAgo: 1, text: 'Gärna, men på en lapp vid kaffebryggaren. Datorn är alltid upptagen.' },
      { by: COACH, daysAgo: 0, text: 'Bra! @, vill du skriva den första frågan?', mentions: EN }
    ],
    supporters: []
  },
  {
    municipality: 'uddevalla',
    unit: 'Äldreboendet Strandgläntan',
    author: ANNAN,
    title: 'Sittbänk halvvägs till parken',
    need: 'Det är lagom långt till parken för oss, men inte för den som behöver vila. Därför stannar många på innergården hela sommaren.',
    proposal: 'En bänk med armstöd vid cykelbanan, ungefär halvvägs.',
    category: 'halsa',
    daysAgo: 120,
    path: [
      { to: 'mottagen', by: COACH, daysAgo: 117, reason: 'Tack! Marken är gatukontorets, så jag skriver till dem.' },
      {
        to: 'vilande',
        by: COACH,
        daysAgo: 96,
        reason:
          'Gatukontoret säger ja till bänken men har inga pengar i år. Jag har satt en påminnelse i februari, då de gör nästa års lista.'
      }
    ],
    comments: [
      { by: EN, daysAgo: 90, text: 'Vi har två hopfällbara stolar i förrådet så länge. De får ni gärna låna.' }
    ],
    supporters: [EN]
  }
];
