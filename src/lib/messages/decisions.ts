import { inLanguage } from './index.svelte.ts';

const NBSP = '\u00a0';
const inSwedish = new Intl.NumberFormat('sv-SE');
const inEnglish = new Intl.NumberFormat('en-GB');

/** Words of decisions: the form, who may make them, two that stand against each other, and the history. */
const sv = {
  title: 'Beslut',
  decide: 'Fatta beslut',
  goOn: 'Fortsätt på beslutet',
  draftKept: 'Du har ett påbörjat beslut på den här enheten.',
  dialogTitle: (title: string) => `Beslut om ”${title}”`,
  stands: (stage: string) => `Idén är nu: ${stage}.`,
  what: 'Vad händer nu?',
  whatMissing: 'Välj vad som händer med idén.',
  gone: 'Idén har fått ett nytt läge medan du skrev. Välj igen. Dina ord står kvar.',
  newer: 'Ett nytt beslut har kommit medan du skrev. Läs det, och spara igen om ditt beslut ska gälla.',
  reason: 'Varför?',
  reasonHint: 'Skriv så att den som lämnade idén förstår. Skälet syns för alla som läser idén.',
  reasonMissing: 'Skriv varför. En mening räcker.',
  hours: 'Timmar som avsätts',
  kronor: 'Kronor som avsätts',
  optional: '(valfritt)',
  hoursWrong: 'Skriv antalet timmar som ett helt tal, till exempel 40.',
  hoursMissing: 'Skriv hur många timmar som avsätts. Ett ungefärligt tal räcker.',
  kronorWrong: 'Skriv beloppet i hela kronor, till exempel 25 000.',
  kronorMissing: 'Skriv hur många kronor som avsätts. Ett ungefärligt belopp räcker.',
  save: 'Spara beslutet',
  cancel: 'Avbryt',
  saved: 'Beslutet är sparat på enheten.',
  means: {
    ny: 'Idén ligger som ny igen och väntar på svar.',
    mottagen: 'Idén är läst. Den som lämnade den ser att någon har tagit emot.',
    bedoms: 'Idén bedöms: hur stort är behovet och vad krävs?',
    utvecklas: 'Beslut om tid: någon får arbeta vidare med idén.',
    testas: 'Beslut om pengar: idén provas i verksamheten.',
    infors: 'Beslut om att skala upp: idén införs på fler ställen.',
    'i-drift': 'Idén är införd och en del av vardagen.',
    komplettering: 'Den som lämnade idén får en fråga. Svarstiden står still så länge.',
    vilande: 'Rätt idé vid fel tid. Den sparas och kan tas upp igen.',
    avslutad: 'Idén går inte vidare. Skälet är svaret till den som lämnade den.',
    sammanslagen: 'Idén lever vidare i en annan. Stöd och kommentarer följer med.'
  },
  others: 'Det här beslutar andra om',
  deciders: {
    process: 'Det beslutas av idécoach, chef eller ledning.',
    tid: 'Beslut om tid fattas av chef eller ledning.',
    pengar: 'Beslut om pengar fattas av chef eller ledning.',
    'skala-upp': 'Beslut om att skala upp fattas av chef eller ledning.',
    region: 'Det beslutas av regional samordnare.'
  },
  nextBy: 'Nästa steg beslutas av idécoach, chef eller ledning.',
  nextByRegion: 'Nästa steg beslutas av regional samordnare.',
  amounts: (hours: number | undefined, kronor: number | undefined) =>
    [
      hours === undefined ? '' : hours === 1 ? '1 timme' : inSwedish.format(hours) + NBSP + 'timmar',
      kronor === undefined ? '' : inSwedish.format(kronor) + NBSP + 'kr'
    ]
      .filter((part) => part !== '')
      .join(' och '),
  undo: 'Ångra beslutet',
  undoTitle: 'Ångra beslutet?',
  undoLead: (stage: string) => `Idén går tillbaka till ${stage}. Beslutet står kvar i historiken som ångrat.`,
  undone: 'Beslutet är ångrat.',
  merge: 'Slå ihop med en annan',
  two: 'Två beslut',
  twoLead: 'De fattades ungefär samtidigt, utan att känna till varandra. Båda finns kvar. Någon behöver välja.',
  twoStands: 'Gäller tills vidare',
  twoOther: 'Fattades också',
  letStand: (stage: string) => `Låt ”${stage}” gälla`,
  somethingElse: 'Besluta något annat',
  settleTitle: (stage: string) => `Låt ”${stage}” gälla`,
  settleLead: 'Ditt beslut gäller i stället för båda. Skriv varför.',
  decidedBy: (name: string, when: string) => `${name}, ${when}`,
  event: {
    undone: 'Ångrat beslut',
    undid: (stage: string) => `Ångrade beslutet ”${stage}”`,
    settles: (decisions: string) => `Avgjorde mellan ${decisions}`,
    named: (stage: string, name: string) => `”${stage}” (${name})`,
    and: ' och ',
    follows: (decision: string) => `Fattades efter ${decision}`,
    unaware: (decision: string) => `Fattades utan att känna till ${decision}`,
    into: (title: string) => `Lever vidare i ”${title}”`,
    merged: (title: string) => `”${title}” slogs ihop med den här idén`
  }
};

