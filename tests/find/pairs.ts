/** An idea written by hand, with what others said of it. */
export interface Target {
  /** What the pairs call it. */
  readonly id: string;
  readonly title: string;
  readonly need: string;
  readonly proposal?: string;
  readonly comments?: readonly string[];
  /** The reason of a decision. */
  readonly reason?: string;
}

/** A search, as somebody would type it, and the idea they have in mind. */
export type Pair = readonly [query: string, target: string];

// What people look for. Each has something of its own that nothing else is about.
export const TARGETS: readonly Target[] = [
  {
    id: 'poolbil',
    title: 'Boka hemtjänstbilar i mobilen',
    need: 'Vi springer mellan garaget och kontoret för att se vilken bil som är ledig.',
    proposal: 'En enkel bokning där man ser batteri och plats.'
  },
  {
    id: 'cykel',
    title: 'Elcyklar för korta turer',
    need: 'I centrum tar det längre tid att hitta parkering än att cykla.',
    proposal: 'Två elcyklar med lås och regnställ.'
  },
  {
    id: 'dorr',
    title: 'Dörröppnare i trapphuset',
    need: 'Porten på Kungsgatan är så tung att brukare med rollator inte kommer ut.',
    proposal: 'Automatisk dörröppnare som fastighet sätter upp.'
  },
  {
    id: 'nattlampa',
    title: 'Nattbelysning vid golvet',
    need: 'De boende faller när de ska till toaletten i mörkret.',
    proposal: 'Sensorstyrda lister längs golvlisten.'
  },
  {
    id: 'dubbel',
    title: 'Dubbelbemanning på kvällen',
    need: 'Tunga lyft görs ensam efter klockan åtta.',
    proposal: 'Flytta ett pass från eftermiddagen.'
  },
  {
    id: 'sarvard',
    title: 'Sårvårdsväska i varje bil',
    need: 'Sjuksköterskan får köra tillbaka efter kompresser.',
    proposal: 'En packad väska som fylls på varje måndag.'
  },
  {
    id: 'lyftsele',
    title: 'Märk lyftselarna med namn och storlek',
    need: 'Selarna hamnar fel i tvätten och ingen vet vems som är vems.'
  },
  {
    id: 'valkomst',
    title: 'Välkomstbrev på lättläst svenska',
    need: 'Nya brukare förstår inte vad som händer första veckan.',
    proposal: 'Ett blad med bilder på oss som kommer.'
  },
  {
    id: 'sprak',
    title: 'Språkcafé för nya kollegor',
    need: 'Flera vikarier vågar inte ringa läkaren för att orden tar slut.',
    proposal: 'En timme i veckan med en pensionerad lärare.'
  },
  {
    id: 'matlada',
    title: 'Matlådor med större etiketter',
    need: 'Den som ser dåligt läser inte vad som är i lådan.',
    proposal: 'Stor svart text på gul botten.'
  },
  { id: 'frukt', title: 'Fruktkorg vid medicinvagnen', need: 'Tabletterna går ner lättare med något att äta till.' },
  {
    id: 'hund',
    title: 'Besökshund på demensboendet',
    need: 'På eftermiddagen blir många oroliga och vill gå hem.',
    proposal: 'En utbildad hund varannan tisdag.',
    comments: ['Tänk på pälsallergi hos nattpersonalen.']
  },
  {
    id: 'tvatt',
    title: 'Tvättstugan bokas dubbelt',
    need: 'Två avdelningar tvättar på samma tid och arbetskläderna räcker inte.',
    proposal: 'Ett rullande schema på dörren.'
  },
  {
    id: 'brandlarm',
    title: 'Öva utrymning utan att skrämma',
    need: 'Vid senaste brandlarmet visste ingen vem som skulle hämta rullstolarna.',
    proposal: 'En lugn genomgång våning för våning.'
  },
  {
    id: 'avfuktare',
    title: 'Fukt i förrådet förstör madrasserna',
    need: 'Tryckavlastande madrasser möglar i källaren.',
    proposal: 'En avfuktare och hyllor från väggen.'
  },
  {
    id: 'insulin',
    title: 'Kylväska för insulin',
    need: 'På sommaren blir det varmt i väskan mellan besöken.',
    proposal: 'En liten kylväska med termometer.'
  },
  {
    id: 'signatur',
    title: 'Glömda signeringar på läkemedelslistan',
    need: 'Pappret ligger hemma hos brukaren och vi ser först dagen efter att något saknas.',
    proposal: 'Digital signering i mobilen.'
  },
  {
    id: 'tandhalsa',
    title: 'Munvård varje morgon',
    need: 'Tandborsten är torr när vi kommer på kvällen.',
    proposal: 'Ett munvårdskort vid spegeln.'
  },
  {
    id: 'trygghet',
    title: 'Trygghetskamera i stället för tillsyn på natten',
    need: 'Några väcks av att vi går in och har sedan svårt att somna om.',
    proposal: 'Kamera tre gånger per natt för den som själv vill.'
  },
  {
    id: 'kaffe',
    title: 'Kaffevagn på korridoren',
    need: 'Den som inte orkar till dagrummet missar pratstunden.',
    proposal: 'En vagn som rullar runt klockan två.'
  },
  {
    id: 'vaxt',
    title: 'Odlingslådor i rätt höjd',
    need: 'Många har haft trädgård och saknar att få jord under naglarna.',
    proposal: 'Upphöjda lådor som man når från rullstol.'
  },
  {
    id: 'musik',
    title: 'Spellistor till duschen',
    need: 'Två av våra boende blir rädda i duschrummet.',
    proposal: 'Deras egen musik i en vattentät högtalare.'
  },
  {
    id: 'semester',
    title: 'Introduktion för sommarvikarier i april',
    need: 'De kommer i juni och går bredvid när vi har som minst tid.'
  },
  {
    id: 'schema',
    title: 'Önska schema i grupp',
    need: 'Helgerna blir orättvist fördelade och folk slutar.',
    proposal: 'Vi lägger raderna tillsammans en gång i kvartalet.'
  },
  {
    id: 'delade',
    title: 'Bort med delade turer',
    need: 'Att jobba morgon och kväll med hål mitt på dagen sliter.',
    reason: 'Vi avsätter tid för en bemanningsplan fram till februari.'
  },
  {
    id: 'ring',
    title: 'Ring anhöriga en gång i månaden',
    need: 'Döttrar och söner hör bara av oss när något har hänt.',
    comments: ['Min mammas granne Göran brukar säga att tystnaden är värst.']
  },
  {
    id: 'avsked',
    title: 'Minnesstund när någon har gått bort',
    need: 'Stolen står tom dagen efter och ingen säger något.',
    proposal: 'Ett ljus och några ord vid frukosten.'
  },
  {
    id: 'fallkort',
    title: 'Röda strumpor för dem som fallit',
    need: 'Sommarvikarierna vet inte vilka som har hög fallrisk.',
    proposal: 'Halkskydd med en färg som alla känner igen.'
  },
  {
    id: 'glasogon',
    title: 'Glasögon byter ägare',
    need: 'Varje vecka hittar vi tre par på fönsterbrädan.',
    proposal: 'Graverad bricka på skalmen.'
  },
  {
    id: 'horapp',
    title: 'Batterier till hörapparater',
    need: 'De tar slut på fredag och då är hörcentralen stängd.',
    proposal: 'En ask på expeditionen med de fyra vanligaste sorterna.'
  },
  {
    id: 'rullator',
    title: 'Verkstad för rullatorer',
    need: 'Bromsar och hjul är slitna och hjälpmedelscentralen har lång kö.',
    proposal: 'En eftermiddag i månaden då vi smörjer och spänner.'
  },
  { id: 'is', title: 'Isbroddar till all personal', need: 'Tre kollegor halkade på samma uppfart i januari.' },
  {
    id: 'nyckelgomma',
    title: 'Digitala lås i stället för nyckelknippor',
    need: 'Vi bär fyrtio nycklar och en är alltid fel.',
    proposal: 'Prova låsen hos tio brukare.'
  },
  {
    id: 'rapport',
    title: 'Kortare överrapportering',
    need: 'Halva tiden går åt till sådant som redan står i journalen.',
    proposal: 'Bara det som avviker, stående vid tavlan.'
  },
  {
    id: 'tolk',
    title: 'Bildtolk på surfplattan',
    need: 'Finska och arabiska talas hos fler än vi klarar.',
    proposal: 'En genväg till telefontolken med två tryck.'
  },
  {
    id: 'sopor',
    title: 'Sopsortering i köket på Skogslyckan',
    need: 'Allt hamnar i samma säck.',
    comments: ['Kommunens miljöstrateg kan komma och visa kärlen.']
  },
  {
    id: 'blojor',
    title: 'Beställ inkontinensskydd efter mätning',
    need: 'Vi har fel storlek i överflöd och rätt storlek är alltid slut.',
    proposal: 'Väg skydden under tre dygn.'
  },
  {
    id: 'bastu',
    title: 'Bastukväll för herrarna',
    need: 'Många män kommer aldrig på stickcaféet.',
    proposal: 'Hyr badhusets bastu sista torsdagen.'
  },
  { id: 'psalm', title: 'Allsång med församlingen', need: 'Orden sitter kvar när annat har försvunnit.' },
  {
    id: 'korkort',
    title: 'Betala körkort för undersköterskor',
    need: 'Vi hittar ingen till landsbygden för att ingen får köra.',
    reason: 'Frågan går till budgetberedningen eftersom kostnaden ligger utanför enhetens ram.'
  },
  {
    id: 'laddning',
    title: 'Ladda arbetstelefonerna på natten',
    need: 'Vid lunch är de tomma och larmen går till tomma intet.',
    proposal: 'Ett skåp med tolv uttag i omklädningsrummet.'
  },
  {
    id: 'handdesinfektion',
    title: 'Handsprit vid varje säng',
    need: 'Flaskan står alltid i korridoren när man har händerna fulla.'
  },
  { id: 'lukt', title: 'Parfymfri arbetsplats', need: 'Två i gruppen får andnöd av starka dofter.' },
  {
    id: 'vatten',
    title: 'Vattenglas med streck',
    need: 'I värmeböljan visste vi inte vem som hade druckit.',
    proposal: 'Ett streck för varje glas, på kylskåpet.',
    comments: ['Dietisten på sjukhuset har en färdig vätskelista.']
  },
  {
    id: 'sangar',
    title: 'Höj- och sänkbara sängar hemma',
    need: 'Ryggen tar slut när sängen är för låg.',
    proposal: 'Låna ut från ett gemensamt förråd tills den egna kommer.'
  },
  { id: 'tusch', title: 'Whiteboard för dagens uppdrag', need: 'Lapparna på kylskåpet trillar ner.' },
  {
    id: 'ensam',
    title: 'Ensamarbete i skogen utan täckning',
    need: 'På två adresser fungerar inte larmet på telefonen.',
    proposal: 'Satellitlarm i den bilen.'
  },
  {
    id: 'promenad',
    title: 'Gåkompis på söndagar',
    need: 'På helgen är det ingen som kommer ut.',
    proposal: 'Föreningen har frivilliga som vill gå med.'
  },
  { id: 'rokning', title: 'Rökruta med tak', need: 'Den som röker står i regnet, och röken drar in i matsalen.' },
  {
    id: 'digital',
    title: 'Videosamtal med barnbarnen',
    need: 'Familjerna bor i Norge och Göteborg.',
    proposal: 'En surfplatta i besöksrummet med stora knappar.'
  },
  {
    id: 'papper',
    title: 'Skriv inte ut körlistan',
    need: 'Vi skriver ut tusen sidor i månaden som ligger på golvet i bilen.'
  },
  {
    id: 'kost',
    title: 'Konsistensanpassad mat som ser god ut',
    need: 'Timbalerna är grå och äts inte upp.',
    proposal: 'Formar och sås i andra färger.'
  },
  {
    id: 'spegel',
    title: 'Täck speglarna för den som blir rädd',
    need: 'Hon tror att någon annan är i rummet.',
    comments: ['Vi på Ekbacken använde rullgardin, det gick fort att lära sig.']
  },
  {
    id: 'handledning',
    title: 'Reflektionsgrupp efter svåra händelser',
    need: 'Efter ett hot går vi hem och bär det själva.'
  },
  {
    id: 'vinterdack',
    title: 'Byt däcken före första frosten',
    need: 'Bilarna stod en hel vecka i november för att verkstaden var full.'
  },
  {
    id: 'kladforrad',
    title: 'Låneförråd av vinterkläder',
    need: 'Den som flyttar in akut har bara det hen går och står i.'
  },
  {
    id: 'nattfrukost',
    title: 'Nattmacka för den som vaknar',
    need: 'Fastan mellan kvällsmat och frukost är fjorton timmar.',
    proposal: 'Något litet efter tio.'
  },
  {
    id: 'toalett',
    title: 'Kontrastfärg på toasitsen',
    need: 'Allt är vitt och då hittar den som ser dåligt inte rätt.',
    proposal: 'Röd sits och rött handtag.'
  },
  {
    id: 'taxi',
    title: 'Färdtjänsten kommer inte in på gården',
    need: 'Grinden är låst och föraren ringer inte.',
    proposal: 'En kod till förarna.',
    comments: ['Trafikkontoret svarade att bommen kan öppnas med appen.']
  },
  {
    id: 'lansbibliotek',
    title: 'Ljudböcker till dem som ligger',
    need: 'Dagarna är långa när man inte kan hålla i en bok.'
  }
];

