/** The stages of an idea, in order, and after them the four aside. Labels are messages; the machine is fixed. */
export const STAGES = [
  'ny',
  'mottagen',
  'bedoms',
  'utvecklas',
  'testas',
  'infors',
  'i-drift',
  'komplettering',
  'vilande',
  'avslutad',
  'sammanslagen'
] as const;
export type Stage = (typeof STAGES)[number];

/** What entering a stage grants: Helsingborg's three decisions. */
export const GRANTS = ['tid', 'pengar', 'skala-upp'] as const;
export type Grant = (typeof GRANTS)[number];

const ASIDE: readonly Stage[] = ['komplettering', 'vilande', 'avslutad', 'sammanslagen'];

const NEXT: Readonly<Record<Stage, readonly Stage[]>> = {
  ny: ['mottagen', 'bedoms', ...ASIDE],
  mottagen: ['bedoms', 'utvecklas', ...ASIDE],
  bedoms: ['mottagen', 'utvecklas', ...ASIDE],
  utvecklas: ['bedoms', 'testas', 'infors', ...ASIDE],
  testas: ['utvecklas', 'infors', ...ASIDE],
  infors: ['testas', 'i-drift', ...ASIDE],
  'i-drift': ['infors', 'avslutad'],
  komplettering: ['mottagen', 'bedoms', 'vilande', 'avslutad', 'sammanslagen'],
  vilande: ['mottagen', 'bedoms', 'utvecklas', 'avslutad', 'sammanslagen'],
  avslutad: ['mottagen', 'bedoms', 'vilande'],
  sammanslagen: ['ny', 'mottagen', 'bedoms']
};

/** Whether the machine allows the step. */
export const maySucceed = (from: Stage, to: Stage): boolean => NEXT[from].indexOf(to) >= 0;

/** What entering a stage decides, where it decides something. */
export const grantOf = (to: Stage): Grant | undefined =>
  to === 'utvecklas' ? 'tid' : to === 'testas' ? 'pengar' : to === 'infors' ? 'skala-upp' : undefined;

/** As much of a decision as the fold needs. */
export interface StageChange {
  readonly _id: string;
  readonly at: string;
  readonly to: Stage;
}

/** The current stage: the last decision's, by time and then by id, so that every device agrees. */
export const stageAfter = (decisions: readonly StageChange[]): Stage =>
  decisions.reduce<StageChange | undefined>(
    (last, next) =>
      last === undefined || next.at > last.at || (next.at === last.at && next._id > last._id) ? next : last,
    undefined
  )?.to ?? 'ny';
