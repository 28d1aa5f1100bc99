import { inLanguage, language } from './index.svelte.ts';

const number = (value: number): string =>
  value.toLocaleString(language() === 'sv' ? 'sv-SE' : 'en-GB', { maximumFractionDigits: 1 });
const ideasSv = (count: number): string => (count === 1 ? '1 idé' : `${number(count)} idéer`);
const ideasEn = (count: number): string => (count === 1 ? '1 idea' : `${number(count)} ideas`);
const daysSv = (count: number): string => (count === 1 ? '1 arbetsdag' : `${number(count)} arbetsdagar`);
const daysEn = (count: number): string => (count === 1 ? '1 working day' : `${number(count)} working days`);
const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** What nobody has said is not zero. */
type Known = number | undefined;
const joined = (...sentences: readonly string[]): string => sentences.filter((each) => each !== '').join(' ');

/** A number, and a share of a hundred, as people write them. */
export { number as spokenNumber, percent as spokenShare };

/** Words of the pictures for those who lead. */
const sv = {
  title: 'Ledning',
  lead: (place: string) => `Så går det med idéerna i ${place}.`,
  back: 'Ledning',
  notYours: 'Bilderna är för den som leder',
  notYoursLead: 'Idécoach, chef, ledning, kommunadmin och regional samordnare ser dem. Idéerna själva kan alla läsa.',
  ideas: 'Idéer',
  failed: 'Det gick inte att räkna',
  failedLead: 'Idéerna på enheten kunde inte läsas. Ladda om sidan och försök igen.',
  none: 'Inga idéer att räkna än',
  noneLead: 'När den första idén har kommit syns den här.',
  counting: 'Räknar …',
  print: 'Skriv ut',
  allTables: 'Visa allt som tabell',
  allPictures: 'Visa allt som bild',
  filters: 'Vad som räknas',
  place: 'Plats',
  region: 'Fyrbodal',
  period: 'Period',
  periods: {
    '12-manader': 'De senaste 12 månaderna',
    '3-manader': 'De senaste 3 månaderna',
    'i-ar': 'I år',
    'forra-aret': 'Förra året',
    eget: 'Egna dagar'
  },
  from: 'Från och med',
  to: 'Till och med',
  faults: {
    from: 'Skriv en dag, till exempel 2026-01-01.',
    to: 'Skriv en dag, till exempel 2026-12-31.',
    order: 'Den sista dagen kommer före den första. Välj en senare dag.',
    long: 'Välj högst 24 månader. Bilderna har inte plats för fler.'
  },
  unit: 'Enhet',
  allUnits: 'Alla enheter',
  noUnit: 'Utan enhet',
  unknownUnit: 'Okänd enhet',
  closedUnit: (name: string) => `${name} (nedlagd)`,
  shown: (place: string, unit: string, from: string, to: string) =>
    `${place}, ${unit.toLowerCase()}, ${from} till ${to}`,
  shownUnit: (place: string, unit: string, from: string, to: string) => `${place}, ${unit}, ${from} till ${to}`,
  printed: (day: string) => `Utskrivet ${day}`,

  now: 'Just nu',
  nowIn: (unit: string) => `Just nu, ${unit}`,
  waiting: (count: number): string => (count === 1 ? 'idé väntar på svar' : 'idéer väntar på svar'),
  waitingMeans: 'Ingen har sagt vad som blir av dem än.',
  overdue: (count: number): string => (count === 1 ? 'svar är försenat' : 'svar är försenade'),
  overdueMeans: 'Dagen då den som lämnade idén lovades svar har passerat.',
  introduced: (count: number): string =>
    count === 1 ? 'idé har börjat införas i år' : 'idéer har börjat införas i år',
  introducedMeans: 'Beslut om att skala upp, taget i år för första gången.',
  hours: (count: number): string => (count === 1 ? 'timme om året tillbaka' : 'timmar om året tillbaka'),
  hoursMeans: 'Tid som frigjorts, som den senast har mätts, uppskattats eller berättats.',
  seeIdeas: 'Se idéerna',

  way: 'Vägen',
  funnel: 'Hur långt idéerna har kommit',
  funnelMeans: (left: number, forward: number, introduced: number) =>
    left + forward + introduced === 0
      ? 'Inget hände med idéerna under perioden.'
      : `${ideasSv(left)} lämnades under perioden. ${number(forward)} togs vidare och ${number(introduced)} började införas.`,
  funnelNote:
    'En idé räknas i ett läge första gången den kommer dit eller längre, även om den lämnades före perioden. Därför kan ett senare läge ha fler.',
  stage: 'Läge',
  count: 'Idéer',
  stageCount: (stage: string, count: number) => `${stage}: ${ideasSv(count)}`,

  times: 'Tid i varje läge',
  timesMeans: (stage: string, median: number, p90: number) =>
    median === p90
      ? `Längst tid tar ${stage}: ${daysSv(median)}.`
      : `Längst tid tar ${stage}: hälften av idéerna var klara där inom ${daysSv(median)}, nio av tio inom ${number(p90)}.`,
  timesNone: 'Ingen idé lämnade ett läge under perioden.',
  timesNote: 'Arbetsdagar, för idéer som lämnade läget under perioden. Beslut som ångrats räknas inte.',
  timesText: (median: number, p90: number) =>
    median === p90 ? number(median) : `${number(median)} (nio av tio: ${number(p90)})`,
  timesSaid: (stage: string, count: number, median: number, p90: number) =>
    `${stage}: hälften inom ${daysSv(median)}, nio av tio inom ${number(p90)}. ${ideasSv(count)} lämnade läget.`,
  timesSaidNone: (stage: string) => `${stage}: ingen idé lämnade läget under perioden.`,
  timesHere: (count: number, longest: number) => ` ${ideasSv(count)} är där nu, den äldsta sedan ${daysSv(longest)}.`,
  timesColumns: [
    'Läge',
    'Lämnade läget',
    'Hälften inom, arbetsdagar',
    'Nio av tio inom, arbetsdagar',
    'Där nu',
    'Längst där nu, arbetsdagar'
  ],
  nothing: '–',

  answering: 'Svar',
  answers: 'Svar i tid',
  answersMeans: (inTime: number, all: number, overdue: number) =>
    (all === 0
      ? 'Inget svar var lovat under perioden.'
      : `${number(inTime)} av ${number(all)} svar kom senast den dag som lovats.`) +
    (overdue === 0
      ? ' Inget svar är försenat nu.'
      : ` ${overdue === 1 ? '1 svar är försenat' : `${number(overdue)} svar är försenade`} nu.`),
  answersNote:
    'Räknas i månaden då svaret var lovat, när dagen har passerat. Ett svar som ännu inte kommit räknas som sent.',
  answersSaid: (month: string, share: string, inTime: number, all: number) =>
    `${month}: ${share} i tid, ${number(inTime)} av ${number(all)}.`,
  answersSaidNone: (month: string) => `${month}: inget svar var lovat.`,
  answersColumns: ['Månad', 'I tid', 'Sent', 'Andel i tid'],

  coming: 'Idéer som kommer in',
  units: 'Idéer per enhet och månad',
  unitsMeans: (unit: string, count: number, all: number) =>
    `Flest kom från ${unit}: ${number(count)} av ${ideasSv(all)}.`,
  unitsMeansOne: (unit: string, all: number) => `${ideasSv(all)} från ${unit}.`,
  unitsNone: 'Ingen idé lämnades under perioden.',
  unitsNote: 'En idé som skickats vidare till en annan enhet räknas där. En som dragits tillbaka räknas inte.',
  unitsSaid: (unit: string, month: string, count: number) => `${unit}, ${month}: ${ideasSv(count)}.`,
  unitsMore: (count: number): string => (count === 1 ? 'Visa 1 enhet till' : `Visa ${count} enheter till`),
  unitsFewer: 'Visa bara de största enheterna',
  sum: 'Summa',

  results: 'Vad det blev',
  forward: 'Tagna vidare',
  forwardMeans: (count: number) =>
    count === 0 ? 'Ingen idé togs vidare.' : `${ideasSv(count)} fick tid att utvecklas, eller kom längre.`,
  carried: 'Började införas',
  carriedMeans: (count: number) =>
    count === 0 ? 'Ingen idé började införas.' : `${ideasSv(count)} fick beslut om att skalas upp.`,
  closed: 'Avslutade med skäl',
  closedMeans: (count: number) =>
    count === 0
      ? 'Ingen idé avslutades.'
      : `${ideasSv(count)} avslutades. Skälet står i beslutet, och den som lämnade idén kan läsa det.`,
  month: 'Månad',
  monthCount: (month: string, count: number) => `${month}: ${ideasSv(count)}.`,

  benefit: 'Nytta',
  gains: {
    hours: {
      title: 'Timmar',
      means: (planned: Known, reached: Known) =>
        joined(
          reached === undefined
            ? 'Ingen har skrivit hur många timmar om året idéerna ger.'
            : `Idéerna ger ${number(reached)} timmar om året tillbaka.`,
          planned === undefined ? '' : `${number(planned)} är planerade.`
        ),
      amount: (count: number) => (count === 1 ? '1 timme' : `${number(count)} timmar`)
    },
    kronor: {
      title: 'Kronor',
      means: (planned: Known, reached: Known) =>
        joined(
          reached === undefined
            ? 'Ingen har skrivit hur många kronor om året idéerna sparar.'
            : `Idéerna sparar ${number(reached)} kronor om året.`,
          planned === undefined ? '' : `${number(planned)} är planerade.`
        ),
      amount: (count: number) => (count === 1 ? '1 krona' : `${number(count)} kronor`)
    }
  },
  gainsNone: 'Ingen har skrivit vad idéerna ger än. Det gör man på idéns sida, under Nytta.',
  gainsNote:
    'Som det står i dag, oberoende av perioden. Av varje idé räknas det som sagts sist. Mindre än noll är sådant som kostar.',
  gainColumns: ['Hur ofta', 'Planerat', 'Uppnått'],
  sorts: { yearly: 'Per år', once: 'En gång' },
  gainRows: {
    planned: { yearly: 'Planerat per år', once: 'Planerat en gång' },
    reached: { yearly: 'Uppnått per år', once: 'Uppnått en gång' }
  },
  gainSaid: (row: string, amount: string) => `${row}: ${amount}.`,

  behind: {
    waiting: 'Idéer som väntar på svar',
    overdue: 'Idéer vars svar är försenat',
    introducedThisYear: 'Idéer som började införas i år',
    received: 'Idéer som lämnades',
    funnel: 'Idéer som kom till läget, eller längre',
    left: 'Idéer som lämnade läget',
    here: 'Idéer som är i läget nu',
    answers: 'Idéer vars svar var lovat',
    forward: 'Idéer som togs vidare',
    introduced: 'Idéer som började införas',
    closed: 'Idéer som avslutades',
    planned: 'Idéer med planerad nytta',
    reached: 'Idéer med uppnådd nytta'
  },
  inTime: 'i tid',
  late: 'sent',
  behindNone: 'Inga idéer här',
  behindNoneLead: 'Något har ändrats sedan länken gjordes, eller så finns det inga.',
  noSuch: 'Länken leder inte till något tal',
  behindCount: ideasSv,
  more: (count: number) => `Visa ${number(count)} till`
};