// Written before the search was tuned, and left as they were.
export const PAIRS: readonly Pair[] = [
  // A part and its compound, either way
  ['hemtjänstbil', 'poolbil'],
  ['bil bokning', 'poolbil'],
  ['trapphusdörr', 'dorr'],
  ['golvbelysning', 'nattlampa'],
  ['kvällsbemanning', 'dubbel'],
  ['selar', 'lyftsele'],
  ['väska sår', 'sarvard'],
  ['brev nya brukare', 'valkomst'],
  ['demenshund', 'hund'],
  ['larm brand övning', 'brandlarm'],
  ['medicinlista signering', 'signatur'],
  ['duschmusik', 'musik'],
  ['trädgårdslådor', 'vaxt'],
  ['låda mat etikett', 'matlada'],
  ['vikarieintroduktion', 'semester'],
  // Typing errors
  ['elsyklar', 'cykel'],
  ['insullin', 'insulin'],
  ['trygghetskamrea', 'trygghet'],
  ['rulator verkstad', 'rullator'],
  ['isbrodar', 'is'],
  ['avfuktre', 'avfuktare'],
  ['glasögn', 'glasogon'],
  ['hörapperat batteri', 'horapp'],
  ['nykelknippor', 'nyckelgomma'],
  ['överraportering', 'rapport'],
  ['inkontinenskydd', 'blojor'],
  ['parfymfrit', 'lukt'],
  ['vidiosamtal', 'digital'],
  ['reflektonsgrupp', 'handledning'],
  ['konsistensanpasad', 'kost'],
  // Other forms of the words
  ['ljudbok', 'lansbibliotek'],
  ['spelningslista dusch', 'musik'],
  ['minnesstunder', 'avsked'],
  ['halkskydden', 'fallkort'],
  ['körkortet undersköterska', 'korkort'],
  ['däckbyte', 'vinterdack'],
  ['speglar', 'spegel'],
  ['tvättider', 'tvatt'],
  // Written on a keyboard without å, ä and ö
  ['sprakcafe', 'sprak'],
  ['rokruta', 'rokning'],
  ['farkdtjanst', 'taxi'],
  ['allsang', 'psalm'],
  ['munvard', 'tandhalsa'],
  ['hojbara sangar', 'sangar'],
  ['gakompis', 'promenad'],
  ['nattmacka', 'nattfrukost'],
  // Words of different fields
  ['ensamarbete satellit', 'ensam'],
  ['toasits röd', 'toalett'],
  ['schema helger kvartal', 'schema'],
  ['kaffe dagrum pratstund', 'kaffe'],
  ['laddning skåp uttag', 'laddning'],
  ['bastu badhus torsdag', 'bastu'],
  ['tolk arabiska surfplatta', 'tolk'],
  // Words that only others have said
  ['pälsallergi', 'hund'],
  ['miljöstrateg', 'sopor'],
  ['rullgardin spegel', 'spegel'],
  ['vätskelista', 'vatten'],
  ['bemanningsplan', 'delade'],
  ['budgetberedning körkort', 'korkort'],
  ['trafikkontoret bom', 'taxi']
];

