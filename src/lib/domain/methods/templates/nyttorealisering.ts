import type { TemplateContent } from '../template-format.ts';

export const nyttorealisering: TemplateContent = {
  format: 1,
  name: { sv: 'Nyttorealiseringsplan', en: 'Benefits plan' },
  step: 'forverkliga',
  guide: {
    purpose: {
      sv: 'Att se till att nyttan blir av, och att någon har ansvar för varje nytta.',
      en: 'To see that the benefit comes about, and that somebody is responsible for each.'
    },
    when: {
      sv: 'När beslutet är fattat, och sedan vid varje uppföljning.',
      en: 'When the decision has been made, and then at each follow-up.'
    },
    minutes: { from: 45, to: 90 },
    group: { from: 2, to: 6 },
    how: [
      {
        sv: 'En rad för varje nytta. Hämta dem från effektkedjan.',
        en: 'One row for each benefit. Take them from the chain of effects.'
      },
      {
        sv: 'Skriv hur den ska märkas, och mät hur det är i dag.',
        en: 'Write how it will be noticed, and measure how it is today.'
      },
      { sv: 'Bestäm vem som ansvarar och när ni följer upp.', en: 'Decide who is responsible and when you follow up.' }
    ]
  },
  sections: [
    {
      id: 'nyttor',
      form: 'rows',
      add: { sv: 'Lägg till en nytta', en: 'Add a benefit' },
      fields: [
        {
          id: 'identifiera',
          type: 'long',
          name: { sv: 'Identifiera', en: 'Identify' },
          help: { sv: 'Vilken nytta, och för vem?', en: 'Which benefit, and for whom?' }
        },
        {
          id: 'specificera',
          type: 'long',
          name: { sv: 'Specificera', en: 'Specify' },
          help: { sv: 'Hur mäter ni den? Hur är det i dag?', en: 'How do you measure it? How is it today?' }
        },
        {
          id: 'planera',
          type: 'long',
          name: { sv: 'Planera', en: 'Plan' },
          help: {
            sv: 'Vad ska göras, och vilken roll ansvarar?',
            en: 'What shall be done, and which role is responsible?'
          }
        },
        {
          id: 'realisera',
          type: 'long',
          name: { sv: 'Realisera', en: 'Bring about' },
          help: { sv: 'Vad har gjorts?', en: 'What has been done?' }
        },
        {
          id: 'folja-upp',
          type: 'long',
          name: { sv: 'Följa upp', en: 'Follow up' },
          help: { sv: 'Hur blev det? När tittar ni igen?', en: 'How did it turn out? When do you look again?' }
        }
      ]
    }
  ]
};