const en: typeof sv = {
  title: 'Leadership',
  lead: (place) => `How it goes for the ideas in ${place}.`,
  back: 'Leadership',
  notYours: 'The pictures are for those who lead',
  notYoursLead:
    'Idea coaches, managers, leaders, administrators and the regional coordinator see them. The ideas are there for everybody to read.',
  ideas: 'Ideas',
  failed: 'It could not be counted',
  failedLead: 'The ideas on this device could not be read. Load the page again.',
  none: 'No ideas to count yet',
  noneLead: 'When the first idea has come it is seen here.',
  counting: 'Counting …',
  print: 'Print',
  allTables: 'Show everything as tables',
  allPictures: 'Show everything as pictures',
  filters: 'What is counted',
  place: 'Place',
  region: 'Fyrbodal',
  period: 'Period',
  periods: {
    '12-manader': 'The last 12 months',
    '3-manader': 'The last 3 months',
    'i-ar': 'This year',
    'forra-aret': 'Last year',
    eget: 'Days of your own'
  },
  from: 'From',
  to: 'To',
  faults: {
    from: 'Write a day, for example 2026-01-01.',
    to: 'Write a day, for example 2026-12-31.',
    order: 'The last day comes before the first. Choose a later day.',
    long: 'Choose at most 24 months. The pictures have no room for more.'
  },
  unit: 'Unit',
  allUnits: 'All units',
  noUnit: 'Without a unit',
  unknownUnit: 'Unknown unit',
  closedUnit: (name) => `${name} (closed)`,
  shown: (place, unit, from, to) => `${place}, ${unit.toLowerCase()}, ${from} to ${to}`,
  shownUnit: (place, unit, from, to) => `${place}, ${unit}, ${from} to ${to}`,
  printed: (day) => `Printed ${day}`,

  now: 'Right now',
  nowIn: (unit) => `Right now, ${unit}`,
  waiting: (count) => (count === 1 ? 'idea waits for an answer' : 'ideas wait for an answer'),
  waitingMeans: 'Nobody has said what becomes of them yet.',
  overdue: (count) => (count === 1 ? 'answer is overdue' : 'answers are overdue'),
  overdueMeans: 'The day by which the author was promised an answer has passed.',
  introduced: (count) =>
    count === 1 ? 'idea began to be introduced this year' : 'ideas began to be introduced this year',
  introducedMeans: 'A decision to scale up, made this year for the first time.',
  hours: (count) => (count === 1 ? 'hour a year given back' : 'hours a year given back'),
  hoursMeans: 'Time set free, as it was last measured, estimated or told.',
  seeIdeas: 'See the ideas',

  way: 'The way',
  funnel: 'How far the ideas have come',
  funnelMeans: (left, forward, introduced) =>
    left + forward + introduced === 0
      ? 'Nothing happened to the ideas in the period.'
      : `${ideasEn(left)} were left in the period. ${number(forward)} were taken forward and ${number(introduced)} began to be introduced.`,
  funnelNote:
    'An idea is counted in a stage the first time it comes there or further, even if it was left before the period. So a later stage may have more.',
  stage: 'Stage',
  count: 'Ideas',
  stageCount: (stage, count) => `${stage}: ${ideasEn(count)}`,

  times: 'Time in each stage',
  timesMeans: (stage, median, p90) =>
    median === p90
      ? `${stage} takes the longest: ${daysEn(median)}.`
      : `${stage} takes the longest: half of the ideas were done there within ${daysEn(median)}, nine of ten within ${number(p90)}.`,
  timesNone: 'No idea left a stage in the period.',
  timesNote: 'Working days, of ideas that left the stage in the period. Decisions that were undone are not counted.',
  timesText: (median, p90) => (median === p90 ? number(median) : `${number(median)} (nine of ten: ${number(p90)})`),
  timesSaid: (stage, count, median, p90) =>
    `${stage}: half within ${daysEn(median)}, nine of ten within ${number(p90)}. ${ideasEn(count)} left the stage.`,
  timesSaidNone: (stage) => `${stage}: no idea left the stage in the period.`,
  timesHere: (count, longest) => ` ${ideasEn(count)} there now, the oldest for ${daysEn(longest)}.`,
  timesColumns: [
    'Stage',
    'Left the stage',
    'Half within, working days',
    'Nine of ten within, working days',
    'There now',
    'Longest there now, working days'
  ],
  nothing: '–',

  answering: 'Answers',
  answers: 'Answers in time',
  answersMeans: (inTime, all, overdue) =>
    (all === 0
      ? 'No answer was promised in the period.'
      : `${number(inTime)} of ${number(all)} answers came by the day that was promised.`) +
    (overdue === 0
      ? ' No answer is overdue now.'
      : ` ${overdue === 1 ? '1 answer is overdue' : `${number(overdue)} answers are overdue`} now.`),
  answersNote:
    'Counted in the month the answer was promised for, when the day has passed. An answer that has not come yet counts as late.',
  answersSaid: (month, share, inTime, all) => `${month}: ${share} in time, ${number(inTime)} of ${number(all)}.`,
  answersSaidNone: (month) => `${month}: no answer was promised.`,
  answersColumns: ['Month', 'In time', 'Late', 'Share in time'],

  coming: 'Ideas that come in',
  units: 'Ideas by unit and month',
  unitsMeans: (unit, count, all) => `Most came from ${unit}: ${number(count)} of ${ideasEn(all)}.`,
  unitsMeansOne: (unit, all) => `${ideasEn(all)} from ${unit}.`,
  unitsNone: 'No idea was left in the period.',
  unitsNote: 'An idea that was passed on to another unit is counted there. One that was taken back is not counted.',
  unitsSaid: (unit, month, count) => `${unit}, ${month}: ${ideasEn(count)}.`,
  unitsMore: (count) => (count === 1 ? 'Show 1 more unit' : `Show ${count} more units`),
  unitsFewer: 'Show the largest units only',
  sum: 'Sum',

  results: 'What came of it',
  forward: 'Taken forward',
  forwardMeans: (count) =>
    count === 0 ? 'No idea was taken forward.' : `${ideasEn(count)} got time to be developed, or came further.`,
  carried: 'Began to be introduced',
  carriedMeans: (count) =>
    count === 0 ? 'No idea began to be introduced.' : `${ideasEn(count)} were decided to be scaled up.`,
  closed: 'Closed with a reason',
  closedMeans: (count) =>
    count === 0
      ? 'No idea was closed.'
      : `${ideasEn(count)} were closed. The reason stands in the decision, and the author can read it.`,
  month: 'Month',
  monthCount: (month, count) => `${month}: ${ideasEn(count)}.`,

  benefit: 'Benefit',
  gains: {
    hours: {
      title: 'Hours',
      means: (planned, reached) =>
        joined(
          reached === undefined
            ? 'Nobody has written how many hours a year the ideas give.'
            : `The ideas give ${number(reached)} hours a year back.`,
          planned === undefined ? '' : `${number(planned)} are planned.`
        ),
      amount: (count) => (count === 1 ? '1 hour' : `${number(count)} hours`)
    },
    kronor: {
      title: 'Kronor',
      means: (planned, reached) =>
        joined(
          reached === undefined
            ? 'Nobody has written how many kronor a year the ideas save.'
            : `The ideas save ${number(reached)} kronor a year.`,
          planned === undefined ? '' : `${number(planned)} are planned.`
        ),
      amount: (count) => (count === 1 ? '1 krona' : `${number(count)} kronor`)
    }
  },
  gainsNone: 'Nobody has written what the ideas give yet. That is done on the idea’s page, under Benefit.',
  gainsNote:
    'As it stands today, whatever the period. Of each idea what was said last is counted. Less than zero is what costs.',
  gainColumns: ['How often', 'Planned', 'Reached'],
  sorts: { yearly: 'A year', once: 'Once' },
  gainRows: {
    planned: { yearly: 'Planned a year', once: 'Planned once' },
    reached: { yearly: 'Reached a year', once: 'Reached once' }
  },
  gainSaid: (row, amount) => `${row}: ${amount}.`,

  behind: {
    waiting: 'Ideas that wait for an answer',
    overdue: 'Ideas whose answer is overdue',
    introducedThisYear: 'Ideas that began to be introduced this year',
    received: 'Ideas that were left',
    funnel: 'Ideas that came to the stage, or further',
    left: 'Ideas that left the stage',
    here: 'Ideas that are in the stage now',
    answers: 'Ideas whose answer was promised',
    forward: 'Ideas that were taken forward',
    introduced: 'Ideas that began to be introduced',
    closed: 'Ideas that were closed',
    planned: 'Ideas with planned benefit',
    reached: 'Ideas with benefit that was reached'
  },
  inTime: 'in time',
  late: 'late',
  behindNone: 'No ideas here',
  behindNoneLead: 'Something has changed since the link was made, or there are none.',
  noSuch: 'The link leads to no number',
  behindCount: ideasEn,
  more: (count) => `Show ${number(count)} more`
};

export const overviewWords = inLanguage(sv, en);