// Looked at when everything was done, never tuned to.
export const HELD_OUT: readonly Pair[] = [
  ['bilbokning', 'poolbil'],
  ['regnställ cykel', 'cykel'],
  ['dörrautomatik port', 'dorr'],
  ['fallolyckor toalett mörker', 'nattlampa'],
  ['kompreser', 'sarvard'],
  ['lattlast brev', 'valkomst'],
  ['lärare språk vikarier', 'sprak'],
  ['hundbesök', 'hund'],
  ['arbetskläder tvättstuga', 'tvatt'],
  ['kylvaska', 'insulin'],
  ['tandborstar', 'tandhalsa'],
  ['odlingslådorna', 'vaxt'],
  ['anhörigsamtal månad', 'ring'],
  ['göran granne', 'ring'],
  ['madras mögel', 'avfuktare'],
  ['telefonladdning', 'laddning'],
  ['handsprit sängen', 'handdesinfektion'],
  ['vinterkläder akut flytt', 'kladforrad'],
  ['körlistor utskrift', 'papper'],
  ['frivilliga promenad söndag', 'promenad']
];

/** Ideas that share words with the targets and are about something else. */
export const NEAR_MISSES: readonly string[] = [
  'Bilder på personalen i hallen',
  'Bilda en brukargrupp',
  'Biljetter till teatern',
  'Mobilt arbetssätt i hemtjänsten',
  'Cykelställ vid entrén',
  'Dörrskyltar med foto',
  'Golvvärme i badrummet',
  'Kvällsfika på avdelningen',
  'Sårbarhet vid sjukskrivning',
  'Väskor med kommunens märke',
  'Selma fyller hundra år',
  'Välkomna till öppet hus',
  'Språklig mångfald i gruppen',
  'Etiketter på pärmarna',
  'Hundra dagar som chef',
  'Hundrastgård i parken',
  'Tvätta bilen oftare',
  'Brandsläckare i köket',
  'Madrassen passar inte sängen',
  'Insulation av vinden',
  'Signalen försvinner i källaren',
  'Munskydd i två storlekar',
  'Kameran i entrén är trasig',
  'Kaffemaskinen läcker',
  'Musikquiz på fredagar',
  'Sommarfest för familjerna',
  'Schemalagd rast',
  'Delad tjänst mellan två enheter',
  'Ringklockan hörs inte',
  'Minnesanteckningar från mötet',
  'Strumpor i fel låda',
  'Glas i stället för plast',
  'Hörselslinga i samlingssalen',
  'Rullbord till köket',
  'Isfria gångar',
  'Nyckelpersoner i varje grupp',
  'Rapportera fel till fastighet',
  'Tolkning av riktlinjen',
  'Sopkvast till balkongen',
  'Skydd för datorskärmen',
  'Basta på fikarasten',
  'Salmer och visor',
  'Körkortsfoto till legitimationen',
  'Laddhybrider i bilpoolen',
  'Handskar i rätt storlek',
  'Luktärter i kruka',
  'Vattna blommorna',
  'Sänkta trösklar',
  'Tuschpennor tar slut',
  'Gemensam promenad i oktober',
  'Röklukt i trapphuset',
  'Digital anslagstavla',
  'Pappershanddukar',
  'Kostråd från regionen',
  'Spegelblanka golv',
  'Handledare för elever',
  'Vinterväg till garaget',
  'Klädpeng till sommaren',
  'Toalettpapper tar slut',
  'Taxiresor bokas för sent',
  'Biblioteket kommer med böcker'
];

/** Every word that somebody searches for here. */
export const SEARCHED: ReadonlySet<string> = new Set([...PAIRS, ...HELD_OUT].flatMap(([query]) => query.split(' ')));
