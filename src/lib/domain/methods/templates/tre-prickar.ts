import type { TemplateContent } from '../template-format.ts';

export const trePrickar: TemplateContent = {
  format: 1,
  name: { sv: 'Tre prickar', en: 'Three dots' },
  step: 'ta-fram-ideer',
  guide: {
    purpose: {
      sv: 'Att snabbt se vad gruppen tror på, utan att den som pratar mest bestämmer.',
      en: 'To see quickly what the group believes in, without the loudest one deciding.'
    },
    when: {
      sv: 'När ni har många idéer och vill hitta några att arbeta vidare med.',
      en: 'When you have many ideas and want a few to work on.'
    },
    minutes: { from: 10, to: 20 },
    group: { from: 3, to: 15 },
    how: [
      {
        sv: 'Skriv idéerna som kort, eller hämta dem från ett annat blad.',
        en: 'Write the ideas as cards, or take them from another sheet.'
      },
      {
        sv: 'Användarvärde är alltid med. Byt namn på de andra om ni vill.',
        en: 'User value is always there. Rename the others if you like.'
      },
      {
        sv: 'Var och en ger tre prickar för varje sak ni mäter. Alla tre får ligga på samma kort.',
        en: 'Everyone gives three dots for each thing you measure. All three may go on one card.'
      },
      {
        sv: 'Prata om det som skiljer. Prickar är ett underlag, inte ett beslut.',
        en: 'Talk about what differs. Dots are grounds for a decision, and not one.'
      }
    ]
  },
  sections: [
    {
      id: 'prickar',
      form: 'dots',
      add: { sv: 'Lägg till en idé', en: 'Add an idea' },
      dots: 3,
      variables: [
        { id: 'anvandarvarde', name: { sv: 'Användarvärde', en: 'User value' }, fixed: true },
        { id: 'genomforbarhet', name: { sv: 'Genomförbarhet', en: 'Feasibility' } },
        { id: 'nytankande', name: { sv: 'Nytänkande', en: 'Novelty' } }
      ],
      fields: [{ id: 'ide', type: 'long', name: { sv: 'Idé', en: 'Idea' } }]
    }
  ]
};
