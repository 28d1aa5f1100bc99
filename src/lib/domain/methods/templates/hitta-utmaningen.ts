import type { TemplateContent } from '../template-format.ts';

export const hittaUtmaningen: TemplateContent = {
  format: 1,
  name: { sv: 'Hitta utmaningen', en: 'Find the challenge' },
  step: 'ringa-in',
  guide: {
    purpose: {
      sv: 'Att säga kort vad ni vill förändra och för vem, innan någon har bestämt hur.',
      en: 'To say briefly what you want to change and for whom, before anybody has decided how.'
    },
    when: {
      sv: 'Allra först, när något skaver men ni inte är överens om vad.',
      en: 'First of all, when something chafes and you do not yet agree on what it is.'
    },
    minutes: { from: 20, to: 40 },
    group: { from: 2, to: 6 },
    how: [
      {
        sv: 'Låt var och en berätta om en gång då det inte fungerade.',
        en: 'Let everyone tell of one time when it did not work.'
      },
      { sv: 'Fyll i fälten tillsammans, uppifrån och ner.', en: 'Fill in the fields together, from the top down.' },
      {
        sv: 'Läs upp alltihop högt. Låter det som något ni vill lägga tid på?',
        en: 'Read it all aloud. Does it sound like something you want to spend time on?'
      }
    ]
  },
  sections: [
    {
      id: 'utmaning',
      form: 'text',
      fields: [
        {
          id: 'syfte',
          type: 'long',
          name: { sv: 'Jag vill …', en: 'I want to …' },
          help: {
            sv: 'Syftet med en mening. Skriv vad som ska bli bättre, inte vad ni ska köpa eller bygga.',
            en: 'The purpose in a sentence. Write what shall be better, not what to buy or build.'
          }
        },
        {
          id: 'for-vem',
          type: 'long',
          name: { sv: 'För vem?', en: 'For whom?' },
          help: {
            sv: 'Vilka märker det först? Skriv roller, aldrig namn.',
            en: 'Who notices it first? Write roles, never names.'
          }
        },
        {
          id: 'gora-vad',
          type: 'long',
          name: { sv: 'Göra vad?', en: 'To do what?' },
          help: {
            sv: 'Vad ska de kunna göra som de inte kan i dag?',
            en: 'What shall they be able to do that they cannot do today?'
          }
        },
        {
          id: 'hur',
          type: 'long',
          name: { sv: 'Hur?', en: 'How?' },
          help: { sv: 'En första gissning räcker. Den får vara fel.', en: 'A first guess is enough. It may be wrong.' }
        }
      ]
    }
  ]
};
