import type { TemplateContent } from '../template-format.ts';

export const intervjuguide: TemplateContent = {
  format: 1,
  name: { sv: 'Intervjuguide', en: 'Interview guide' },
  step: 'undersoka',
  guide: {
    purpose: {
      sv: 'Att förbereda samtal så att ni får höra det ni inte redan vet.',
      en: 'To prepare conversations so that you hear what you do not already know.'
    },
    when: {
      sv: 'Inför samtal med dem som berörs, och för att samla det ni fick höra.',
      en: 'Before talking with those concerned, and to gather what you heard.'
    },
    minutes: { from: 30, to: 60 },
    group: { from: 2, to: 4 },
    how: [
      {
        sv: 'Skriv vad ni vill veta och vad ni tror att svaret är.',
        en: 'Write what you want to know and what you think the answer is.'
      },
      {
        sv: 'Gör frågorna öppna: börja med ”berätta om”, ”hur” eller ”visa mig”.',
        en: 'Make the questions open: begin with “tell me about”, “how” or “show me”.'
      },
      { sv: 'Var två vid samtalet: en pratar, en skriver.', en: 'Be two at the conversation: one talks, one writes.' },
      {
        sv: 'Skriv ner det ni hörde samma dag. Inga namn och inget som pekar ut någon.',
        en: 'Write down what you heard the same day. No names and nothing that points anybody out.'
      }
    ]
  },
  sections: [
    {
      id: 'forberedelse',
      form: 'text',
      name: { sv: 'Före', en: 'Before' },
      fields: [
        {
          id: 'vill-veta',
          type: 'long',
          name: { sv: 'Vill veta', en: 'Want to know' },
          help: { sv: 'Vad behöver ni förstå bättre?', en: 'What do you need to understand better?' }
        },
        {
          id: 'vem-var-hur',
          type: 'long',
          name: { sv: 'Vem, var och hur?', en: 'Who, where and how?' },
          help: {
            sv: 'Vilka roller ni vill prata med, på vilken plats och på vilket sätt.',
            en: 'Which roles you want to talk to, in what place and in what way.'
          }
        },
        {
          id: 'hypoteser',
          type: 'long',
          name: { sv: 'Hypoteser', en: 'Hypotheses' },
          help: {
            sv: 'Vad tror ni? Det är lättare att bli förvånad om det står här.',
            en: 'What do you believe? It is easier to be surprised if it stands here.'
          }
        }
      ]
    },
    {
      id: 'fragor',
      form: 'rows',
      name: { sv: 'Öppna frågor', en: 'Open questions' },
      add: { sv: 'Lägg till en fråga', en: 'Add a question' },
      fields: [{ id: 'fraga', type: 'long', name: { sv: 'Fråga', en: 'Question' } }]
    },
    {
      id: 'intervjuer',
      form: 'rows',
      name: { sv: 'Det vi fick höra', en: 'What we heard' },
      help: { sv: 'En rad för varje samtal.', en: 'One row for each conversation.' },
      add: { sv: 'Lägg till ett samtal', en: 'Add a conversation' },
      fields: [
        {
          id: 'med',
          type: 'role',
          name: { sv: 'Samtal med', en: 'Talk with' },
          help: { sv: 'En roll, aldrig ett namn.', en: 'A role, never a name.' }
        },
        { id: 'citat', type: 'long', name: { sv: 'Citat', en: 'Quotes' } },
        { id: 'overraskningar', type: 'long', name: { sv: 'Överraskningar', en: 'Surprises' } },
        { id: 'lardomar', type: 'long', name: { sv: 'Lärdomar', en: 'Lessons' } }
      ]
    }
  ]
};
