import type { TemplateContent } from '../template-format.ts';

export const swot: TemplateContent = {
  format: 1,
  name: { sv: 'SWOT', en: 'SWOT' },
  step: 'fokusera',
  guide: {
    purpose: {
      sv: 'Att väga det ni har mot det som väntar, inne i verksamheten och utanför.',
      en: 'To weigh what you have against what awaits, inside the organisation and outside.'
    },
    when: {
      sv: 'När ni ska välja väg eller pröva om en idé håller.',
      en: 'When you are to choose a way or try whether an idea holds.'
    },
    minutes: { from: 30, to: 60 },
    group: { from: 3, to: 10 },
    how: [
      {
        sv: 'Börja med styrkor och svagheter: det ni själva råder över.',
        en: 'Begin with strengths and weaknesses: what is in your own hands.'
      },
      {
        sv: 'Gå vidare till möjligheter och hot: det som kommer utifrån.',
        en: 'Go on to opportunities and threats: what comes from outside.'
      },
      {
        sv: 'Välj ett kort i varje fält som ni måste göra något åt.',
        en: 'Choose one card in each field that you must act on.'
      }
    ]
  },
  sections: [
    {
      id: 'falt',
      form: 'matrix',
      add: { sv: 'Lägg till ett kort', en: 'Add a card' },
      colours: true,
      zones: [
        {
          id: 'styrkor',
          name: { sv: 'Styrkor', en: 'Strengths' },
          help: { sv: 'Det vi är bra på.', en: 'What we are good at.' }
        },
        {
          id: 'svagheter',
          name: { sv: 'Svagheter', en: 'Weaknesses' },
          help: { sv: 'Det vi saknar.', en: 'What we lack.' }
        },
        {
          id: 'mojligheter',
          name: { sv: 'Möjligheter', en: 'Opportunities' },
          help: { sv: 'Det som kan hjälpa oss.', en: 'What may help us.' }
        },
        {
          id: 'hot',
          name: { sv: 'Hot', en: 'Threats' },
          help: { sv: 'Det som kan stå i vägen.', en: 'What may stand in the way.' }
        }
      ],
      fields: [{ id: 'kort', type: 'long', name: { sv: 'Kort', en: 'Card' } }]
    }
  ]
};
