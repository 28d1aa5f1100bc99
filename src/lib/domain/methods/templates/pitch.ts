import type { TemplateContent } from '../template-format.ts';

export const pitch: TemplateContent = {
  format: 1,
  name: { sv: 'Pitch', en: 'Pitch' },
  step: 'forverkliga',
  guide: {
    purpose: {
      sv: 'Att på två minuter få den som bestämmer att förstå och vilja.',
      en: 'To make whoever decides understand and want it, in two minutes.'
    },
    when: { sv: 'När ni ska be om tid, pengar eller ett ja.', en: 'When you are to ask for time, money or a yes.' },
    minutes: { from: 20, to: 40 },
    group: { from: 1, to: 5 },
    how: [
      { sv: 'Börja med behovet, inte med lösningen.', en: 'Begin with the need, not with the solution.' },
      { sv: 'Säg tydligt vad ni ber om och av vem.', en: 'Say plainly what you ask for and of whom.' },
      { sv: 'Öva högt. Ta bort hälften.', en: 'Practise aloud. Take away half.' }
    ]
  },
  sections: [
    {
      id: 'budskap',
      form: 'text',
      fields: [
        { id: 'ide', type: 'long', name: { sv: 'Idé', en: 'Idea' } },
        { id: 'behov-malgrupp', type: 'long', name: { sv: 'Behov och målgrupp', en: 'Need and target group' } }
      ]
    },
    {
      id: 'behovs',
      form: 'text',
      name: { sv: 'Det här behövs', en: 'This is what it takes' },
      fields: [
        { id: 'arbetsgrupp', type: 'long', name: { sv: 'Av arbetsgruppen', en: 'Of the working group' } },
        { id: 'pengar', type: 'long', name: { sv: 'Pengar', en: 'Money' } },
        { id: 'chef', type: 'long', name: { sv: 'Av chefen', en: 'Of the manager' } }
      ]
    }
  ]
};
