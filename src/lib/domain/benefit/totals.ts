import type { Standing } from './standing.ts';

/** Sums of hours or kronor; undefined where no idea says anything: what nobody knows is not zero. */
export interface Sum {
  readonly yearly: number | undefined;
  readonly once: number | undefined;
}

/** Planned and reached of one measure. */
export interface Compared {
  readonly planned: Sum;
  readonly reached: Sum;
  /** Reached less planned, of ideas where both are known. */
  readonly difference: Sum;
}

/** What some ideas come to together. */
export interface Totals {
  readonly ideas: number;
  readonly hours: Compared;
  readonly kronor: Compared;
  /** The mean answer on the scale, of ideas that have one; undefined where none has. */
  readonly scale: number | undefined;
}

type Measure = 'hours' | 'kronor';

function sum(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : known.reduce((total, value) => total + value, 0);
}

type Sort = 'yearly' | 'once';

function compare(ideas: readonly Standing[], measure: Measure): Compared {
  const total = (of: 'planned' | 'reached'): Sum => ({
    yearly: sum(ideas.map((each) => each[of][measure].yearly)),
    once: sum(ideas.map((each) => each[of][measure].once))
  });
  const both = (sort: Sort): readonly number[] =>
    ideas.flatMap(({ planned, reached }) => {
      const [from, to] = [planned[measure][sort], reached[measure][sort]];
      return from === undefined || to === undefined ? [] : [to - from];
    });
  return {
    planned: total('planned'),
    reached: total('reached'),
    difference: { yearly: sum(both('yearly')), once: sum(both('once')) }
  };
}

/** What ideas come to together. @param ideas how each stands */
export function totalsOf(ideas: readonly Standing[]): Totals {
  const scales = ideas.flatMap(({ reached }) => reached.scale ?? []);
  return {
    ideas: ideas.length,
    hours: compare(ideas, 'hours'),
    kronor: compare(ideas, 'kronor'),
    scale: scales.length === 0 ? undefined : sum(scales)! / scales.length
  };
}

/** Ideas' totals by what a choice of them shares, in the order they are first met. */
export function totalsBy<T extends Standing>(
  ideas: readonly T[],
  by: (idea: T) => string
): ReadonlyMap<string, Totals> {
  const groups = new Map<string, T[]>();
  for (const idea of ideas) {
    const group = groups.get(by(idea));
    if (group === undefined) groups.set(by(idea), [idea]);
    else group.push(idea);
  }
  return new Map([...groups].map(([name, group]) => [name, totalsOf(group)]));
}
