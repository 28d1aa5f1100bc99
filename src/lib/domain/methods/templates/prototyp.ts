import type { TemplateContent } from '../template-format.ts';

export const prototyp: TemplateContent = {
  format: 1,
  name: { sv: 'Prototyp', en: 'Prototype' },
  step: 'testa-ideer',
  guide: {
    purpose: {
      sv: 'Att göra en idé så verklig att någon kan prova den, med så lite arbete som möjligt.',
      en: 'To make an idea real enough for somebody to try, with as little work as possible.'
    },
    when: {
      sv: 'Innan någon lägger pengar eller mycket tid på idén.',
      en: 'Before anybody puts money or much time into the idea.'
    },
    minutes: { from: 30, to: 120 },
    group: { from: 2, to: 5 },
    how: [
      {
        sv: 'Bestäm vad som är kärnan: det som måste stämma för att idén ska fungera.',
        en: 'Decide what is the core: what must be true for the idea to work.'
      },
      {
        sv: 'Bygg bara det. Papper, tejp och rollspel räcker långt.',
        en: 'Build only that. Paper, tape and role play go a long way.'
      },
      { sv: 'Låt någon prova. Var tysta och titta.', en: 'Let somebody try. Be quiet and watch.' },
      {
        sv: 'Skriv vad ni såg och hörde, också det ni inte ville höra.',
        en: 'Write what you saw and heard, also what you did not want to hear.'
      }
    ]
  },
  sections: [
    {
      id: 'prototypen',
      form: 'text',
      fields: [
        { id: 'karnan', type: 'long', name: { sv: 'Kärnan att testa', en: 'The core to test' } },
        {
          id: 'typ',
          type: 'choice',
          name: { sv: 'Typ', en: 'Type' },
          options: [
            { id: 'papper', name: { sv: 'Papper', en: 'Paper' } },
            { id: 'rollspel', name: { sv: 'Rollspel', en: 'Role play' } },
            { id: 'storyboard', name: { sv: 'Storyboard', en: 'Storyboard' } },
            { id: 'modell', name: { sv: 'Modell', en: 'Model' } }
          ]
        },
        { id: 'bild', type: 'photo', name: { sv: 'Bild på prototypen', en: 'Picture of the prototype' } }
      ]
    },
    {
      id: 'prov',
      form: 'rows',
      name: { sv: 'När någon provade', en: 'When somebody tried' },
      add: { sv: 'Lägg till ett prov', en: 'Add a trial' },
      fields: [
        {
          id: 'testperson',
          type: 'role',
          name: { sv: 'Testperson', en: 'Test person' },
          help: { sv: 'En roll, aldrig ett namn.', en: 'A role, never a name.' }
        },
        { id: 'feedback', type: 'long', name: { sv: 'Feedback', en: 'Feedback' } }
      ]
    }
  ]
};
