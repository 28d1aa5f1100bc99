import type { RefusalCode } from '#lib/domain/rules.ts';
import type { Player, Wild } from './cast.ts';

/** What the rules should say: yes, or the refusal as text, `fixed-field by`. */
export type Expected = 'ok' | RefusalCode | `${RefusalCode} ${string}`;

/** One row of the table that every engine runs. */
export interface RuleCase {
  readonly name: string;
  readonly player: Player;
  /** Where it is written; `uddevalla` when nothing is said. */
  readonly space?: string;
  /** What is stored; null when nothing is. */
  readonly previous: Wild | null;
  readonly next: Wild;
  readonly expected: Expected;
}

/** A case in which nothing is stored yet. */
export const creates = (name: string, player: Player, next: Wild, expected: Expected, space?: string): RuleCase => ({
  name,
  player,
  previous: null,
  next,
  expected,
  ...(space === undefined ? {} : { space })
});

/** A case that changes what is stored. */
export const changes = (
  name: string,
  player: Player,
  previous: Wild,
  next: Wild,
  expected: Expected,
  space?: string
): RuleCase => ({ name, player, previous, next, expected, ...(space === undefined ? {} : { space }) });
