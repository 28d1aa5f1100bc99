import type { TemplateContent } from '../template-format.ts';

export const testplan: TemplateContent = {
  format: 1,
  name: { sv: 'Testplan', en: 'Test plan' },
  step: 'testa-ideer',
  guide: {
    purpose: {
      sv: 'Att komma överens om hur ni ska prova, så att ni lär er något av det.',
      en: 'To agree on how to try, so that you learn from it.'
    },
    when: { sv: 'Innan ni testar i verkligheten.', en: 'Before you test in reality.' },
    minutes: { from: 30, to: 60 },
    group: { from: 2, to: 6 },
    how: [
      { sv: 'Testa litet: en enhet, en vecka, några få.', en: 'Test small: one unit, one week, a few people.' },
      {
        sv: 'Skriv frågorna först, och vad som skulle få er att sluta.',
        en: 'Write the questions first, and what would make you stop.'
      },
      {
        sv: 'Bestäm vem som ansvarar och vem som säger till när det ska ta slut.',
        en: 'Decide who is responsible and who says when it is over.'
      }
    ]
  },
  sections: [
    {
      id: 'planen',
      form: 'text',
      fields: [
        {
          id: 'tjanst',
          type: 'long',
          name: { sv: 'Tjänst', en: 'Service' },
          help: { sv: 'Vad är det som testas?', en: 'What is being tested?' }
        },
        {
          id: 'ansvarig',
          type: 'role',
          name: { sv: 'Ansvarig', en: 'Responsible' },
          help: { sv: 'Vilken roll har ansvaret?', en: 'Which role is responsible?' }
        },
        { id: 'tid-plats', type: 'long', name: { sv: 'Tid och plats', en: 'Time and place' } },
        {
          id: 'vad',
          type: 'long',
          name: { sv: 'Vad', en: 'What' },
          help: { sv: 'Vad ska göras, steg för steg?', en: 'What shall be done, step by step?' }
        },
        {
          id: 'varfor',
          type: 'long',
          name: { sv: 'Varför', en: 'Why' },
          help: { sv: 'Vad vill ni veta när testet är slut?', en: 'What do you want to know when the test is over?' }
        }
      ]
    },
    {
      id: 'testfragor',
      form: 'rows',
      name: { sv: 'Testfrågor', en: 'Test questions' },
      add: { sv: 'Lägg till en fråga', en: 'Add a question' },
      fields: [
        { id: 'fraga', type: 'long', name: { sv: 'Fråga', en: 'Question' } },
        { id: 'svar', type: 'long', name: { sv: 'Svar efter testet', en: 'Answer after the test' } }
      ]
    }
  ]
};