const en: typeof sv = {
  title: 'Decision',
  decide: 'Make a decision',
  goOn: 'Continue the decision',
  draftKept: 'You have begun a decision on this device.',
  dialogTitle: (title: string) => `Decision on “${title}”`,
  stands: (stage: string) => `The idea is now: ${stage}.`,
  what: 'What happens now?',
  whatMissing: 'Choose what happens to the idea.',
  gone: 'The idea came to another stage while you wrote. Choose again. Your words are kept.',
  newer: 'A new decision has come while you wrote. Read it, and save again if yours shall stand.',
  reason: 'Why?',
  reasonHint: 'Write so that whoever left the idea understands. Everyone who reads the idea sees the reason.',
  reasonMissing: 'Write why. One sentence is enough.',
  hours: 'Hours set aside',
  kronor: 'Kronor set aside',
  optional: '(optional)',
  hoursWrong: 'Write the hours as a whole number, for example 40.',
  hoursMissing: 'Write how many hours are set aside. A rough number is enough.',
  kronorWrong: 'Write the amount in whole kronor, for example 25 000.',
  kronorMissing: 'Write how many kronor are set aside. A rough amount is enough.',
  save: 'Save the decision',
  cancel: 'Cancel',
  saved: 'The decision is saved on the device.',
  means: {
    ny: 'The idea is new again and waits for an answer.',
    mottagen: 'The idea has been read. Whoever left it sees that someone has received it.',
    bedoms: 'The idea is assessed: how great is the need, and what does it take?',
    utvecklas: 'A decision on time: somebody may go on working on the idea.',
    testas: 'A decision on money: the idea is tried at work.',
    infors: 'A decision to scale up: the idea is introduced in more places.',
    'i-drift': 'The idea is introduced and a part of everyday work.',
    komplettering: 'Whoever left the idea is asked a question. The answering time stands still meanwhile.',
    vilande: 'The right idea at the wrong time. It is kept and can be taken up again.',
    avslutad: 'The idea goes no further. The reason is the answer to whoever left it.',
    sammanslagen: 'The idea lives on in another. Support and comments come along.'
  },
  others: 'Others decide on this',
  deciders: {
    process: 'An idea coach, a manager or the leadership decides on that.',
    tid: 'Decisions on time are made by a manager or the leadership.',
    pengar: 'Decisions on money are made by a manager or the leadership.',
    'skala-upp': 'Decisions to scale up are made by a manager or the leadership.',
    region: 'The regional coordinator decides on that.'
  },
  nextBy: 'The next step is decided by an idea coach, a manager or the leadership.',
  nextByRegion: 'The next step is decided by the regional coordinator.',
  amounts: (hours: number | undefined, kronor: number | undefined) =>
    [
      hours === undefined ? '' : hours === 1 ? '1 hour' : inEnglish.format(hours) + NBSP + 'hours',
      kronor === undefined ? '' : 'SEK' + NBSP + inEnglish.format(kronor)
    ]
      .filter((part) => part !== '')
      .join(' and '),
  undo: 'Undo the decision',
  undoTitle: 'Undo the decision?',
  undoLead: (stage: string) => `The idea goes back to ${stage}. The decision stays in the history as undone.`,
  undone: 'The decision is undone.',
  merge: 'Merge with another',
  two: 'Two decisions',
  twoLead:
    'They were made at about the same time, without knowing of each other. Both are kept. Someone needs to choose.',
  twoStands: 'Stands for now',
  twoOther: 'Was also made',
  letStand: (stage: string) => `Let “${stage}” stand`,
  somethingElse: 'Decide something else',
  settleTitle: (stage: string) => `Let “${stage}” stand`,
  settleLead: 'Your decision stands instead of both. Write why.',
  decidedBy: (name: string, when: string) => `${name}, ${when}`,
  event: {
    undone: 'Undone decision',
    undid: (stage: string) => `Undid the decision “${stage}”`,
    settles: (decisions: string) => `Settled between ${decisions}`,
    named: (stage: string, name: string) => `“${stage}” (${name})`,
    and: ' and ',
    follows: (decision: string) => `Made after ${decision}`,
    unaware: (decision: string) => `Made without knowing of ${decision}`,
    into: (title: string) => `Lives on in “${title}”`,
    merged: (title: string) => `“${title}” was merged with this idea`
  }
};

export const decisionWords = inLanguage(sv, en);
