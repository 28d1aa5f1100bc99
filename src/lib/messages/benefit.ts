import type { Amount } from '#lib/domain/benefit/benefit.ts';
import { inLanguage } from './index.svelte.ts';

const NBSP = '\u00a0';
const MINUS = '\u2212';
const inSwedish = new Intl.NumberFormat('sv-SE');
const inEnglish = new Intl.NumberFormat('en-GB');
const svOne = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 1 });
const enOne = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** With a minus that is one, and narrow spaces that do not break. */
const number = (format: Intl.NumberFormat, value: number): string =>
  (value < 0 ? MINUS : '') + format.format(Math.abs(value)).replace(/\s/g, NBSP);

/** Words of an idea's benefit: its page, its forms and its follow-ups. */
const sv = {
  title: 'Nytta',
  titleOf: (idea: string) => `Nytta av ”${idea}”`,
  toIdea: 'Till idén',
  missing: 'Idén finns inte på den här enheten',
  box: {
    title: 'Nytta',
    none: 'Ingen har sagt vad idén ska ge än.',
    noneTold: 'Ingen har berättat vad idén gav än.',
    open: 'Se och berätta om nyttan',
    plan: 'Planera nyttan'
  },
  planned: 'Planerat',
  reached: 'Nått',
  hours: 'Arbetstid',
  kronor: 'Kronor',
  quality: 'Kvalitet',
  unknown: 'Inget sagt',
  hoursOf: (value: number) => `${number(inSwedish, value)}${NBSP}tim`,
  kronorOf: (value: number) => `${number(inSwedish, value)}${NBSP}kr`,
  per: { month: 'i månaden', year: 'om året', once: 'en gång' },
  yearly: 'om året',
  once: 'en gång',
  amount: (unit: 'hours' | 'kronor', { amount, per }: Amount): string =>
    `${number(inSwedish, amount)}${NBSP}${unit === 'hours' ? 'tim' : 'kr'} ${sv.per[per]}`,
  signs: 'Plus är vunnet: tid som blir fri, pengar som sparas. Minus är det som går åt.',
  scale: {
    question: 'Hur blev det för dem det gäller?',
    questionPlan: 'Hur ska det bli för dem det gäller?',
    of: (value: number) => `${value} av 5`,
    mean: (value: number) => `${svOne.format(value)} av 5`,
    words: {
      1: 'Sämre än förut',
      2: 'Ingen skillnad',
      3: 'Lite bättre',
      4: 'Klart bättre',
      5: 'Mycket bättre'
    } as Readonly<Record<number, string>>
  },
  how: { measured: 'Mätt', estimated: 'Uppskattat', told: 'Berättat' },
  picture: {
    title: 'Planerat bredvid nått',
    lead: 'Varje rad är vad någon har sagt, räknat om till ett år. Vad som kom en gång står för sig.',
    yearly: { hours: 'Arbetstid om året', kronor: 'Kronor om året' },
    once: { hours: 'Arbetstid en gång', kronor: 'Kronor en gång' },
    empty: 'När någon har planerat eller berättat om nyttan syns den här.',
    table: 'Allt som är sagt om nyttan',
    asTable: (name: string) => `${name} som tabell`,
    when: 'När'
  },
  said: {
    planned: (day: string) => `Planerat till ${day}`,
    reached: (day: string) => `Nått ${day}`,
    followUp: (months: number) => `${months} månader efter`,
    by: (name: string, when: string) => `${name}, ${when}`,
    responsible: (name: string) => `${name} ansvarar`,
    correct: 'Rätta',
    correctOf: (what: string) => `Rätta: ${what}`,
    takeBack: 'Ta tillbaka',
    takeBackOf: (what: string) => `Ta tillbaka: ${what}`,
    takenBack: 'Uppgiften är tillbakatagen. Den går att läsa men räknas inte.',
    earlier: 'Tidigare uppgifter',
    earlierLead: 'De är rättade eller tillbakatagna och räknas inte.',
    replaced: 'Rättad',
    withdrawn: 'Tillbakatagen',
    postponed: (months: number, day: string) => `Uppföljningen efter ${months} månader flyttad till ${day}`,
    unmeasurable: (months: number) => `Efter ${months} månader: gick inte att mäta`
  },
  followUps: {
    title: 'Uppföljning',
    lead: 'Tre, sex och tolv månader efter att idén infördes frågar appen vad den gav.',
    none: 'Idén är inte införd än. När den är det frågar appen efter tre, sex och tolv månader.',
    months: (months: number) => `${months} månader`,
    states: {
      coming: 'Kommer',
      due: 'Att följa upp nu',
      overdue: 'Sen',
      done: 'Klar',
      unmeasurable: 'Gick inte att mäta',
      missed: 'Blev inte gjord'
    },
    from: (day: string) => `Från ${day}`,
    last: (day: string) => `Senast ${day}`,
    answered: (day: string) => `Svar ${day}`,
    moved: (reason: string) => `Flyttad: ${reason}`,
    answer: 'Berätta vad den gav',
    answerOf: (months: number) => `Berätta vad den gav efter ${months} månader`,
    postpone: 'Fråga senare',
    unmeasurable: 'Går inte att mäta',
    responsible: (name: string) => `${name} påminns.`,
    othersAnswer: 'Idécoach, chef eller ledning svarar med siffror. Du kan berätta hur det blev.'
  },
  postponeForm: {
    title: (months: number) => `Fråga senare om de ${months} månaderna`,
    lead: 'Appen frågar igen den dagen.',
    until: 'Fråga igen',
    reason: 'Varför?',
    reasonHint: 'Till exempel: vi mäter i mars när alla är tillbaka.',
    reasonMissing: 'Skriv varför. En mening räcker.',
    dayMissing: 'Välj en dag.',
    dayPassed: 'Dagen har redan varit. Välj en senare dag.',
    save: 'Fråga senare',
    saved: 'Sparat på enheten. Appen frågar igen den dagen.'
  },
  unmeasurableForm: {
    title: (months: number) => `Det går inte att mäta efter ${months} månader`,
    lead: 'Det är också ett svar. Appen frågar inte mer om de månaderna.',
    reason: 'Varför går det inte?',
    reasonHint: 'Till exempel: ingen räknade innan vi började.',
    reasonMissing: 'Skriv varför. En mening räcker.',
    save: 'Spara svaret',
    saved: 'Svaret är sparat på enheten.'
  },
  cancel: 'Avbryt',
  plan: 'Planera nyttan',
  planAgain: 'Ändra planen',
  tell: 'Berätta vad den gav',
  tellQuality: 'Berätta hur det blev',
  form: {
    planTitle: 'Vad ska idén ge?',
    reachedTitle: 'Vad gav idén?',
    correctTitle: 'Rätta uppgiften',
    correctLead: 'Den gamla uppgiften går att läsa men räknas inte längre.',
    hours: 'Arbetstid, hela timmar',
    hoursSigns: { gained: 'Blir fri', spent: 'Går åt' },
    kronor: 'Pengar, hela kronor',
    kronorSigns: { gained: 'Sparas', spent: 'Kostar' },
    sign: (what: string) => `${what}: vunnet eller använt`,
    per: 'Hur ofta?',
    perOf: (what: string) => `${what}: hur ofta?`,
    periods: { month: 'Varje månad', year: 'Varje år', once: 'En gång' },
    quality: 'Vad blev bättre, och för vem?',
    qualityPlan: 'Vad ska bli bättre, och för vem?',
    qualityHint: 'Inga namn på omsorgstagare. Skriv gärna om något blev sämre.',
    noScale: 'Vet inte',
    on: 'Vilken dag kom det fram?',
    onPlan: 'När ska det vara nått?',
    responsible: 'Vem ansvarar?',
    responsibleHint: 'Den personen påminns när det är dags att följa upp.',
    nobody: 'Den som beslutade att införa',
    somebodyElse: 'Någon annan',
    find: 'Sök på namn',
    me: (name: string) => `${name} (du)`,
    followUp: 'Svarar på en uppföljning?',
    noFollowUp: 'Nej',
    how: 'Hur kom det fram?',
    hows: {
      measured: 'Mätt: någon räknade eller läste av',
      estimated: 'Uppskattat: någon som vet gjorde en bedömning',
      told: 'Berättat: de som det gäller har sagt det'
    },
    optional: '(valfritt)',
    hoursWrong: 'Skriv timmarna som ett helt tal, till exempel 40.',
    kronorWrong: 'Skriv beloppet i hela kronor, till exempel 25 000.',
    nothing: 'Skriv timmar, kronor eller ord. Ett av dem räcker.',
    nothingInWords: 'Skriv hur det blev, eller välj på skalan.',
    dayMissing: 'Välj en dag.',
    howMissing: 'Välj hur det kom fram.',
    save: 'Spara',
    kept: 'Utkastet är sparat på enheten',
    failed: 'Utkastet kan inte sparas på enheten just nu. Stäng inte sidan.',
    saved: 'Uppgiften är sparad på enheten.'
  },
  stories: 'Berättelser',
  storiesNone: 'Ingen har berättat om idén än.',
  storyNew: 'Skriv en berättelse'
};

