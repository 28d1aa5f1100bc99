import { inLanguage } from './index.svelte.ts';

/** What waits for the person in working groups, as Hem says it: few words, since the first screen carries them. */
const sv = {
  task: (group: string, due: string | undefined) => (due === undefined ? group : `${group} · senast ${due}`),
  overdue: (group: string, due: string) => `${group} · skulle ha varit klar ${due}`,
  meeting: (group: string) => `Möte: ${group}`,
  meetingWhen: (when: string, place: string | undefined) => (place === undefined ? when : `${when} · ${place}`),
  versions: 'Två versioner i en arbetsgrupp',
  versionsLead: 'Två har skrivit olika. Välj vad som ska gälla.'
};

const en: typeof sv = {
  task: (group, due) => (due === undefined ? group : `${group} · by ${due}`),
  overdue: (group, due) => `${group} · was to be done by ${due}`,
  meeting: (group) => `Meeting: ${group}`,
  meetingWhen: (when, place) => (place === undefined ? when : `${when} · ${place}`),
  versions: 'Two versions in a working group',
  versionsLead: 'Two people have written differently. Choose what shall stand.'
};

export const groupWorkWords = inLanguage(sv, en);
