import { inLanguage } from './index.svelte.ts';

/** Words of the ways between worksheets and ideas: from a card to the idea it became, and back. */
const sv = {
  make: 'Gör till idé',
  makeOf: (card: string) => `Gör till idé: ${card}`,
  made: 'Idén är sparad på enheten, bland kommunens idéer.',
  idea: (title: string) => `Idé: ${title}`,
  nothing: 'Skriv något på kortet först.',
  nothingOnSheet: 'Skriv något på bladet först.',
  wholeLead: 'När bladet säger vad idén är kan det bli en idé som andra i kommunen ser och stödjer.',
  from: 'Från arbetsblad',
  away: 'som inte har kommit hit än',
  in: (work: string) => `i ${work}`,
  sheets: (work: string) => `Arbetsblad i ${work}`,
  fromChallenge: 'Börja arbeta med metod',
  works: 'Arbeten om utmaningen'
};

const en: typeof sv = {
  make: 'Make it an idea',
  makeOf: (card) => `Make it an idea: ${card}`,
  made: 'The idea is saved on the device, among the municipality’s ideas.',
  idea: (title) => `Idea: ${title}`,
  nothing: 'Write something on the card first.',
  nothingOnSheet: 'Write something on the sheet first.',
  wholeLead: 'When the sheet says what the idea is, it can become one that others in the municipality see and support.',
  from: 'From worksheet',
  away: 'that has not come here yet',
  in: (work) => `in ${work}`,
  sheets: (work) => `Worksheets in ${work}`,
  fromChallenge: 'Begin to work with a method',
  works: 'Work on the challenge'
};

export const cardIdeaWords = inLanguage(sv, en);
