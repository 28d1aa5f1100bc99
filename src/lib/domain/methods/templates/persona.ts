import type { TemplateContent } from '../template-format.ts';

export const persona: TemplateContent = {
  format: 1,
  name: { sv: 'Persona', en: 'Persona' },
  step: 'fokusera',
  guide: {
    purpose: {
      sv: 'Att ge det ni har lärt er ett påhittat ansikte, så att alla tänker på samma användare.',
      en: 'To give what you have learnt an invented face, so that everyone thinks of the same user.'
    },
    when: {
      sv: 'Efter att ni har undersökt. En persona utan underlag blir bara en fördom.',
      en: 'After you have explored. A persona without grounds is only a prejudice.'
    },
    minutes: { from: 30, to: 45 },
    group: { from: 2, to: 6 },
    how: [
      { sv: 'Hitta på ett namn. Använd aldrig någon som finns.', en: 'Invent a name. Never use somebody who exists.' },
      {
        sv: 'Bygg på det flera har sagt eller gjort, inte på en enda person.',
        en: 'Build on what several have said or done, not on one person.'
      },
      { sv: 'Ta med ett citat som skulle kunna vara sagt.', en: 'Include a quote that could have been said.' }
    ]
  },
  sections: [
    {
      id: 'persona',
      form: 'text',
      fields: [
        {
          id: 'namn',
          type: 'text',
          name: { sv: 'Påhittat namn', en: 'Invented name' },
          help: { sv: 'Ett namn som ingen ni mött har.', en: 'A name that nobody you have met has.' }
        },
        { id: 'roll', type: 'role', name: { sv: 'Roll', en: 'Role' } },
        {
          id: 'mal',
          type: 'long',
          name: { sv: 'Mål', en: 'Goals' },
          help: { sv: 'Vad är viktigt för personen?', en: 'What is important to them?' }
        },
        {
          id: 'hinder',
          type: 'long',
          name: { sv: 'Hinder', en: 'Obstacles' },
          help: { sv: 'Vad står i vägen?', en: 'What stands in the way?' }
        },
        { id: 'citat', type: 'long', name: { sv: 'Citat', en: 'Quote' } },
        {
          id: 'bild',
          type: 'photo',
          name: { sv: 'Bild', en: 'Picture' },
          help: {
            sv: 'En teckning eller en bild på en sak. Inte ett foto av någon.',
            en: 'A drawing or a picture of a thing. Not a photo of anybody.'
          }
        }
      ]
    }
  ]
};
