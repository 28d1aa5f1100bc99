import type { TemplateContent } from '../template-format.ts';

export const anvandarresa: TemplateContent = {
  format: 1,
  name: { sv: 'Användarresa', en: 'User journey' },
  step: 'undersoka',
  guide: {
    purpose: {
      sv: 'Att se en hel händelsekedja med användarens ögon, och var det känns bra och dåligt.',
      en: 'To see a whole course of events through the user’s eyes, and where it feels good and bad.'
    },
    when: {
      sv: 'När ni har lyssnat och tittat, och ska sätta ihop bilden.',
      en: 'When you have listened and watched, and are to put the picture together.'
    },
    minutes: { from: 45, to: 90 },
    group: { from: 3, to: 8 },
    how: [
      {
        sv: 'Bestäm vems resa det är och var den börjar och slutar.',
        en: 'Decide whose journey it is and where it begins and ends.'
      },
      {
        sv: 'Skriv ett steg för varje händelse, i den ordning de sker.',
        en: 'Write a step for each event, in the order they happen.'
      },
      {
        sv: 'Sätt känslan för varje steg, från mycket dålig till mycket bra.',
        en: 'Set the feeling of each step, from very bad to very good.'
      },
      { sv: 'Stanna vid de djupaste dalarna: vad beror de på?', en: 'Stop at the deepest valleys: what causes them?' }
    ]
  },
  sections: [
    {
      id: 'resenar',
      form: 'text',
      fields: [
        {
          id: 'vems-resa',
          type: 'role',
          name: { sv: 'Vems resa är det?', en: 'Whose journey is it?' },
          help: { sv: 'En roll, aldrig ett namn.', en: 'A role, never a name.' }
        }
      ]
    },
    {
      id: 'resa',
      form: 'journey',
      name: { sv: 'Resan', en: 'The journey' },
      add: { sv: 'Lägg till ett steg', en: 'Add a step' },
      zones: [
        { id: 'fore', name: { sv: 'Före', en: 'Before' } },
        { id: 'under', name: { sv: 'Under', en: 'During' } },
        { id: 'efter', name: { sv: 'Efter', en: 'After' } }
      ],
      curve: 'kansla',
      fields: [
        { id: 'handelse', type: 'long', name: { sv: 'Händelse', en: 'Event' } },
        {
          id: 'kontaktpunkt',
          type: 'text',
          name: { sv: 'Kontaktpunkt', en: 'Touchpoint' },
          help: {
            sv: 'Vem eller vad möter användaren? En roll, en plats, ett brev, en app.',
            en: 'Whom or what does the user meet? A role, a place, a letter, an app.'
          }
        },
        { id: 'kansla', type: 'number', name: { sv: 'Känsla', en: 'Feeling' }, min: -2, max: 2 },
        { id: 'citat', type: 'long', name: { sv: 'Citat', en: 'Quote' } },
        { id: 'insikt', type: 'long', name: { sv: 'Insikt', en: 'Insight' } }
      ]
    }
  ]
};
