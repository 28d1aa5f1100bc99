import type { TemplateContent } from '../template-format.ts';

export const prioriteringsmatris: TemplateContent = {
  format: 1,
  name: { sv: 'Prioriteringsmatris', en: 'Prioritisation matrix' },
  step: 'fokusera',
  guide: {
    purpose: {
      sv: 'Att välja vad ni ska gå vidare med, och kunna säga varför.',
      en: 'To choose what to go on with, and be able to say why.'
    },
    when: {
      sv: 'När ni har fler behov eller idéer än ni hinner med.',
      en: 'When you have more needs or ideas than you have time for.'
    },
    minutes: { from: 30, to: 60 },
    group: { from: 3, to: 8 },
    how: [
      { sv: 'Skriv ett kort för varje sak ni väljer mellan.', en: 'Write a card for each thing you choose between.' },
      {
        sv: 'Lägg ut dem på påverkan först, sedan på ansträngning.',
        en: 'Place them by impact first, then by effort.'
      },
      { sv: 'Skriv motivet på de kort ni är oense om.', en: 'Write the reason on the cards you disagree about.' },
      { sv: 'Börja med stor påverkan och liten ansträngning.', en: 'Begin with great impact and little effort.' }
    ]
  },
  sections: [
    {
      id: 'matris',
      form: 'matrix',
      add: { sv: 'Lägg till ett kort', en: 'Add a card' },
      colours: true,
      axes: {
        x: {
          name: { sv: 'Ansträngning', en: 'Effort' },
          low: { sv: 'Liten', en: 'Little' },
          high: { sv: 'Stor', en: 'Great' }
        },
        y: {
          name: { sv: 'Påverkan', en: 'Impact' },
          low: { sv: 'Liten', en: 'Little' },
          high: { sv: 'Stor', en: 'Great' }
        }
      },
      fields: [
        { id: 'kort', type: 'long', name: { sv: 'Vad', en: 'What' } },
        { id: 'motiv', type: 'long', name: { sv: 'Motiv', en: 'Reason' } }
      ]
    }
  ]
};
