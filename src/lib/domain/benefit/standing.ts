import type { Amount, Benefit } from './benefit.ts';

const order = (a: Benefit, b: Benefit): number =>
  a.on !== b.on ? (a.on < b.on ? -1 : 1) : a.at !== b.at ? (a.at < b.at ? -1 : 1) : a._id < b._id ? -1 : 1;

const made = (a: Benefit, b: Benefit): number => (a.at !== b.at ? (a.at < b.at ? -1 : 1) : a._id < b._id ? -1 : 1);

/**
 * What stands of all that is said about one idea's benefit, the earliest day first. What was withdrawn does not, nor
 * what something that stands replaces, directly or through others; of two that replace the same without knowing of
 * each other the later does.
 */
export function standing(benefits: readonly Benefit[]): readonly Benefit[] {
  const byId = new Map(benefits.map((each) => [each._id, each]));
  const before = (each: Benefit): Benefit[] => {
    const line: Benefit[] = [];
    let next = each.replaces === undefined ? undefined : byId.get(each.replaces);
    while (next !== undefined && next !== each && line.indexOf(next) < 0) {
      line.push(next);
      next = next.replaces === undefined ? undefined : byId.get(next.replaces);
    }
    return line;
  };
  const candidates = benefits.filter((each) => each.withdrawn === undefined).sort(made);
  const replaced = new Set(candidates.flatMap(before));
  // The first of a line names it: of several that end one, the last that was made stands.
  const ends = new Map<string, Benefit>();
  for (const each of candidates) {
    const line = before(each);
    if (!replaced.has(each)) ends.set((line[line.length - 1] ?? each)._id, each);
  }
  return [...ends.values()].sort(order);
}

/** An idea's hours, or kronor: what comes every year, and what came once. Undefined where nothing is said. */
export interface Yield {
  readonly yearly: number | undefined;
  readonly once: number | undefined;
}

/** What an idea is meant to give, or gives. */
export interface Gain {
  readonly hours: Yield;
  readonly kronor: Yield;
  readonly scale: number | undefined;
}

/** An amount that comes again, a year. */
export const yearly = ({ amount, per }: Amount): number => (per === 'month' ? amount * 12 : amount);

function gainOf(said: readonly Benefit[]): Gain {
  // What was found out last stands, of each by itself: a number is not gone since the next answer was in words.
  const last = (field: 'hours' | 'kronor', isOnce: boolean): number | undefined => {
    const amounts = said.flatMap((each) => each[field] ?? []).filter(({ per }) => (per === 'once') === isOnce);
    const amount = amounts[amounts.length - 1];
    return amount === undefined ? undefined : yearly(amount);
  };
  const scales = said.flatMap((each) => each.scale ?? []);
  return {
    hours: { yearly: last('hours', false), once: last('hours', true) },
    kronor: { yearly: last('kronor', false), once: last('kronor', true) },
    scale: scales[scales.length - 1]
  };
}

/** What an idea is meant to give, and what it gives as it was last found out. */
export interface Standing {
  readonly planned: Gain;
  readonly reached: Gain;
}

/** @param benefits all that is said of one idea's */
export function standingOf(benefits: readonly Benefit[]): Standing {
  const said = standing(benefits);
  return {
    planned: gainOf(said.filter((each) => each.state === 'planned')),
    reached: gainOf(said.filter((each) => each.state === 'reached'))
  };
}
