import type { TemplateContent } from '../template-format.ts';

export const pgsa: TemplateContent = {
  format: 1,
  name: { sv: 'PGSA-hjul', en: 'PDSA wheel' },
  step: 'testa-ideer',
  guide: {
    purpose: {
      sv: 'Att prova en förändring i små varv och låta varje varv lära nästa.',
      en: 'To try a change in small turns and let each turn teach the next.'
    },
    when: {
      sv: 'När något provas i vardagen och ni vill rätta er efter vad som händer.',
      en: 'When something is tried in everyday work and you want to follow what happens.'
    },
    minutes: { from: 20, to: 45 },
    group: { from: 2, to: 8 },
    how: [
      { sv: 'Planera: skriv vad ni tror kommer att hända.', en: 'Plan: write what you think will happen.' },
      {
        sv: 'Göra: prova, och skriv det som inte blev som ni tänkt.',
        en: 'Do: try, and write what did not turn out as you thought.'
      },
      { sv: 'Studera: jämför med det ni trodde.', en: 'Study: compare with what you believed.' },
      {
        sv: 'Agera: behåll, ändra eller sluta. Det blir nästa varv.',
        en: 'Act: keep, change or stop. That becomes the next turn.'
      }
    ]
  },
  sections: [
    {
      id: 'hjul',
      form: 'wheel',
      add: { sv: 'Börja nästa varv', en: 'Begin the next turn' },
      zones: [
        { id: 'planera', name: { sv: 'Planera', en: 'Plan' } },
        { id: 'gora', name: { sv: 'Göra', en: 'Do' } },
        { id: 'studera', name: { sv: 'Studera', en: 'Study' } },
        { id: 'agera', name: { sv: 'Agera', en: 'Act' } }
      ],
      fields: [
        { id: 'testansvarig', type: 'role', name: { sv: 'Testansvarig', en: 'Responsible for the test' } },
        {
          id: 'period',
          type: 'text',
          name: { sv: 'Period', en: 'Period' },
          help: { sv: 'Till exempel ”vecka 48”.', en: 'For example “week 48”.' }
        },
        { id: 'forandringside', type: 'long', name: { sv: 'Förändringsidé', en: 'Idea for change' } },
        {
          id: 'hypotes',
          type: 'long',
          name: { sv: 'Hypotes', en: 'Hypothesis' },
          help: { sv: 'Om vi gör så här, då …', en: 'If we do this, then …' }
        },
        { id: 'p-vem', zone: 'planera', type: 'long', name: { sv: 'Vem', en: 'Who' } },
        { id: 'p-vad', zone: 'planera', type: 'long', name: { sv: 'Vad', en: 'What' } },
        { id: 'p-var', zone: 'planera', type: 'text', name: { sv: 'Var', en: 'Where' } },
        { id: 'p-nar', zone: 'planera', type: 'text', name: { sv: 'När', en: 'When' } },
        { id: 'p-hur', zone: 'planera', type: 'long', name: { sv: 'Hur', en: 'How' } },
        {
          id: 'avvikelser',
          zone: 'gora',
          type: 'long',
          name: { sv: 'Avvikelser', en: 'Deviations' },
          help: { sv: 'Vad blev inte som planerat?', en: 'What did not go as planned?' }
        },
        {
          id: 'data',
          zone: 'studera',
          type: 'long',
          name: { sv: 'Data mot hypotes', en: 'Data against hypothesis' },
          help: { sv: 'Vad visade det sig? Stämde det?', en: 'What did it show? Was it right?' }
        },
        {
          id: 'nasta-varv',
          zone: 'agera',
          type: 'long',
          name: { sv: 'Nästa varv', en: 'Next turn' },
          help: {
            sv: 'Det ni skriver här följer med som nästa varvs idé.',
            en: 'What you write here goes along as the next turn’s idea.'
          }
        }
      ]
    }
  ]
};
