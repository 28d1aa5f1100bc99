import { sameContent } from '#lib/core/json.ts';
import type { Mark } from '../shapes.ts';
import type { Grant, Stage } from './stages.ts';

/** As much of a decision as the fold needs. */
export interface Step {
  readonly _id: string;
  readonly at: string;
  readonly to: Stage;
  readonly follows?: readonly string[] | undefined;
  readonly withdrawn?: Mark | undefined;
  readonly into?: string | undefined;
  readonly grants?: Grant | undefined;
  readonly hours?: number | undefined;
  readonly kronor?: number | undefined;
}

/** What an idea's decisions come to. */
export interface Path<D extends Step> {
  readonly stage: Stage;
  /** The decision that stands; undefined before anything is decided. */
  readonly current: D | undefined;
  /** Decisions that were made without knowing of each other and say different things, the standing one first. */
  readonly disputed: readonly D[];
  /** The decisions that the next one is to follow: all that nothing has followed yet. */
  readonly heads: readonly D[];
}

const laterFirst = (a: Step, b: Step): number => (a.at !== b.at ? (a.at < b.at ? 1 : -1) : a._id < b._id ? 1 : -1);

const says = ({ to, into, grants, hours, kronor }: Step): unknown => ({ to, into, grants, hours, kronor });

/** What each decision follows, by id. @param ordered later first */
function parentsOf(ordered: readonly Step[]): ReadonlyMap<string, readonly string[]> {
  const parents = new Map<string, readonly string[]>();
  ordered.forEach((decision, index) => {
    // One that names nothing was made by an app that did not know how: it follows the one before it.
    const before = ordered.slice(index + 1).find((each) => each.follows === undefined);
    parents.set(decision._id, decision.follows ?? (before === undefined ? [] : [before._id]));
  });
  return parents;
}

/**
 * Folds decisions to where the idea stands. Each decision names those it followed, so that one made in the
 * knowledge of another always comes after it, whatever the clocks said. Of decisions that knew nothing of each
 * other the last by time stands, and by id where two have the same time, so that every device agrees; when
 * they say different things a person is asked. One that was withdrawn counts for nothing, and what it had
 * followed stands again.
 */
export function pathOf<D extends Step>(decisions: readonly D[]): Path<D> {
  const ordered = [...decisions].sort(laterFirst);
  const byId = new Map(ordered.map((decision) => [decision._id, decision]));
  const parents = parentsOf(ordered);
  const standing = ordered.filter((decision) => decision.withdrawn === undefined);
  const followed = new Set<string>();
  for (const decision of standing) {
    const todo = [...parents.get(decision._id)!];
    for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
      if (id === decision._id || followed.has(id) || !byId.has(id)) continue;
      followed.add(id);
      todo.push(...parents.get(id)!);
    }
  }
  const unfollowed = standing.filter((decision) => !followed.has(decision._id));
  const heads = unfollowed.length === 0 ? standing.slice(0, 1) : unfollowed;
  const [current] = heads;
  const isDisputed = heads.some((head) => !sameContent(says(head), says(current!)));
  return { stage: current?.to ?? 'ny', current, disputed: isDisputed ? heads : [], heads };
}

/** Whether each follows the one before it and nothing was withdrawn, as it mostly is: then there is nothing to find out. */
const isLine = (decisions: readonly Step[]): boolean =>
  decisions.every(({ follows, withdrawn }, index) => {
    const before = decisions[index - 1];
    if (withdrawn !== undefined || follows === undefined) return false;
    return before === undefined ? follows.length === 0 : follows.length === 1 && follows[0] === before._id;
  });

/**
 * The decisions that have led an idea to where it stands, the first before the others: the one that stands, before it
 * the one that stood among those it followed, and so on back. What was withdrawn led nowhere, and neither did a
 * decision that another was chosen before.
 */
export function trailOf<D extends Step>(decisions: readonly D[]): readonly D[] {
  if (isLine(decisions)) return decisions;
  const parents = parentsOf([...decisions].sort(laterFirst));
  const trail: D[] = [];
  let known = decisions;
  for (let { current } = pathOf(known); current !== undefined; { current } = pathOf(known)) {
    trail.push(current);
    const followed = new Set<string>();
    const todo = [...parents.get(current._id)!];
    for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
      if (id === current._id || followed.has(id)) continue;
      followed.add(id);
      todo.push(...(parents.get(id) ?? []));
    }
    known = known.filter((each) => followed.has(each._id));
  }
  return trail.reverse();
}

/**
 * Decisions that stood when another was made, and that it neither followed nor came to follow through others: its
 * maker did not know of them.
 */
export function unknownTo<D extends Step>(decision: D, all: readonly D[]): readonly D[] {
  if (decision.follows === undefined) return [];
  const byId = new Map(all.map((each) => [each._id, each]));
  const known = new Set([decision._id]);
  const todo = [...decision.follows];
  for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
    if (known.has(id)) continue;
    known.add(id);
    todo.push(...(byId.get(id)?.follows ?? []));
  }
  const stood = (each: D): boolean =>
    each.at < decision.at && (each.withdrawn === undefined || each.withdrawn.at > decision.at);
  return all.filter((each) => !known.has(each._id) && stood(each));
}

/**
 * The idea that lives on for each of these: itself, or what it was merged into, and so on. Two that were merged
 * into each other by people who knew nothing of each other: the one with the lowest id lives on.
 * @param into what an idea is merged into as it stands; undefined when it is not
 */
export function survivorOf(id: string, into: (id: string) => string | undefined): string {
  const seen: string[] = [];
  for (let next: string | undefined = id; next !== undefined; next = into(next)) {
    const turn = seen.indexOf(next);
    if (turn >= 0) return seen.slice(turn).reduce((least, each) => (each < least ? each : least));
    seen.push(next);
  }
  return seen[seen.length - 1]!;
}
