import type { Role } from '../actor.ts';

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

/**
 * Who may decide that an idea enters a stage: coaches run the process, and whoever answers for a unit or for
 * the whole decides on time, money and scale. In the region the coordinator does it all.
 */
export const decidersOf = (to: Stage): readonly Role[] =>
  grantOf(to) !== undefined ? ['manager', 'leader', 'coordinator'] : ['coach', 'manager', 'leader', 'coordinator'];

/** Stages in which an idea has had its answer: somebody has said what becomes of it. */
export const isAnswer = (to: Stage): boolean => to !== 'ny' && to !== 'mottagen' && to !== 'komplettering';
