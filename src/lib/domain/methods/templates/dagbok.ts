import type { TemplateContent } from '../template-format.ts';

export const dagbok: TemplateContent = {
  format: 1,
  name: { sv: 'Dagbok', en: 'Diary' },
  step: 'undersoka',
  guide: {
    purpose: {
      sv: 'Att följa något över tid med egna ord, medan det är färskt.',
      en: 'To follow something over time in one’s own words, while it is fresh.'
    },
    when: {
      sv: 'När det ni vill förstå händer lite då och då, eller när ingen kan vara med och titta.',
      en: 'When what you want to understand happens now and then, or when nobody can be there to watch.'
    },
    minutes: { from: 5, to: 10 },
    group: { from: 1, to: 10 },
    how: [
      {
        sv: 'Bestäm hur länge dagboken ska föras: en vecka räcker långt.',
        en: 'Decide for how long: a week goes a long way.'
      },
      {
        sv: 'Välj två eller tre rubriker som alla skriver under.',
        en: 'Choose two or three headings for everyone to write under.'
      },
      { sv: 'Skriv eller tala in några rader varje dag.', en: 'Write or speak a few lines every day.' },
      {
        sv: 'Läs dagböckerna tillsammans efteråt och leta mönster.',
        en: 'Read the diaries together afterwards and look for patterns.'
      }
    ]
  },
  sections: [
    {
      id: 'om',
      form: 'text',
      name: { sv: 'Om dagboken', en: 'About the diary' },
      fields: [
        { id: 'syfte', type: 'long', name: { sv: 'Syfte', en: 'Purpose' } },
        { id: 'bakgrund', type: 'long', name: { sv: 'Bakgrund', en: 'Background' } },
        {
          id: 'rubriker',
          type: 'long',
          name: { sv: 'Rubriker', en: 'Headings' },
          help: {
            sv: 'Två eller tre, en på varje rad. Till exempel ”Det som fungerade” och ”Det som tog tid”.',
            en: 'Two or three, one a line. For example “What worked” and “What took time”.'
          }
        }
      ]
    },
    {
      id: 'dagar',
      form: 'diary',
      name: { sv: 'Dag för dag', en: 'Day by day' },
      add: { sv: 'Skriv i dagboken', en: 'Write in the diary' },
      sound: true,
      fields: [
        { id: 'dag', type: 'date', name: { sv: 'Dag', en: 'Day' } },
        { id: 'rubrik', type: 'text', name: { sv: 'Rubrik', en: 'Heading' } },
        { id: 'text', type: 'long', name: { sv: 'Anteckning', en: 'Note' } }
      ]
    }
  ]
};
