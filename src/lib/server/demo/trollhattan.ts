import type { DemoIdea } from './demo-idea.ts';

const EN = 'medarbetare.trollhattan';
const ANNAN = 'medarbetare2.trollhattan';
const COACH = 'coach.trollhattan';
const CHEF = 'chef.trollhattan';
const LEDNING = 'ledning.trollhattan';

/** Trollhättan's part of the demo. */
export const TROLLHATTAN_IDEAS: readonly DemoIdea[] = [
  {
    municipality: 'trollhattan',
    unit: 'Demensboendet Lönnen',
    author: EN,
    title: 'Kvällslåda mot oro i skymningen',
    need: 'När det mörknar vill flera gå hem. Vi springer mellan dörrarna och hinner inte sitta ner med någon.',
    proposal:
      'En låda per avdelning med sådant händerna känner igen: garnnystan, skruvar och muttrar, tvättlappar att vika, gamla vykort.',
    category: 'vardag',
    daysAgo: 75,
    path: [
      {
        to: 'mottagen',
        by: COACH,
        daysAgo: 74,
        reason: 'Tack för att du beskriver just den stunden. Jag vill gärna vara med en kväll och se.'
      },
      {
        to: 'utvecklas',
        by: CHEF,
        daysAgo: 60,
        reason: 'Två av er får en halv dag att samla ihop den första lådan tillsammans med anhöriga.'
      },
      {
        to: 'testas',
        by: CHEF,
        daysAgo: 41,
        reason:
          'Lådan får femhundra kronor per avdelning. Skriv bara ner om kvällen var lugn eller orolig, inget om enskilda.'
      }
    ],
    comments: [
      {
        by: ANNAN,
        daysAgo: 39,
        text: 'Muttrarna! Han satt en hel timme och sorterade. Vi hann dricka kaffe tillsammans.'
      },
      { by: COACH, daysAgo: 14, text: 'Fyra lugna kvällar av fem hittills. Vi tar upp det på nästa träff.' }
    ],
    supporters: [ANNAN, COACH, CHEF, LEDNING]
  },
  {
    municipality: 'trollhattan',
    unit: 'Hemtjänst Öst',
    author: ANNAN,
    title: 'Fem minuter mellan besöken på riktigt',
    need: 'I schemat ligger besöken kant i kant. Hissen i höghusen räknas inte, och inte att ta på sig skorna. Vid lunch är jag tjugo minuter sen och stressad, och det smittar av sig.',
    proposal: 'Mät en vecka hur lång tid förflyttningen tar, våning till våning, och lägg in den i planeringen.',
    category: 'planering',
    daysAgo: 52,
    path: [
      {
        to: 'mottagen',
        by: COACH,
        daysAgo: 51,
        reason: 'Tack. Många har sagt det, du har skrivit det så att det går att göra något åt.'
      },
      {
        to: 'bedoms',
        by: COACH,
        daysAgo: 43,
        reason: 'Planeringen vill gärna ha siffror. Fyra i gruppen mäter vecka för vecka i november.'
      },
      {
        to: 'utvecklas',
        by: CHEF,
        daysAgo: 11,
        reason: 'Mätningen visar i snitt fyra minuter. Planeraren får tid avsatt för att lägga om två slingor.'
      }
    ],
    comments: [
      { by: EN, daysAgo: 50, text: 'Hissen på Björndalen tar tre minuter bara den.' },
      { by: EN, daysAgo: 9, text: 'Min slinga är omlagd. Jag hann äta lunch i tisdags!' }
    ],
    supporters: [EN, COACH, LEDNING]
  },
  {
    municipality: 'trollhattan',
    unit: 'Centralköket',
    author: EN,
    title: 'Fråga vad som blev kvar på tallriken',
    need: 'Vi slänger mycket mat men vet inte varför. Ibland är det smaken, ibland att det är svårt att få upp förpackningen.',
    proposal: 'Ett kryss på lådan när den kommer tillbaka: god, för mycket, svår att öppna, inte i form i dag.',
    category: 'miljo',
    daysAgo: 26,
    path: [
      {
        to: 'bedoms',
        by: COACH,
        daysAgo: 24,
        reason:
          'Billigt, snabbt och lärorikt. Vi tittar på hur kryssen kan samlas in utan att det blir extra arbete i hemtjänsten.'
      }
    ],
    comments: [{ by: ANNAN, daysAgo: 23, text: 'Locket på fiskrätten får inte ens jag upp. Bara så att ni vet.' }],
    supporters: [ANNAN, CHEF]
  },
  {
    municipality: 'trollhattan',
    unit: 'Daglig verksamhet Verkstaden',
    author: ANNAN,
    title: 'Cykelverkstad för grannarna',
    need: 'Flera hos oss är duktiga på att laga cyklar men får bara göra det på våra egna. De vill träffa fler människor.',
    proposal:
      'Öppen verkstad en eftermiddag i veckan där vem som helst i kvarteret får pumpa, laga punktering och dricka kaffe.',
    category: 'delaktighet',
    daysAgo: 100,
    path: [
      {
        to: 'mottagen',
        by: COACH,
        daysAgo: 99,
        reason: 'Det här gör mig glad. Jag frågar bostadsbolaget om lokalen mot gatan.'
      },
      { to: 'utvecklas', by: CHEF, daysAgo: 82, reason: 'Gruppen får planera på arbetstid hela september.' },
      {
        to: 'testas',
        by: CHEF,
        daysAgo: 60,
        reason: 'Bostadsbolaget lånar ut lokalen och vi betalar slangar och lappar i åtta veckor.'
      },
      {
        to: 'infors',
        by: LEDNING,
        daysAgo: 8,
        reason:
          'Över sextio besök och två som har fått praktik. Vi gör det till en vanlig del av verksamheten från nyår.'
      }
    ],
    comments: [
      { by: EN, daysAgo: 58, text: 'Min son fick sin cykel lagad och en lektion på köpet.' },
      { by: ANNAN, daysAgo: 7, text: 'Det blir tårta på torsdag. Alla är välkomna.' }
    ],
    supporters: [EN, COACH, CHEF, LEDNING]
  },
  {
    municipality: 'trollhattan',
    unit: 'Äldreboendet Slussgården',
    author: EN,
    title: 'Anhöriga undrar alltid samma tre saker',
    need: 'Vid inflyttning frågar alla om tvätten, posten och när man får hälsa på. Vi svarar olika beroende på vem som är i tjänst.',
    proposal: 'Ett enda blad med svaren, i stor stil, som också ligger på webben.',
    category: 'anhoriga',
    daysAgo: 85,
    path: [
      { to: 'mottagen', by: COACH, daysAgo: 84, reason: 'Enkelt och klokt. Jag samlar in hur ni svarar i dag.' },
      {
        to: 'utvecklas',
        by: CHEF,
        daysAgo: 76,
        reason: 'Du får fyra timmar att skriva bladet tillsammans med två anhöriga.'
      },
      {
        to: 'infors',
        by: CHEF,
        daysAgo: 55,
        reason: 'Bladet är tryckt och delas ut vid alla inflyttningar från och med måndag.'
      },
      {
        to: 'i-drift',
        by: CHEF,
        daysAgo: 30,
        reason: 'Färre samtal och färre missförstånd. Coachen ser över bladet en gång om året.'
      }
    ],
    comments: [{ by: ANNAN, daysAgo: 28, text: 'Får vi på Lönnen låna texten och ändra lite?' }],
    supporters: [ANNAN, COACH]
  },
  {
    municipality: 'trollhattan',
    unit: 'Nattpatrullen',
    author: ANNAN,
    title: 'Ficklampa med rött sken',
    need: 'Vi tänder taklampan för att se, och så vaknar den som sover. En del somnar inte om.',
    proposal: 'Pannlampor med rött ljus, sådana som fiskare har. Jag har en egen och den fungerar fint.',
    category: 'halsa',
    daysAgo: 12,
    path: [
      {
        to: 'mottagen',
        by: COACH,
        daysAgo: 11,
        reason: 'Så konkret. Jag kollar vad tre lampor kostar och om de går att torka av ordentligt.'
      }
    ],
    comments: [{ by: EN, daysAgo: 10, text: 'Jag lånade din förra veckan. Ingen vaknade på hela rundan.' }],
    supporters: [EN, CHEF]
  },
  {
    municipality: 'trollhattan',
    unit: 'LSS-boendet Granngården',
    author: EN,
    title: 'Öva på att betala själv',
    need: 'Affären har bytt till självutcheckning och flera här vågar inte längre handla. De ber oss göra det i stället.',
    proposal: 'Affären har sagt ja till att vi kommer en lugn förmiddag och övar, utan kö bakom ryggen.',
    category: 'delaktighet',
    daysAgo: 6,
    path: [],
    comments: [{ by: COACH, daysAgo: 5, text: 'Vad fint att du redan har frågat affären! Jag återkommer i veckan.' }],
    supporters: [ANNAN, COACH]
  },
  {
    municipality: 'trollhattan',
    unit: 'Hemtjänst Sjuntorp',
    author: ANNAN,
    title: 'Sparad text när täckningen försvinner',
    need: 'Efter Velanda finns ingen täckning. Jag skriver anteckningen två gånger, ibland tre, för att den försvinner när jag trycker på spara.',
    proposal: 'Systemet borde spara i telefonen först och skicka sedan.',
    category: 'digitalt',
    daysAgo: 34,
    path: [
      {
        to: 'mottagen',
        by: COACH,
        daysAgo: 33,
        reason: 'Tack. Jag har samlat fem likadana berättelser och tar dem till it.'
      },
      {
        to: 'bedoms',
        by: COACH,
        daysAgo: 19,
        reason: 'Leverantören säger att det ska gå i nästa version. Vi ber att få se det innan vi tror på det.'
      }
    ],
    comments: [{ by: EN, daysAgo: 32, text: 'Jag skriver på handen. Det är inte heller någon bra lösning.' }],
    supporters: [EN, CHEF, LEDNING]
  },
  {
    municipality: 'trollhattan',
    unit: 'Äldreboendet Slussgården',
    author: ANNAN,
    title: 'Sång före frukost',
    need: 'Morgnarna är tunga. När jag nynnar går det lättare för oss båda att komma upp.',
    proposal: 'Några gamla visor i en högtalare i korridoren, valda av de boende.',
    category: 'vardag',
    daysAgo: 2,
    path: [],
    comments: [],
    supporters: [EN]
  },
  {
    municipality: 'trollhattan',
    unit: 'Demensboendet Lönnen',
    author: ANNAN,
    title: 'Lugnande föremål på kvällen',
    need: 'På kvällen blir många oroliga och vill ha något att göra med händerna.',
    proposal: 'En korg med saker att plocka med.',
    category: 'vardag',
    daysAgo: 70,
    path: [
      {
        to: 'sammanslagen',
        into: 'Kvällslåda mot oro i skymningen',
        by: COACH,
        daysAgo: 68,
        reason:
          'Du och en kollega har tänkt samma tanke! Jag har lagt ihop din idé med Kvällslåda mot oro i skymningen, och ni två står för den tillsammans.'
      }
    ],
    comments: [{ by: ANNAN, daysAgo: 67, text: 'Roligt! Då pratar jag med henne i morgon.' }],
    supporters: [EN]
  },
  {
    municipality: 'trollhattan',
    unit: 'Hemtjänst Öst',
    author: EN,
    title: 'Handskar i min storlek',
    need: 'Det finns nästan alltid bara stora handskar kvar i bilen. De glider, och då känner man inte vad man gör.',
    proposal: '',
    category: 'arbetsmiljo',
    daysAgo: 8,
    path: [
      {
        to: 'avslutad',
        by: CHEF,
        daysAgo: 7,
        reason:
          'Det här ska inte behöva vara en idé, det ska bara fungera. Beställningen är ändrad i dag och bilarna fylls på fredag. Tack för att du sa till.'
      }
    ],
    comments: [{ by: ANNAN, daysAgo: 4, text: 'Lådan stod där i fredags. Det gick fort!' }],
    supporters: [ANNAN]
  },
  {
    municipality: 'trollhattan',
    unit: 'Centralköket',
    author: ANNAN,
    title: 'Baka doften av bullar',
    need: 'Maten kommer färdig i vagnar och ingenting doftar. Aptiten börjar i näsan.',
    proposal: 'Skicka med färdiga jästa bullar som avdelningen gräddar själv, en gång i veckan.',
    category: 'vardag',
    daysAgo: 21,
    path: [
      {
        to: 'mottagen',
        by: COACH,
        daysAgo: 20,
        reason: 'Nu blev jag hungrig. Jag frågar vilka avdelningar som har ugn som fungerar.'
      },
      {
        to: 'komplettering',
        by: COACH,
        daysAgo: 9,
        reason: 'Sex avdelningar har ugn. Kan du räkna ut hur mycket deg det blir och hur länge den håller i vagnen?'
      }
    ],
    comments: [],
    supporters: [EN, COACH]
  },
  {
    municipality: 'trollhattan',
    unit: 'LSS-boendet Granngården',
    author: ANNAN,
    title: 'Introduktion av den som bor här',
    need: 'Nya vikarier får en pärm. De boende tycker att de kan berätta bättre själva hur de vill ha det.',
    proposal: 'Varje ny kollega får en rundtur av någon som bor här, den som har lust den dagen.',
    category: 'delaktighet',
    daysAgo: 4,
    path: [],
    comments: [{ by: EN, daysAgo: 3, text: 'De är mycket bättre guider än vi. Och ärligare.' }],
    supporters: [EN]
  }
];
