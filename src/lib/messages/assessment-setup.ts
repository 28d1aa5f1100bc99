import { inLanguage } from './index.svelte.ts';

/** Words of what an assessment is prepared with: its round, the criteria, and those that are always there. */
const sv = {
  round: {
    lead: 'Välj idéer och bedömare. Alla bedömare svarar på samma kriterier.',
    name: 'Vad ska omgången heta?',
    suggestion: (when: string) => `Bedömning ${when}`,
    ideas: 'Idéer',
    ideasHint: 'De som står i Bedöms är valda från början.',
    noIdeas: 'Det finns inga nya idéer att bedöma.',
    assessors: 'Bedömare',
    assessorsHint: 'Minst två ger en rättvisare bild.',
    set: 'Kriterier',
    setHint: 'Går inte att byta när omgången är startad.',
    builtIn: 'Grundkriterierna',
    closes: 'Svara senast',
    closesNote: '(valfritt)',
    start: 'Starta omgången',
    change: 'Ändra omgången',
    save: 'Spara',
    cancel: 'Avbryt',
    close: 'Stäng omgången',
    closeTitle: 'Stänga omgången?',
    closeLead:
      'Ingen kan svara efter det, och resultatet visas för alla som läser här. Det går inte att ångra, men en ny omgång kan startas och då följer svaren med.',
    errors: {
      name: 'Skriv vad omgången ska heta.',
      ideas: 'Välj minst en idé, och högst 60.',
      assessors: 'Välj minst en bedömare, och högst 40.',
      closes: 'Skriv en dag som finns.'
    }
  },
  sets: {
    title: 'Kriterier',
    lead: 'Det som idéer bedöms efter. Varje kriterium väger 1–10, och höga siffror är alltid bra.',
    builtIn: 'Grundkriterierna',
    builtInLead: 'De finns alltid. Anpassa dem så får kommunen en egen kopia att ändra i.',
    adapt: 'Anpassa',
    adaptedName: 'Kommunens kriterier',
    add: 'Nytt kriterium',
    newSet: 'Nya kriterier',
    edit: 'Ändra',
    editOf: (name: string) => `Ändra ${name}`,
    rename: 'Byt namn',
    retire: 'Ta ur bruk',
    retireOf: (name: string) => `Ta ${name} ur bruk`,
    restore: 'Ta i bruk igen',
    restoreOf: (name: string) => `Ta ${name} i bruk igen`,
    retired: 'Ur bruk',
    weight: (weight: number) => `Vikt ${weight}`,
    name: 'Namn',
    explanation: 'Förklaring',
    explanationHint: 'Vad ska den som bedömer tänka på?',
    weightField: 'Vikt (1–10)',
    axis: 'Vad säger kriteriet något om?',
    axes: { effect: 'Effekt: vad idén ger', effort: 'Insats: vad den kräver' },
    axisShort: { effect: 'Effekt', effort: 'Insats' },
    effortHint: 'Om insats betyder 5 lätt att göra och 1 mycket svårt.',
    up: 'Uppåt',
    upOf: (name: string) => `Flytta ${name} uppåt`,
    save: 'Spara',
    cancel: 'Avbryt',
    readOnly: 'Kriterier ändras av idécoacher, ledning och administratörer.',
    errors: {
      name: 'Skriv ett namn.',
      weight: 'Skriv ett helt tal mellan 1 och 10.',
      order: 'Kriteriet kunde inte flyttas dit.'
    },
    two: 'Två versioner',
    twoLead: (field: string, text: string) =>
      `${field} ändrades på två enheter samtidigt. Den andra versionen: ”${text}”`,
    useOther: 'Använd den andra',
    keepStanding: 'Behåll den som gäller',
    fields: {
      name: 'Namnet',
      explanation: 'Förklaringen',
      weight: 'Vikten',
      axis: 'Effekt eller insats',
      order: 'Ordningen',
      closes: 'Sista dag'
    }
  },
  builtIn: {
    nytta: {
      name: 'Nytta',
      explanation: 'Hur mycket bättre blir det för dem idén är till för?',
      low: 'Ingen nytta',
      high: 'Stor nytta'
    },
    effekt: {
      name: 'Effekt',
      explanation: 'Hur många berörs, och hur mycket tid eller kvalitet ger det i verksamheten?',
      low: 'Liten effekt',
      high: 'Stor effekt'
    },
    genomforbarhet: {
      name: 'Genomförbarhet',
      explanation: 'Hur lätt är det att få gjort med den tid, de pengar och de regler som finns?',
      low: 'Mycket svårt',
      high: 'Lätt att göra'
    },
    angelagenhet: {
      name: 'Angelägenhet',
      explanation: 'Hur bråttom är det? Vad händer om ingenting görs?',
      low: 'Kan vänta',
      high: 'Brådskar'
    }
  }
};

