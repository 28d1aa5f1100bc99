import type { TemplateContent } from '../template-format.ts';

export const definieraUtmaningen: TemplateContent = {
  format: 1,
  name: { sv: 'Definiera utmaningen', en: 'Define the challenge' },
  step: 'ringa-in',
  guide: {
    purpose: {
      sv: 'Att komma från ett problem till en utmaning som är lagom stor att arbeta med.',
      en: 'To get from a problem to a challenge of a size you can work with.'
    },
    when: {
      sv: 'När ni vet ungefär vad som skaver och ska bestämma vad ni tar er an.',
      en: 'When you roughly know what chafes and are to decide what to take on.'
    },
    minutes: { from: 40, to: 60 },
    group: { from: 3, to: 8 },
    how: [
      {
        sv: 'Skriv problemet som den som har det skulle säga det.',
        en: 'Write the problem as whoever has it would put it.'
      },
      {
        sv: 'Fråga ”varför?” några gånger tills ni når något ni kan påverka.',
        en: 'Ask “why?” a few times until you reach something you can influence.'
      },
      {
        sv: 'Formulera utmaningen och pröva om den är nog bred och nog smal.',
        en: 'Word the challenge and try whether it is broad enough and narrow enough.'
      },
      { sv: 'Ändra formuleringen tills ni svarar ja på båda.', en: 'Change the wording until you answer yes to both.' }
    ]
  },
  sections: [
    {
      id: 'problemet',
      form: 'text',
      name: { sv: 'Problemet', en: 'The problem' },
      fields: [
        {
          id: 'problem',
          type: 'long',
          name: { sv: 'Problem', en: 'Problem' },
          help: { sv: 'Vad är det som inte fungerar?', en: 'What does not work?' }
        },
        {
          id: 'for-vem',
          type: 'long',
          name: { sv: 'För vem?', en: 'For whom?' },
          help: {
            sv: 'Vem har problemet? Skriv roller, aldrig namn.',
            en: 'Who has the problem? Write roles, never names.'
          }
        },
        {
          id: 'faktorer',
          type: 'long',
          name: { sv: 'Påverkande faktorer', en: 'What affects it' },
          help: {
            sv: 'Vad gör det bättre eller sämre? Tid, plats, regler, teknik, människor.',
            en: 'What makes it better or worse? Time, place, rules, technology, people.'
          }
        },
        {
          id: 'orsak',
          type: 'long',
          name: { sv: 'Bakomliggande orsak', en: 'Underlying cause' },
          help: {
            sv: 'Vad tror ni ligger under? Skriv om ni vet eller gissar.',
            en: 'What do you think lies beneath? Say whether you know or guess.'
          }
        }
      ]
    },
    {
      id: 'utmaningen',
      form: 'text',
      name: { sv: 'Utmaningen', en: 'The challenge' },
      fields: [
        {
          id: 'formulering',
          type: 'long',
          name: { sv: 'Formulering', en: 'Wording' },
          help: { sv: 'Börja gärna med ”Hur kan vi …?”', en: 'Begin with “How might we …?” if you like.' }
        },
        {
          id: 'nog-bred',
          type: 'choice',
          name: { sv: 'Nog bred?', en: 'Broad enough?' },
          help: { sv: 'Ryms fler än en lösning i den?', en: 'Is there room for more than one solution in it?' },
          options: [
            { id: 'ja', name: { sv: 'Ja', en: 'Yes' } },
            { id: 'nastan', name: { sv: 'Nästan', en: 'Nearly' } },
            { id: 'nej', name: { sv: 'Nej', en: 'No' } }
          ]
        },
        {
          id: 'nog-smal',
          type: 'choice',
          name: { sv: 'Nog smal?', en: 'Narrow enough?' },
          help: { sv: 'Vet ni var ni ska börja i morgon?', en: 'Do you know where to begin tomorrow?' },
          options: [
            { id: 'ja', name: { sv: 'Ja', en: 'Yes' } },
            { id: 'nastan', name: { sv: 'Nästan', en: 'Nearly' } },
            { id: 'nej', name: { sv: 'Nej', en: 'No' } }
          ]
        }
      ]
    }
  ]
};
