import { inLanguage } from './index.svelte.ts';

/** Words of an idea on paper, and of its files. */
const sv = {
  title: 'Skriv ut idén',
  link: 'Skriv ut eller spara',
  back: 'Idén',
  print: 'Skriv ut eller spara som PDF',
  json: 'Spara allt som JSON',
  html: 'Spara som webbsida',
  lead: 'Här står allt om idén: texter, bilder, beslut, samtal och stöd. Välj PDF i utskriftsrutan för att spara.',
  loading: (count: number) => (count === 1 ? '1 bild hämtas …' : `${count} bilder hämtas …`),
  savedJson: 'Filen är sparad.',
  savedWithout: (count: number) =>
    count === 1
      ? 'Filen är sparad, men 1 bild eller ljud gick inte att hämta. Prova igen med kontakt.'
      : `Filen är sparad, men ${count} bilder eller ljud gick inte att hämta. Prova igen med kontakt.`,
  savedHtml: 'Webbsidan är sparad.',
  of: (place: string) => `Idé i ${place}`,
  number: 'Nummer',
  address: 'Adress',
  printed: (day: string) => `Utskrift ${day}`,
  author: 'Lämnad av',
  captured: 'Lämnad',
  unit: 'Enhet',
  category: 'Område',
  challenge: 'Svarar på utmaningen',
  stage: 'Läge',
  answerBy: 'Svar senast',
  answered: 'Besvarad',
  buildsOn: 'Bygger på',
  support: 'Stöd',
  path: 'Vägen hit',
  comments: (count: number) => (count === 0 ? 'Inga kommentarer' : `Kommentarer (${count})`),
  files: 'Filer',
  sound: (length: string, who: string) => `Röstanteckning, ${length}, av ${who}. Ljudet finns i appen.`,
  picture: (number: number, who: string) => `Bild ${number}, av ${who}`,
  pictureAway: 'Bilden är inte hämtad till enheten.',
  answer: 'svar från kommunen',
  merged: (title: string) => `Lever vidare här: ${title}`,
  undone: 'Ångrat'
};

const en: typeof sv = {
  title: 'Print the idea',
  link: 'Print or save',
  back: 'The idea',
  print: 'Print or save as PDF',
  json: 'Save everything as JSON',
  html: 'Save as a web page',
  lead: 'All there is about the idea: texts, pictures, decisions, talk and support. Choose PDF in the print dialog to save.',
  loading: (count) => (count === 1 ? '1 picture is being fetched …' : `${count} pictures are being fetched …`),
  savedJson: 'The file is saved.',
  savedWithout: (count) =>
    count === 1
      ? 'The file is saved, but 1 picture or sound could not be fetched. Try again with a connection.'
      : `The file is saved, but ${count} pictures or sounds could not be fetched. Try again with a connection.`,
  savedHtml: 'The web page is saved.',
  of: (place) => `Idea in ${place}`,
  number: 'Number',
  address: 'Address',
  printed: (day) => `Printed ${day}`,
  author: 'Left by',
  captured: 'Left',
  unit: 'Unit',
  category: 'Area',
  challenge: 'Answers the challenge',
  stage: 'Stage',
  answerBy: 'Answer by',
  answered: 'Answered',
  buildsOn: 'Builds on',
  support: 'Support',
  path: 'The way here',
  comments: (count) => (count === 0 ? 'No comments' : `Comments (${count})`),
  files: 'Files',
  sound: (length, who) => `Spoken note, ${length}, by ${who}. The sound is in the app.`,
  picture: (number, who) => `Picture ${number}, by ${who}`,
  pictureAway: 'The picture has not been fetched to this device.',
  answer: 'answer from the municipality',
  merged: (title) => `Lives on here: ${title}`,
  undone: 'Undone'
};

export const printWords = inLanguage(sv, en);
