import type { DemoMunicipality } from './demo-idea.ts';

/** A meeting of a demo group; days count back from the day the demo is seeded. */
export interface DemoMeeting {
  readonly daysAgo: number;
  /** Login name of whoever took notes. */
  readonly by: string;
  readonly present: readonly string[];
  readonly notes: string;
  readonly decisions: readonly string[];
}

/** Something a demo group has said that somebody shall do. */
export interface DemoTask {
  readonly title: string;
  readonly by: string;
  readonly daysAgo: number;
  readonly assignee?: string;
  /** Days from the day the demo is seeded; before it where negative. */
  readonly dueIn?: number;
  readonly doneDaysAgo?: number;
}

/** A working group the demo starts with. Invented, like everybody in it. */
export interface DemoGroup {
  readonly municipality: DemoMunicipality;
  readonly name: string;
  readonly task: string;
  /** Login name of whoever made it, and calls it together. */
  readonly by: string;
  readonly daysAgo: number;
  readonly members: readonly string[];
  /** Titles of demo ideas of the same municipality. */
  readonly ideas: readonly string[];
  readonly meetings: readonly DemoMeeting[];
  readonly tasks: readonly DemoTask[];
  readonly next?: { readonly inDays: number; readonly place: string };
}

/** One in Uddevalla that is on its way, one in Trollhättan that has been silent; Vänersborg has none. */
export const DEMO_GROUPS: readonly DemoGroup[] = [
  {
    municipality: 'uddevalla',
    name: 'Vintergruppen',
    task: 'Vi ser till att vinterns idéer från hemtjänsten blir av: nycklar, mörka uppfarter och korta turer. I mars säger vi vad som ska bli kvar.',
    by: 'coach.uddevalla',
    daysAgo: 45,
    members: ['coach.uddevalla', 'medarbetare.uddevalla', 'medarbetare2.uddevalla', 'chef.uddevalla'],
    ideas: ['Nyckelskåp som inte fryser igen', 'Karta över mörka uppfarter', 'Elcykel för de korta turerna'],
    meetings: [
      {
        daysAgo: 34,
        by: 'coach.uddevalla',
        present: ['coach.uddevalla', 'medarbetare.uddevalla', 'medarbetare2.uddevalla'],
        notes:
          'Vi gick igenom de tre idéerna och vad som hindrar.\n\nNyckelskåpen: vaktmästaren kan smörja innan frosten.\n\nUppfarterna: nattpatrullen har redan en lista i huvudet. Den behöver komma på papper.',
        decisions: ['Vi träffas var tredje vecka till och med mars.']
      },
      {
        daysAgo: 13,
        by: 'medarbetare.uddevalla',
        present: ['coach.uddevalla', 'medarbetare.uddevalla', 'medarbetare2.uddevalla', 'chef.uddevalla'],
        notes:
          'Alla skåp i centrum är smorda. Ljungskile återstår.\n\nElcykeln: två har provat. Batteriet räcker hela förmiddagen även i kyla.',
        decisions: ['Vi provar reflexpinnar vid tio uppfarter innan vi ritar någon karta.']
      }
    ],
    tasks: [
      {
        title: 'Välj ut tio uppfarter med nattpatrullen',
        by: 'coach.uddevalla',
        daysAgo: 13,
        assignee: 'medarbetare2.uddevalla',
        dueIn: -4
      },
      {
        title: 'Fråga vaktmästaren om skåpen i Ljungskile',
        by: 'medarbetare.uddevalla',
        daysAgo: 13,
        assignee: 'coach.uddevalla',
        dueIn: 6
      },
      { title: 'Hitta ett ställe att ladda cykeln på', by: 'medarbetare.uddevalla', daysAgo: 13 },
      {
        title: 'Skriv ner hur låsen smörjs',
        by: 'coach.uddevalla',
        daysAgo: 34,
        assignee: 'medarbetare.uddevalla',
        dueIn: -20,
        doneDaysAgo: 22
      }
    ],
    next: { inDays: 8, place: 'Hemtjänstens mötesrum, Centrum' }
  },
  {
    municipality: 'trollhattan',
    name: 'Kvällsgruppen',
    task: 'Lugnare kvällar på demensboendet. Vi provar, skriver ner vad som händer och berättar för de andra boendena.',
    by: 'coach.trollhattan',
    daysAgo: 110,
    members: ['coach.trollhattan', 'medarbetare.trollhattan', 'chef.trollhattan'],
    ideas: ['Kvällslåda mot oro i skymningen'],
    meetings: [
      {
        daysAgo: 96,
        by: 'coach.trollhattan',
        present: ['coach.trollhattan', 'medarbetare.trollhattan', 'chef.trollhattan'],
        notes: 'Vi packade den första lådan tillsammans och bestämde vad vi ska titta efter.',
        decisions: ['Lådan provas på Lönnen i fyra veckor.']
      },
      {
        daysAgo: 67,
        by: 'coach.trollhattan',
        present: ['coach.trollhattan', 'medarbetare.trollhattan'],
        notes: 'Fotoalbumen används mest. Duken ligger kvar i lådan.\n\nVi hann inte prata om hur det sprids.',
        decisions: []
      }
    ],
    tasks: [
      {
        title: 'Berätta om lådan på träffen för boendena',
        by: 'coach.trollhattan',
        daysAgo: 67,
        assignee: 'chef.trollhattan',
        dueIn: -30
      }
    ]
  }
];
