import { inLanguage } from './index.svelte.ts';

/** Words of the similar ideas that are shown while somebody writes a new one. */
const sv = {
  title: 'Liknar något av de här det du tänker på?',
  found: (count: number) =>
    count === 1 ? '1 liknande idé visas under fälten.' : `${count} liknande idéer visas under fälten.`,
  yours: 'Din idé',
  support: 'Stöd den i stället',
  supportOf: (title: string) => `Stöd den i stället: ${title}`,
  build: 'Bygg vidare',
  buildOf: (title: string) => `Bygg vidare på ${title}`,
  supported: (title: string) => `Du stöder nu ”${title}”.`,
  kept: 'Dina ord finns kvar här som utkast.',
  drop: 'Kasta utkastet',
  show: 'Visa idén',
  goOn: 'Skriv vidare',
  undo: 'Ta tillbaka stödet',
  takenBack: 'Stödet är tillbakataget.',
  buildsOn: (title: string) => `Bygger på ”${title}”`,
  buildsOnUnknown: 'Bygger på en annan idé',
  detach: 'Ta bort kopplingen',
  failed: 'Det gick inte att spara ditt stöd på enheten. Försök igen.'
};

const en: typeof sv = {
  title: 'Is any of these what you are thinking of?',
  found: (count) =>
    count === 1 ? '1 similar idea is shown below the fields.' : `${count} similar ideas are shown below the fields.`,
  yours: 'Your idea',
  support: 'Support it instead',
  supportOf: (title) => `Support it instead: ${title}`,
  build: 'Build on it',
  buildOf: (title) => `Build on it: ${title}`,
  supported: (title) => `You now support “${title}”.`,
  kept: 'Your words are kept here as a draft.',
  drop: 'Discard the draft',
  show: 'Show the idea',
  goOn: 'Go on writing',
  undo: 'Take the support back',
  takenBack: 'The support has been taken back.',
  buildsOn: (title) => `Builds on “${title}”`,
  buildsOnUnknown: 'Builds on another idea',
  detach: 'Remove the link',
  failed: 'Your support could not be saved on the device. Try again.'
};

export const similarWords = inLanguage(sv, en);
