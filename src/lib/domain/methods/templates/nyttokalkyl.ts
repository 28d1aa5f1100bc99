import type { TemplateContent } from '../template-format.ts';

export const nyttokalkyl: TemplateContent = {
  format: 1,
  name: { sv: 'Nyttokalkyl', en: 'Benefit calculation' },
  step: 'forverkliga',
  guide: {
    purpose: {
      sv: 'Att räkna på om förändringen bär sig, och när.',
      en: 'To work out whether the change pays, and when.'
    },
    when: {
      sv: 'Inför beslut om pengar, och igen när ni vet hur det blev.',
      en: 'Before a decision about money, and again when you know how it went.'
    },
    minutes: { from: 45, to: 90 },
    group: { from: 1, to: 4 },
    how: [
      {
        sv: 'Fyll i det ni vet. Uppskatta resten och skriv hur ni tänkte.',
        en: 'Fill in what you know. Estimate the rest and write how you thought.'
      },
      {
        sv: 'Räkna timmar försiktigt: frigjord tid blir pengar bara om någon använder den.',
        en: 'Count hours carefully: time set free becomes money only if somebody uses it.'
      },
      { sv: 'Låt en ekonom titta på summorna.', en: 'Let somebody from finance look at the totals.' }
    ]
  },
  sections: [
    {
      id: 'kalkyl',
      form: 'calculation',
      years: { from: 3, to: 4 },
      fields: [
        {
          id: 'genomforande',
          type: 'number',
          name: { sv: 'Genomförandekostnad', en: 'Cost of introducing' },
          help: {
            sv: 'Inköp, utbildning och arbetstid för att komma igång.',
            en: 'Purchases, training and working hours to get going.'
          },
          unit: { sv: 'kr', en: 'SEK' },
          min: 0
        },
        {
          id: 'drift',
          type: 'number',
          name: { sv: 'Driftkostnad', en: 'Running cost' },
          help: { sv: 'Licenser, underhåll och förbrukning.', en: 'Licences, upkeep and consumables.' },
          unit: { sv: 'kr', en: 'SEK' },
          min: 0
        },
        {
          id: 'timmar',
          type: 'number',
          name: { sv: 'Timmar', en: 'Hours' },
          help: { sv: 'Arbetstid som frigörs.', en: 'Working hours set free.' },
          unit: { sv: 'tim', en: 'h' }
        },
        {
          id: 'timkostnad',
          type: 'number',
          name: { sv: 'Timkostnad', en: 'Cost of an hour' },
          help: { sv: 'Med sociala avgifter.', en: 'With social security contributions.' },
          unit: { sv: 'kr', en: 'SEK' },
          min: 0
        },
        {
          id: 'tidsvarde',
          type: 'number',
          name: { sv: 'Timmar × timkostnad', en: 'Hours × cost of an hour' },
          unit: { sv: 'kr', en: 'SEK' },
          compute: { op: 'product', of: ['timmar', 'timkostnad'] }
        },
        {
          id: 'besparing',
          type: 'number',
          name: { sv: 'Besparing', en: 'Saving' },
          help: { sv: 'Det som blir billigare, utöver tiden.', en: 'What becomes cheaper, beside the hours.' },
          unit: { sv: 'kr', en: 'SEK' }
        },
        {
          id: 'nytta',
          type: 'number',
          name: { sv: 'Summa nytta', en: 'Total benefit' },
          unit: { sv: 'kr', en: 'SEK' },
          compute: { op: 'sum', of: ['tidsvarde', 'besparing'] }
        },
        {
          id: 'netto',
          type: 'number',
          name: { sv: 'Netto', en: 'Net' },
          unit: { sv: 'kr', en: 'SEK' },
          compute: { op: 'difference', of: ['nytta', 'genomforande', 'drift'] }
        }
      ]
    },
    {
      id: 'antaganden',
      form: 'text',
      fields: [
        {
          id: 'hur-vi-tankte',
          type: 'long',
          name: { sv: 'Så har vi tänkt', en: 'How we have thought' },
          help: {
            sv: 'Vilka siffror är uppskattade, och på vad?',
            en: 'Which figures are estimates, and on what grounds?'
          }
        }
      ]
    }
  ]
};
