import type { TemplateContent } from '../template-format.ts';

export const observation: TemplateContent = {
  format: 1,
  name: { sv: 'Observation', en: 'Observation' },
  step: 'undersoka',
  guide: {
    purpose: {
      sv: 'Att se vad som faktiskt händer, och skilja det från vad ni tror att det beror på.',
      en: 'To see what really happens, and keep it apart from what you think causes it.'
    },
    when: {
      sv: 'När folk säger en sak och gör en annan, eller när vanan gör er blinda.',
      en: 'When people say one thing and do another, or when habit has made you blind.'
    },
    minutes: { from: 60, to: 180 },
    group: { from: 1, to: 4 },
    how: [
      { sv: 'Fråga om lov först. Titta, och hjälp inte till.', en: 'Ask leave first. Watch, and do not help.' },
      { sv: 'Skriv en rad för varje händelse, medan den händer.', en: 'Write a row for each event, while it happens.' },
      {
        sv: 'Skriv roller, aldrig namn, och inget som pekar ut den som får vård eller omsorg.',
        en: 'Write roles, never names, and nothing that points out whoever receives care.'
      },
      {
        sv: 'Fyll i antagande och insikt efteråt, tillsammans.',
        en: 'Fill in assumption and insight afterwards, together.'
      }
    ]
  },
  sections: [
    {
      id: 'iakttagelser',
      form: 'rows',
      add: { sv: 'Lägg till en observation', en: 'Add an observation' },
      fields: [
        {
          id: 'vem',
          type: 'role',
          name: { sv: 'Vem', en: 'Who' },
          help: {
            sv: 'En roll, till exempel ”undersköterska, kväll”. Aldrig ett namn.',
            en: 'A role, for example “assistant nurse, evening”. Never a name.'
          }
        },
        {
          id: 'situation',
          type: 'long',
          name: { sv: 'Situation', en: 'Situation' },
          help: { sv: 'Var och när?', en: 'Where and when?' }
        },
        { id: 'vad', type: 'long', name: { sv: 'Vad', en: 'What' }, help: { sv: 'Vad hände?', en: 'What happened?' } },
        {
          id: 'hur',
          type: 'long',
          name: { sv: 'Hur', en: 'How' },
          help: { sv: 'Hur gick det till?', en: 'How was it done?' }
        },
        { id: 'antagande', type: 'long', name: { sv: 'Antagande om varför', en: 'Assumption about why' } },
        {
          id: 'kanslor',
          type: 'text',
          name: { sv: 'Känslor', en: 'Feelings' },
          help: { sv: 'Vad syntes eller hördes?', en: 'What was seen or heard?' }
        },
        { id: 'insikt', type: 'long', name: { sv: 'Insikt', en: 'Insight' } }
      ]
    }
  ]
};