const en: typeof sv = {
  title: 'Benefit',
  titleOf: (idea) => `Benefit of “${idea}”`,
  toIdea: 'To the idea',
  missing: 'The idea is not on this device',
  box: {
    title: 'Benefit',
    none: 'Nobody has said what the idea should give yet.',
    noneTold: 'Nobody has told what the idea gave yet.',
    open: 'See and tell of its benefit',
    plan: 'Plan its benefit'
  },
  planned: 'Planned',
  reached: 'Reached',
  hours: 'Working time',
  kronor: 'Kronor',
  quality: 'Quality',
  unknown: 'Nothing said',
  hoursOf: (value) => `${number(inEnglish, value)}${NBSP}h`,
  kronorOf: (value) => `${number(inEnglish, value)}${NBSP}kr`,
  per: { month: 'a month', year: 'a year', once: 'once' },
  yearly: 'a year',
  once: 'once',
  amount: (unit, { amount, per }) =>
    `${number(inEnglish, amount)}${NBSP}${unit === 'hours' ? 'h' : 'kr'} ${en.per[per]}`,
  signs: 'Plus is gained: time set free, money saved. Minus is what is spent.',
  scale: {
    question: 'How did it become for those it is about?',
    questionPlan: 'How should it become for those it is about?',
    of: (value) => `${value} of 5`,
    mean: (value) => `${enOne.format(value)} of 5`,
    words: {
      1: 'Worse than before',
      2: 'No difference',
      3: 'A little better',
      4: 'Clearly better',
      5: 'Much better'
    }
  },
  how: { measured: 'Measured', estimated: 'Estimated', told: 'Told' },
  picture: {
    title: 'Planned beside reached',
    lead: 'Each row is what somebody has said, as a year of it. What came once stands by itself.',
    yearly: { hours: 'Working time a year', kronor: 'Kronor a year' },
    once: { hours: 'Working time once', kronor: 'Kronor once' },
    empty: 'When somebody has planned or told of its benefit it is shown here.',
    table: 'All that is said of its benefit',
    asTable: (name) => `${name} as a table`,
    when: 'When'
  },
  said: {
    planned: (day) => `Planned by ${day}`,
    reached: (day) => `Reached ${day}`,
    followUp: (months) => `${months} months after`,
    by: (name, when) => `${name}, ${when}`,
    responsible: (name) => `${name} answers for it`,
    correct: 'Correct',
    correctOf: (what) => `Correct: ${what}`,
    takeBack: 'Take back',
    takeBackOf: (what) => `Take back: ${what}`,
    takenBack: 'It has been taken back. It can be read but does not count.',
    earlier: 'Earlier entries',
    earlierLead: 'They have been corrected or taken back and do not count.',
    replaced: 'Corrected',
    withdrawn: 'Taken back',
    postponed: (months, day) => `The follow-up after ${months} months moved to ${day}`,
    unmeasurable: (months) => `After ${months} months: could not be measured`
  },
  followUps: {
    title: 'Follow-up',
    lead: 'Three, six and twelve months after the idea was introduced the app asks what it gave.',
    none: 'The idea is not introduced yet. When it is, the app asks after three, six and twelve months.',
    months: (months) => `${months} months`,
    states: {
      coming: 'To come',
      due: 'To follow up now',
      overdue: 'Late',
      done: 'Done',
      unmeasurable: 'Could not be measured',
      missed: 'Was not done'
    },
    from: (day) => `From ${day}`,
    last: (day) => `By ${day}`,
    answered: (day) => `Answered ${day}`,
    moved: (reason) => `Moved: ${reason}`,
    answer: 'Tell what it gave',
    answerOf: (months) => `Tell what it gave after ${months} months`,
    postpone: 'Ask later',
    unmeasurable: 'Cannot be measured',
    responsible: (name) => `${name} is reminded.`,
    othersAnswer: 'Idea coaches, managers and leaders answer with numbers. You can tell how it became.'
  },
  postponeForm: {
    title: (months) => `Ask later about the ${months} months`,
    lead: 'The app asks again on that day.',
    until: 'Ask again',
    reason: 'Why?',
    reasonHint: 'For example: we measure in March when everyone is back.',
    reasonMissing: 'Write why. A sentence is enough.',
    dayMissing: 'Choose a day.',
    dayPassed: 'That day has passed. Choose a later day.',
    save: 'Ask later',
    saved: 'Saved on this device. The app asks again on that day.'
  },
  unmeasurableForm: {
    title: (months) => `It cannot be measured after ${months} months`,
    lead: 'That is an answer too. The app does not ask about those months again.',
    reason: 'Why not?',
    reasonHint: 'For example: nobody counted before we began.',
    reasonMissing: 'Write why. A sentence is enough.',
    save: 'Save the answer',
    saved: 'The answer is saved on this device.'
  },
  cancel: 'Cancel',
  plan: 'Plan its benefit',
  planAgain: 'Change the plan',
  tell: 'Tell what it gave',
  tellQuality: 'Tell how it became',
  form: {
    planTitle: 'What should the idea give?',
    reachedTitle: 'What did the idea give?',
    correctTitle: 'Correct the entry',
    correctLead: 'The old entry can be read but no longer counts.',
    hours: 'Working time, whole hours',
    hoursSigns: { gained: 'Set free', spent: 'Spent' },
    kronor: 'Money, whole kronor',
    kronorSigns: { gained: 'Saved', spent: 'Costs' },
    sign: (what) => `${what}: gained or spent`,
    per: 'How often?',
    perOf: (what) => `${what}: how often?`,
    periods: { month: 'Every month', year: 'Every year', once: 'Once' },
    quality: 'What became better, and for whom?',
    qualityPlan: 'What should become better, and for whom?',
    qualityHint: 'No names of people in care. Do say if something became worse.',
    noScale: 'Do not know',
    on: 'On which day was it found out?',
    onPlan: 'By when should it be reached?',
    responsible: 'Who answers for it?',
    responsibleHint: 'That person is reminded when it is time to follow up.',
    nobody: 'Whoever decided to introduce it',
    somebodyElse: 'Somebody else',
    find: 'Search by name',
    me: (name) => `${name} (you)`,
    followUp: 'Does it answer a follow-up?',
    noFollowUp: 'No',
    how: 'How was it found out?',
    hows: {
      measured: 'Measured: somebody counted or read it off',
      estimated: 'Estimated: somebody who knows made a judgement',
      told: 'Told: those it is about have said so'
    },
    optional: '(optional)',
    hoursWrong: 'Write the hours as a whole number, such as 40.',
    kronorWrong: 'Write the amount in whole kronor, such as 25,000 without the comma.',
    nothing: 'Write hours, kronor or words. One of them is enough.',
    nothingInWords: 'Write how it became, or choose on the scale.',
    dayMissing: 'Choose a day.',
    howMissing: 'Choose how it was found out.',
    save: 'Save',
    kept: 'The draft is saved on this device',
    failed: 'The draft cannot be saved on the device right now. Do not close the page.',
    saved: 'The entry is saved on this device.'
  },
  stories: 'Stories',
  storiesNone: 'Nobody has told of the idea yet.',
  storyNew: 'Write a story'
};

export const benefitWords = inLanguage(sv, en);
