import { inLanguage } from './index.svelte.ts';

/** Words around the questions that are asked beside an idea, wherever they are answered. */
const sv = {
  yes: 'Ja',
  no: 'Nej',
  none: 'Inget svar',
  optional: 'valfritt',
  number: 'Skriv bara ett tal, till exempel 12 eller 2,5.',
  count: (count: number) => (count === 1 ? '1 fråga' : `${count} frågor`),
  title: 'Svar på frågor',
  closed: 'Frågan ställs inte längre.',
  otherBy: (name: string) => `Svar av ${name}`,
  version: (text: string) => `På en annan enhet skrev du också: ”${text}”. Ändra svaret om det ska vara med.`,
  versionDone: 'Klart, behåll svaret',
  challenge: 'Svar på utmaningen',
  asks: (count: number) =>
    count === 1 ? 'Utmaningen ställer en fråga, längre ner.' : `Utmaningen ställer ${count} frågor, längre ner.`
};

const en: typeof sv = {
  yes: 'Yes',
  no: 'No',
  none: 'No answer',
  optional: 'optional',
  number: 'Write a number and nothing else, such as 12 or 2.5.',
  count: (count: number) => (count === 1 ? '1 question' : `${count} questions`),
  title: 'Answers to questions',
  closed: 'The question is no longer asked.',
  otherBy: (name: string) => `Answer by ${name}`,
  version: (text: string) => `On another device you also wrote: “${text}”. Change the answer if it should be there.`,
  versionDone: 'Done, keep the answer',
  challenge: 'An answer to the challenge',
  asks: (count: number) =>
    count === 1
      ? 'The challenge asks a question, further down.'
      : `The challenge asks ${count} questions, further down.`
};

export const questionWords = inLanguage(sv, en);
