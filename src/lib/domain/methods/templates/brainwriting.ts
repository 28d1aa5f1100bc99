import type { TemplateContent } from '../template-format.ts';

export const brainwriting: TemplateContent = {
  format: 1,
  name: { sv: 'Brainwriting och perspektivkort', en: 'Brainwriting and perspective cards' },
  step: 'ta-fram-ideer',
  guide: {
    purpose: {
      sv: 'Att få många idéer från alla, även från den som inte tar ordet.',
      en: 'To get many ideas from everyone, also from those who do not take the floor.'
    },
    when: {
      sv: 'När frågan är klar och ni vill ha bredd innan ni väljer.',
      en: 'When the question is clear and you want breadth before you choose.'
    },
    minutes: { from: 20, to: 40 },
    group: { from: 3, to: 12 },
    how: [
      {
        sv: 'Läs utmaningen högt. Skriv tyst i fem minuter, en idé per kort.',
        en: 'Read the challenge aloud. Write in silence for five minutes, one idea per card.'
      },
      {
        sv: 'Läs varandras kort och bygg vidare. Döm inte än.',
        en: 'Read each other’s cards and build on them. Do not judge yet.'
      },
      {
        sv: 'Byt perspektiv: inga pengar, i morgon, eller som ett hotell skulle göra. Skriv fem minuter till.',
        en: 'Change perspective: no money, tomorrow, or as a hotel would do it. Write five minutes more.'
      }
    ]
  },
  sections: [
    {
      id: 'ramar',
      form: 'text',
      fields: [
        {
          id: 'utmaning',
          type: 'long',
          name: { sv: 'Utmaning', en: 'Challenge' },
          help: { sv: 'Gärna som en fråga: ”Hur kan vi …?”', en: 'As a question if you like: “How might we …?”' }
        },
        {
          id: 'perspektiv',
          type: 'long',
          name: { sv: 'Begränsning eller annan bransch', en: 'Constraint or another trade' },
          help: {
            sv: 'Till exempel ”utan skärm”, ”på en halv minut” eller ”som på en flygplats”.',
            en: 'For example “without a screen”, “in half a minute” or “as at an airport”.'
          }
        }
      ]
    },
    {
      id: 'ideer',
      form: 'cards',
      name: { sv: 'Nya idéer', en: 'New ideas' },
      add: { sv: 'Lägg till en idé', en: 'Add an idea' },
      colours: true,
      fields: [{ id: 'ide', type: 'long', name: { sv: 'Idé', en: 'Idea' } }]
    }
  ]
};
