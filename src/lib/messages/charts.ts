import { inLanguage } from './index.svelte.ts';

/** Words around every picture. */
const sv = {
  asTable: 'Visa som tabell',
  asPicture: 'Visa som bild',
  walk: (title: string) => `${title}, bild. Gå mellan värdena med piltangenterna`,
  showIdeas: 'Visa idéerna'
};

const en: typeof sv = {
  asTable: 'Show as a table',
  asPicture: 'Show as a picture',
  walk: (title) => `${title}, picture. Walk between the values with the arrow keys`,
  showIdeas: 'Show the ideas'
};

export const chartWords = inLanguage(sv, en);
