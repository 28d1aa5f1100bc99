import type { TemplateContent } from '../template-format.ts';

export const inforandeplan: TemplateContent = {
  format: 1,
  name: { sv: 'Införandeplan', en: 'Introduction plan' },
  step: 'forverkliga',
  guide: {
    purpose: {
      sv: 'Att komma från beslut till vardag, med någon som ansvarar för varje del.',
      en: 'To get from decision to everyday work, with somebody responsible for each part.'
    },
    when: { sv: 'När testet är klart och ni ska införa.', en: 'When the test is done and you are to introduce.' },
    minutes: { from: 60, to: 120 },
    group: { from: 2, to: 8 },
    how: [
      { sv: 'Skriv målen först och en handling i taget.', en: 'Write the goals first and one action at a time.' },
      { sv: 'Ge varje rad en ansvarig roll och en tid.', en: 'Give each row a responsible role and a time.' },
      {
        sv: 'Fråga dem som ska arbeta på det nya sättet vad som saknas.',
        en: 'Ask those who are to work in the new way what is missing.'
      }
    ]
  },
  sections: [
    {
      id: 'plan',
      form: 'rows',
      add: { sv: 'Lägg till en rad', en: 'Add a row' },
      fields: [
        { id: 'mal', type: 'long', name: { sv: 'Mål', en: 'Goal' } },
        { id: 'handling', type: 'long', name: { sv: 'Handling', en: 'Action' } },
        { id: 'resultat', type: 'long', name: { sv: 'Avsett resultat', en: 'Intended result' } },
        { id: 'resurser', type: 'long', name: { sv: 'Resurser', en: 'Resources' } },
        { id: 'ansvarig', type: 'role', name: { sv: 'Ansvarig', en: 'Responsible' } },
        { id: 'partner', type: 'text', name: { sv: 'Partner', en: 'Partner' } },
        { id: 'tidsplan', type: 'text', name: { sv: 'Tidsplan', en: 'Timetable' } }
      ]
    }
  ]
};
