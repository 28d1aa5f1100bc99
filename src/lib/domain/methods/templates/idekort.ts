import type { TemplateContent } from '../template-format.ts';

export const idekort: TemplateContent = {
  format: 1,
  name: { sv: 'Idékort', en: 'Idea card' },
  step: 'ta-fram-ideer',
  guide: {
    purpose: {
      sv: 'Att beskriva en idé så att någon som inte var med förstår den.',
      en: 'To describe an idea so that somebody who was not there understands it.'
    },
    when: {
      sv: 'När ni har valt några idéer och ska göra dem tydliga.',
      en: 'When you have chosen a few ideas and are to make them clear.'
    },
    minutes: { from: 15, to: 30 },
    group: { from: 1, to: 4 },
    how: [
      { sv: 'Ett blad för varje idé.', en: 'One sheet for each idea.' },
      { sv: 'Rita hellre än skriv. Streckgubbar räcker.', en: 'Draw rather than write. Stick figures will do.' },
      {
        sv: 'Låt någon annan berätta om er idé med bara kortet som hjälp.',
        en: 'Let somebody else tell of your idea with only the card to help.'
      }
    ]
  },
  sections: [
    {
      id: 'iden',
      form: 'text',
      fields: [
        {
          id: 'namn',
          type: 'text',
          name: { sv: 'Namn', en: 'Name' },
          help: { sv: 'Kort och lätt att minnas.', en: 'Short and easy to remember.' }
        },
        { id: 'beskrivning', type: 'long', name: { sv: 'Beskrivning', en: 'Description' } }
      ]
    },
    {
      id: 'skiss',
      form: 'sketch',
      name: { sv: 'Skiss', en: 'Sketch' },
      help: {
        sv: 'Rita, eller fotografera något ni har ritat.',
        en: 'Draw, or take a picture of something you have drawn.'
      }
    },
    {
      id: 'runt-om',
      form: 'text',
      fields: [
        {
          id: 'for-vem',
          type: 'long',
          name: { sv: 'För vem?', en: 'For whom?' },
          help: { sv: 'Roller, aldrig namn.', en: 'Roles, never names.' }
        },
        {
          id: 'berorda',
          type: 'long',
          name: { sv: 'Berörda och påverkan', en: 'Those concerned and the impact' },
          help: { sv: 'Vem märker av det, och hur?', en: 'Who notices it, and how?' }
        },
        {
          id: 'genomforbarhet',
          type: 'long',
          name: { sv: 'Genomförbarhet', en: 'Feasibility' },
          help: { sv: 'Vad krävs? Vad finns redan?', en: 'What does it take? What is there already?' }
        }
      ]
    }
  ]
};
