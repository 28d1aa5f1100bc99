import { rootsOf } from '#lib/store/search/roots.ts';
import { Random } from '../simulation/random.ts';

/** An idea as somebody in care might have written it. */
export interface Written {
  readonly title: string;
  readonly need: string;
  readonly proposal: string;
  /** What somebody said of it; absent for most. */
  readonly comment?: string;
}

// The language of the hand-written ideas is in here too, so that nothing is found by being alone with a word.
const FIRST = `hemtjänst natt kväll morgon dag trygghet nyckel medicin läkemedel larm brand dörr golv säng dusch bad mat
  frukost lunch kök tvätt städ kläd sko rull gång trapp hiss bil cykel buss vinter sommar helg semester vikarie personal
  arbets skydds hand mun sår tand hör syn fall rörelse musik bild telefon dator surf video papper journal schema planerings
  bemannings anhörig besöks demens minnes trädgårds odlings skogs gårds park bok ljud språk brev informations kontakt
  utbildnings introduktions hälso vatten frukt kaffe bak sopp sopor miljö energi lampa belysnings ljus färg skylt kod lås
  garage parkerings väg tak fönster spegel gardin stol bords matt madrass lyft sele hygien inkontinens handsk munskydd`
  .split(/\s+/)
  .filter(Boolean);
const LAST = `bil larm lista schema kort skåp låda väska vagn rum dörr lås kod tavla pärm rutin stund grupp träff samtal
  besök runda tur väg skylt lampa belysning stol säng bord matta hylla förråd plats tid plan genomgång utbildning kurs
  introduktion rapport blankett app platta telefon dator skärm knapp kamera sensor hjälpmedel skydd handske kläder skor
  mat frukost kaffe lunch middag frukt vatten medicin dos mätning kontroll tillsyn tvätt städning vård omsorg ansvarig
  vän hund bok musik film bild trädgård promenad gymnastik dans fest fika`
  .split(/\s+/)
  .filter(Boolean);
const WHO = `brukaren;de boende;anhöriga;nattpersonalen;vikarierna;sjuksköterskan;undersköterskan;vår chef;nya kollegor;
  den som ser dåligt;den som hör dåligt;den som har rollator;den som sitter i rullstol;männen på avdelningen;
  familjen;dottern;sonen;hemtjänsten;kvällsgruppen;planeraren;arbetsterapeuten;fastighetsskötaren`
  .split(';')
  .map((each) => each.trim());
const VERBS =
  `hittar inte;väntar på;saknar;glömmer;letar efter;behöver;undrar över;blir orolig av;har ont om;får inte fatt i;
  vill ha;lånar;tappar bort;förstår inte;är trött på;hinner inte med;frågar efter;ser fram emot;ringer om;skriver upp`
    .split(';')
    .map((each) => each.trim());
const WHEN =
  `på natten;på helgen;på morgonen;efter klockan åtta;i januari;i värmeböljan;på sommaren;vid lunch;varje måndag;
  varannan tisdag;sista torsdagen;på söndagar;en gång i månaden;varje vecka;när det regnar;i mörkret;vid frukosten`
    .split(';')
    .map((each) => each.trim());
const PLACES =
  `i trapphuset;i garaget;på kontoret;i köket;i tvättstugan;i korridoren;i dagrummet;på expeditionen;hemma hos
  brukaren;i bilen;i källaren;på gården;i matsalen;vid hissen;i omklädningsrummet;på landsbygden;på Skogslyckan;på Ekbacken;i centrum`
    .split(';')
    .map((each) => each.replace(/\s+/g, ' ').trim());
const DO = `Prova hos tio brukare;Köp in två och se hur det går;Sätt upp en lista på dörren;Låt en person ha ansvaret;
  Gör en enkel rutin på en sida;Fråga de boende först;Boka i mobilen;Låna från hjälpmedelscentralen;Lägg det i schemat;
  En timme i veckan räcker;Gå igenom det tillsammans;Märk allt med namn och färg;Be fastighet sätta upp det;
  Ta bort det som ingen använder;Skriv på lättläst svenska;Visa med bilder;Ring i stället för att mejla`
  .split(';')
  .map((each) => each.trim());
const SAID =
  `Bra tänkt;Så har vi också;Det provade vi förra året;Tänk på allergi;Vem betalar;Fråga sjukhuset;Kommunen har ett
  avtal;Jag kan visa hur vi gjorde;Det kräver samtycke;Kan vi börja i mars;Det gick fort att lära sig;Hos oss tog det slut`
    .split(';')
    .map((each) => each.replace(/\s+/g, ' ').trim());

/** Compounds that are in use; which words are put together is chance, as it often seems to be. */
const COMPOUNDS = 3_000;

/**
 * So many ideas of everyday care, the same from one seed.
 * @param avoided compounds that nobody in it has written, in any form: what a search for them should find is another matter
 */
export function* writtenIdeas(count: number, avoided: ReadonlySet<string>, seed = 7): Iterable<Written> {
  const random = new Random(seed);
  const avoidedRoots = new Set([...avoided].map((word) => rootsOf(word)[0]));
  const compounds: string[] = [];
  while (compounds.length < COMPOUNDS) {
    const compound = random.pick(FIRST) + random.pick(LAST);
    if (!avoidedRoots.has(rootsOf(compound)[0]!)) compounds.push(compound);
  }
  /** A few are in everybody's mouth, and most are seldom heard. */
  const thing = (): string =>
    random.chance(0.45) ? random.pick(LAST) : compounds[Math.floor(COMPOUNDS * random.next() ** 3)]!;
  const sentence = (): string => {
    const start = random.pick(WHO);
    return `${start.charAt(0).toUpperCase()}${start.slice(1)} ${random.pick(VERBS)} ${thing()} ${random.pick(PLACES)} ${random.pick(WHEN)}.`;
  };
  const sentences = (most: number): string => Array.from({ length: 1 + random.below(most) }, sentence).join(' ');
  for (let made = 0; made < count; made++) {
    const [one, other] = [thing(), thing()];
    const title = random.pick([
      `${one} och ${other} ${random.pick(PLACES)}`,
      `Bättre ${one} ${random.pick(WHEN)}`,
      `Ny ${one} i stället för ${other}`,
      `Låna ut ${one} till ${random.pick(WHO)}`,
      `${one} för ${random.pick(WHO)}`
    ]);
    yield {
      title: title.charAt(0).toUpperCase() + title.slice(1),
      need: sentences(5),
      proposal: random.chance(0.6) ? `${random.pick(DO)}. ${sentence()}` : '',
      ...(random.chance(0.12) ? { comment: `${random.pick(SAID)}. ${sentence()}` } : {})
    };
  }
}
