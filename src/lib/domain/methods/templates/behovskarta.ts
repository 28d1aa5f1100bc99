import type { TemplateContent } from '../template-format.ts';

export const behovskarta: TemplateContent = {
  format: 1,
  name: { sv: 'Behovskarta', en: 'Needs map' },
  step: 'fokusera',
  guide: {
    purpose: {
      sv: 'Att samla behoven på ett ställe och se vilka som väger tyngst.',
      en: 'To gather the needs in one place and see which weigh most.'
    },
    when: {
      sv: 'När ni har intervjuer, observationer eller dagböcker att gå igenom.',
      en: 'When you have interviews, observations or diaries to go through.'
    },
    minutes: { from: 45, to: 90 },
    group: { from: 2, to: 8 },
    how: [
      {
        sv: 'Skriv behovet, inte lösningen: ”veta när nästa besök är”, inte ”en app”.',
        en: 'Write the need, not the solution: “know when the next visit is”, not “an app”.'
      },
      {
        sv: 'Skriv vad ni stödjer det på. Har ni inget är det en gissning.',
        en: 'Write what you base it on. If you have nothing, it is a guess.'
      },
      { sv: 'Slå ihop rader som säger samma sak.', en: 'Merge rows that say the same.' }
    ]
  },
  sections: [
    {
      id: 'behov-rader',
      form: 'rows',
      add: { sv: 'Lägg till ett behov', en: 'Add a need' },
      fields: [
        { id: 'behov', type: 'long', name: { sv: 'Behov', en: 'Need' } },
        {
          id: 'vem',
          type: 'role',
          name: { sv: 'Vem', en: 'Who' },
          help: { sv: 'En roll, aldrig ett namn.', en: 'A role, never a name.' }
        },
        { id: 'situation', type: 'long', name: { sv: 'Situation', en: 'Situation' } },
        {
          id: 'hur-ofta',
          type: 'choice',
          name: { sv: 'Hur ofta', en: 'How often' },
          options: [
            { id: 'dag', name: { sv: 'Varje dag', en: 'Every day' } },
            { id: 'vecka', name: { sv: 'Varje vecka', en: 'Every week' } },
            { id: 'manad', name: { sv: 'Varje månad', en: 'Every month' } },
            { id: 'sallan', name: { sv: 'Mer sällan', en: 'More rarely' } }
          ]
        },
        {
          id: 'belagg',
          type: 'long',
          name: { sv: 'Belägg', en: 'Evidence' },
          help: { sv: 'Var har ni sett eller hört det?', en: 'Where have you seen or heard it?' }
        }
      ]
    }
  ]
};
