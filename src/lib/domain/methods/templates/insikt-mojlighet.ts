import type { TemplateContent } from '../template-format.ts';

export const insiktMojlighet: TemplateContent = {
  format: 1,
  name: { sv: 'Insikt till möjlighet', en: 'Insight to opportunity' },
  step: 'fokusera',
  guide: {
    purpose: {
      sv: 'Att vända det ni har förstått till frågor som går att få idéer på.',
      en: 'To turn what you have understood into questions that call for ideas.'
    },
    when: { sv: 'Precis innan ni börjar ta fram idéer.', en: 'Just before you begin to find ideas.' },
    minutes: { from: 30, to: 60 },
    group: { from: 2, to: 8 },
    how: [
      {
        sv: 'Skriv en insikt som förvånade er, och ett citat som visar den.',
        en: 'Write an insight that surprised you, and a quote that shows it.'
      },
      {
        sv: 'Säg vad som skulle bli möjligt om det var annorlunda.',
        en: 'Say what would be possible if it were different.'
      },
      {
        sv: 'Gör en fråga av det: ”Hur kan vi …?” Utan lösning i frågan.',
        en: 'Make it a question: “How might we …?” Without a solution in it.'
      }
    ]
  },
  sections: [
    {
      id: 'insikter',
      form: 'rows',
      add: { sv: 'Lägg till en insikt', en: 'Add an insight' },
      fields: [
        { id: 'insikt', type: 'long', name: { sv: 'Insikt', en: 'Insight' } },
        { id: 'citat', type: 'long', name: { sv: 'Användarcitat', en: 'User quote' } },
        { id: 'mojlighet', type: 'long', name: { sv: 'Möjlighet', en: 'Opportunity' } },
        { id: 'hur-kan-vi', type: 'long', name: { sv: 'Hur kan vi …?', en: 'How might we …?' } }
      ]
    }
  ]
};
