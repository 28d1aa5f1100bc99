import { inLanguage } from './index.svelte.ts';

/** Words of what becomes of an idea that is passed on: on its own page, in its history, and where it arrives. */
const sv = {
  passedOn: (to: string) => `Skickad vidare till ${to}`,
  passedOnUndone: (to: string) => `Skickad vidare till ${to}, men det ångrades`,
  title: 'Vidare till annan kommun',
  sent: (to: string) => `Idén är skickad till ${to}, utan författarens namn.`,
  sentNamed: (to: string) => `Idén är skickad till ${to}. Författaren har valt att visa sitt namn där.`,
  askOwn: (to: string) => `Din idé är skickad till ${to} utan ditt namn. Vill du att ditt namn visas där?`,
  askLead:
    'Ditt namn visas då för dem som läser idén i den andra kommunen och i Fyrbodals gemensamma del. Du kan ändra dig.',
  yes: 'Ja, visa mitt namn',
  no: 'Nej, visa inte',
  ownNamed: (to: string) => `Din idé är skickad till ${to}. Ditt namn visas där.`,
  ownUnnamed: (to: string) => `Din idé är skickad till ${to}. Ditt namn visas inte där.`,
  ownHidden: (to: string) => `Din idé är skickad till ${to}. Ditt namn är dolt och följer inte med.`,
  takeAway: 'Ta bort mitt namn',
  putOn: 'Visa mitt namn',
  saved: 'Ditt val är sparat på enheten.',
  received: (where: string, day: string) => `Mottagen i ${where} ${day}`,
  notReceived: (where: string) => `Ännu inte mottagen i ${where}`,
  comesFrom: (from: string) => `Kommer från ${from}`,
  by: (name: string) => `Idén lämnades av ${name}.`,
  unnamed: 'Författarens namn visas inte här.',
  gone: 'Varifrån den kommer finns inte på den här enheten än.'
};

const en: typeof sv = {
  passedOn: (to: string) => `Passed on to ${to}`,
  passedOnUndone: (to: string) => `Passed on to ${to}, which was undone`,
  title: 'To another municipality',
  sent: (to: string) => `The idea has been sent to ${to}, without its author’s name.`,
  sentNamed: (to: string) => `The idea has been sent to ${to}. Its author has chosen to show their name there.`,
  askOwn: (to: string) =>
    `Your idea has been sent to ${to} without your name. Do you want your name to be shown there?`,
  askLead:
    'Your name is then shown to those who read the idea in the other municipality and in the part that Fyrbodal shares. You can change your mind.',
  yes: 'Yes, show my name',
  no: 'No, do not',
  ownNamed: (to: string) => `Your idea has been sent to ${to}. Your name is shown there.`,
  ownUnnamed: (to: string) => `Your idea has been sent to ${to}. Your name is not shown there.`,
  ownHidden: (to: string) => `Your idea has been sent to ${to}. Your name is hidden and does not go with it.`,
  takeAway: 'Take my name away',
  putOn: 'Show my name',
  saved: 'Your choice is saved on this device.',
  received: (where: string, day: string) => `Received in ${where} ${day}`,
  notReceived: (where: string) => `Not received in ${where} yet`,
  comesFrom: (from: string) => `Comes from ${from}`,
  by: (name: string) => `The idea was left by ${name}.`,
  unnamed: 'Its author’s name is not shown here.',
  gone: 'Where it comes from is not on this device yet.'
};

export const passingWords = inLanguage(sv, en);
