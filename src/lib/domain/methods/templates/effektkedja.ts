import type { TemplateContent } from '../template-format.ts';

export const effektkedja: TemplateContent = {
  format: 1,
  name: { sv: 'Effektkedja', en: 'Chain of effects' },
  step: 'forverkliga',
  guide: {
    purpose: {
      sv: 'Att visa hur en förändring leder till nytta, steg för steg, så att andra kan pröva tanken.',
      en: 'To show how a change leads to benefit, step by step, so that others can try the thought.'
    },
    when: {
      sv: 'Inför beslut om att införa, och när ni ska bestämma vad som ska mätas.',
      en: 'Before deciding to introduce something, and when you decide what to measure.'
    },
    minutes: { from: 45, to: 90 },
    group: { from: 3, to: 8 },
    how: [
      {
        sv: 'Börja med förändringen och fråga ”vad leder det till?” tills ni når ett mål.',
        en: 'Begin with the change and ask “what does that lead to?” until you reach a goal.'
      },
      {
        sv: 'Gå sedan baklänges: vad mer måste vara sant för att det ska hända?',
        en: 'Then go backwards: what else must be true for it to happen?'
      },
      { sv: 'Skriv kostnader och risker lika ärligt som nyttor.', en: 'Write costs and risks as honestly as benefits.' }
    ]
  },
  sections: [
    {
      id: 'kedja',
      form: 'chain',
      add: { sv: 'Lägg till ett led', en: 'Add a link' },
      zones: [
        { id: 'forandring', name: { sv: 'Förändring', en: 'Change' }, help: { sv: 'Det ni gör.', en: 'What you do.' } },
        {
          id: 'effekter',
          name: { sv: 'Effekter', en: 'Effects' },
          help: { sv: 'Det som händer då.', en: 'What happens then.' }
        },
        {
          id: 'nyttor',
          name: { sv: 'Nyttor', en: 'Benefits' },
          help: { sv: 'Det någon har glädje av.', en: 'What somebody benefits from.' }
        },
        {
          id: 'mal',
          name: { sv: 'Verksamhetsmål', en: 'Goals' },
          help: { sv: 'Det verksamheten redan har lovat.', en: 'What the organisation has already promised.' }
        }
      ],
      fields: [{ id: 'led', type: 'long', name: { sv: 'Led', en: 'Link' } }]
    },
    {
      id: 'kostnader',
      form: 'rows',
      name: { sv: 'Kostnader', en: 'Costs' },
      add: { sv: 'Lägg till en kostnad', en: 'Add a cost' },
      fields: [{ id: 'kostnad', type: 'long', name: { sv: 'Kostnad', en: 'Cost' } }]
    },
    {
      id: 'risker',
      form: 'rows',
      name: { sv: 'Risker', en: 'Risks' },
      add: { sv: 'Lägg till en risk', en: 'Add a risk' },
      fields: [
        { id: 'risk', type: 'long', name: { sv: 'Risk', en: 'Risk' } },
        { id: 'atgard', type: 'long', name: { sv: 'Vad vi gör åt den', en: 'What we do about it' } }
      ]
    }
  ]
};