const en: typeof sv = {
  round: {
    lead: 'Choose ideas and assessors. All assessors answer to the same criteria.',
    name: 'What shall the round be called?',
    suggestion: (when: string) => `Assessment ${when}`,
    ideas: 'Ideas',
    ideasHint: 'Those being assessed are chosen from the start.',
    noIdeas: 'There are no new ideas to assess.',
    assessors: 'Assessors',
    assessorsHint: 'At least two give a fairer picture.',
    set: 'Criteria',
    setHint: 'Cannot be exchanged once the round has started.',
    builtIn: 'The basic criteria',
    closes: 'Answer by',
    closesNote: '(optional)',
    start: 'Start the round',
    change: 'Change the round',
    save: 'Save',
    cancel: 'Cancel',
    close: 'Close the round',
    closeTitle: 'Close the round?',
    closeLead:
      'Nobody can answer after that, and the results are shown to everybody who reads here. It cannot be undone, but a new round can be started and the answers come along.',
    errors: {
      name: 'Write what the round shall be called.',
      ideas: 'Choose at least one idea, and at most 60.',
      assessors: 'Choose at least one assessor, and at most 40.',
      closes: 'Write a day that exists.'
    }
  },
  sets: {
    title: 'Criteria',
    lead: 'What ideas are assessed by. Each criterion weighs 1–10, and high numbers are always good.',
    builtIn: 'The basic criteria',
    builtInLead: 'They are always there. Adapt them, and the municipality gets a copy of its own to change.',
    adapt: 'Adapt',
    adaptedName: 'The municipality’s criteria',
    add: 'New criterion',
    newSet: 'New criteria',
    edit: 'Edit',
    editOf: (name: string) => `Edit ${name}`,
    rename: 'Rename',
    retire: 'Take out of use',
    retireOf: (name: string) => `Take ${name} out of use`,
    restore: 'Take into use again',
    restoreOf: (name: string) => `Take ${name} into use again`,
    retired: 'Out of use',
    weight: (weight: number) => `Weight ${weight}`,
    name: 'Name',
    explanation: 'Explanation',
    explanationHint: 'What shall whoever assesses think of?',
    weightField: 'Weight (1–10)',
    axis: 'What does the criterion say something of?',
    axes: { effect: 'Effect: what the idea gives', effort: 'Effort: what it takes' },
    axisShort: { effect: 'Effect', effort: 'Effort' },
    effortHint: 'Of effort, 5 means easy to do and 1 very hard.',
    up: 'Up',
    upOf: (name: string) => `Move ${name} up`,
    save: 'Save',
    cancel: 'Cancel',
    readOnly: 'Criteria are changed by idea coaches, leaders and administrators.',
    errors: {
      name: 'Write a name.',
      weight: 'Write a whole number between 1 and 10.',
      order: 'The criterion could not be moved there.'
    },
    two: 'Two versions',
    twoLead: (field: string, text: string) =>
      `${field} was changed on two devices at once. The other version: “${text}”`,
    useOther: 'Use the other',
    keepStanding: 'Keep the one that stands',
    fields: {
      name: 'The name',
      explanation: 'The explanation',
      weight: 'The weight',
      axis: 'Effect or effort',
      order: 'The order',
      closes: 'The last day'
    }
  },
  builtIn: {
    nytta: {
      name: 'Benefit',
      explanation: 'How much better does it become for those the idea is for?',
      low: 'No benefit',
      high: 'Great benefit'
    },
    effekt: {
      name: 'Effect',
      explanation: 'How many are concerned, and how much time or quality does it give at work?',
      low: 'Little effect',
      high: 'Great effect'
    },
    genomforbarhet: {
      name: 'Feasibility',
      explanation: 'How easy is it to get done with the time, money and rules there are?',
      low: 'Very hard',
      high: 'Easy to do'
    },
    angelagenhet: {
      name: 'Urgency',
      explanation: 'How pressing is it? What happens if nothing is done?',
      low: 'Can wait',
      high: 'Urgent'
    }
  }
};

export const assessmentSetupWords = inLanguage(sv, en);
