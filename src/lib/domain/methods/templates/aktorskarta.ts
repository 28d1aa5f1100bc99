import type { TemplateContent } from '../template-format.ts';

export const aktorskarta: TemplateContent = {
  format: 1,
  name: { sv: 'Aktörskarta', en: 'Actor map' },
  step: 'ringa-in',
  guide: {
    purpose: {
      sv: 'Att se vilka som berörs, hur nära de står och vilka ni behöver prata med.',
      en: 'To see who is concerned, how close they are and whom you need to talk to.'
    },
    when: {
      sv: 'Innan ni går ut och undersöker, och igen när ni ska förankra.',
      en: 'Before you go out and explore, and again when you need support.'
    },
    minutes: { from: 30, to: 45 },
    group: { from: 3, to: 8 },
    how: [
      {
        sv: 'Skriv ett kort för varje roll eller grupp ni kommer på. Inga namn.',
        en: 'Write one card for each role or group you think of. No names.'
      },
      {
        sv: 'Lägg dem som det handlar om i mitten, de som möter dem direkt runt om och de andra ytterst.',
        en: 'Put those it is about in the middle, those who meet them directly around, and the others outermost.'
      },
      {
        sv: 'Säg för varje kort om ni behöver förstå, involvera eller informera dem.',
        en: 'Say for each card whether you need to understand, involve or inform them.'
      },
      { sv: 'Titta efter luckor: vem saknas?', en: 'Look for gaps: who is missing?' }
    ]
  },
  sections: [
    {
      id: 'karta',
      form: 'rings',
      add: { sv: 'Lägg till en aktör', en: 'Add an actor' },
      colours: true,
      zones: [
        {
          id: 'anvandare',
          name: { sv: 'Användare', en: 'Users' },
          help: { sv: 'De som det handlar om.', en: 'Those it is about.' }
        },
        {
          id: 'direkt',
          name: { sv: 'Direkt kontakt', en: 'Direct contact' },
          help: { sv: 'De som möter användarna.', en: 'Those who meet the users.' }
        },
        {
          id: 'indirekt',
          name: { sv: 'Indirekt', en: 'Indirect' },
          help: { sv: 'De som påverkar utan att mötas.', en: 'Those who have an influence without meeting.' }
        }
      ],
      fields: [
        {
          id: 'aktor',
          type: 'role',
          name: { sv: 'Aktör', en: 'Actor' },
          help: {
            sv: 'En roll eller en grupp, till exempel ”nattpersonal”.',
            en: 'A role or a group, for example “night staff”.'
          }
        },
        {
          id: 'behov',
          type: 'choice',
          name: { sv: 'Vi behöver', en: 'We need to' },
          options: [
            { id: 'forsta', name: { sv: 'Förstå', en: 'Understand' } },
            { id: 'involvera', name: { sv: 'Involvera', en: 'Involve' } },
            { id: 'informera', name: { sv: 'Informera', en: 'Inform' } }
          ]
        }
      ]
    }
  ]
};
