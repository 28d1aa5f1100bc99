import { diff3Merge } from 'node-diff3';
import { canonical, sameContent } from '#lib/core/json.ts';
import type { Envelope, MergeStrategy } from './kind.ts';
import { kindOfId } from './registry.ts';

/** A text that lost to another edit of the same field, and must live on as a variant. */
export interface Lost {
  readonly field: string;
  readonly text: string;
}

export interface Merged<D> {
  /** The joined document, with `theirs`' envelope: a write of it follows theirs. */
  readonly document: D;
  readonly lost: readonly Lost[];
}

/**
 * Joins two edits of one document. Deterministic: the same three inputs give the same bytes on
 * every device, since nothing but them is looked at.
 * @param base what `mine` started from; null when there was nothing
 * @param theirs the server's; its value stays wherever both changed the same thing
 */
export function mergeDocuments<D extends Envelope>(base: D | null, mine: D, theirs: D): Merged<D> {
  const kind = kindOfId(mine._id);
  if (kind === undefined) throw new Error('no kind for a document of ours: ' + mine._id);
  const document = { ...theirs } as unknown as Record<string, unknown>;
  const lost: Lost[] = [];
  const from = (base ?? {}) as unknown as Record<string, unknown>;
  const strategies = kind.merge as Readonly<Record<string, MergeStrategy>>;
  const firstStands = base === null && kind.firstStands?.(mine as never) === true;
  let isMine = false;
  // A signature is for the whole, so it is set when the rest is known.
  const fields = Object.keys(strategies).sort((a, b) => order(strategies[a]!) - order(strategies[b]!));
  for (const field of fields) {
    const strategy = strategies[field]!;
    const ours = (mine as unknown as Record<string, unknown>)[field];
    const other = (theirs as unknown as Record<string, unknown>)[field];
    const joined: Joined = firstStands
      ? besideFirst(strategy, ours, other)
      : strategy === 'signature'
        ? { value: signature(isMine, from[field], ours, other) }
        : joinField(strategy, from[field], ours, other);
    if (!sameContent(joined.value, other)) isMine = true;
    if (joined.value === undefined) delete document[field];
    else document[field] = joined.value;
    if (joined.lost !== undefined) lost.push({ field, text: joined.lost });
    for (const [name, text] of joined.lostByName ?? []) lost.push({ field: field + '.' + name, text });
  }
  return { document: document as unknown as D, lost };
}

const order = (strategy: MergeStrategy): number => (strategy === 'signature' ? 1 : 0);

interface Joined {
  readonly value: unknown;
  readonly lost?: string;
  readonly lostByName?: readonly (readonly [name: string, text: string])[];
}

function joinField(
  strategy: Exclude<MergeStrategy, 'signature'>,
  base: unknown,
  mine: unknown,
  theirs: unknown
): Joined {
  if (sameContent(mine, theirs) || sameContent(mine, base)) return { value: theirs };
  if (sameContent(theirs, base)) return { value: mine };
  if (strategy === 'latest') return { value: later(mine, theirs) };
  if (strategy === 'set') return { value: joinSets(base, mine, theirs) };
  if (strategy === 'each') return joinEach(base, mine, theirs);
  if (strategy === 'texts') return joinTexts(base, mine, theirs);
  if (strategy === 'text' && typeof mine === 'string' && typeof theirs === 'string') {
    const joined = joinLines(typeof base === 'string' ? base : '', mine, theirs);
    return joined === null ? { value: theirs, lost: mine } : { value: joined };
  }
  // Emptying a choice loses nothing that could be shown.
  const said = typeof mine === 'number' ? String(mine) : mine;
  return typeof said === 'string' && said !== '' ? { value: theirs, lost: said } : { value: theirs };
}

function besideFirst(strategy: MergeStrategy, mine: unknown, theirs: unknown): Joined {
  const isSaid = (strategy === 'text' || strategy === 'choice') && typeof mine === 'string' && mine !== '';
  return isSaid && !sameContent(mine, theirs) ? { value: theirs, lost: mine } : { value: theirs };
}

// A mark I did not make is not mine to put back, whatever else of mine is in the joined document.
const signature = (isMine: boolean, base: unknown, mine: unknown, theirs: unknown): unknown =>
  sameContent(theirs, base) || (isMine && mine !== undefined && !sameContent(mine, base)) ? mine : theirs;

const at = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'at' in value ? String(value.at) : '';

function later(mine: unknown, theirs: unknown): unknown {
  if (at(mine) !== at(theirs)) return at(mine) > at(theirs) ? mine : theirs;
  return canonical(mine) > canonical(theirs) ? mine : theirs;
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

/** Values by name, each joined for itself; of one that has a time the later stays. */
function joinEach(base: unknown, mine: unknown, theirs: unknown): Joined {
  const value: Record<string, unknown> = {};
  const lost: string[] = [];
  for (const name of Object.keys({ ...recordOf(theirs), ...recordOf(mine) }).sort()) {
    const ours = recordOf(mine)[name];
    const joined = joinField(at(ours) === '' ? 'choice' : 'latest', recordOf(base)[name], ours, recordOf(theirs)[name]);
    if (joined.value !== undefined) value[name] = joined.value;
    if (joined.lost !== undefined) lost.push(joined.lost);
  }
  return { value, ...(lost.length === 0 ? {} : { lost: lost.join('\n') }) };
}

/** Values by name, each joined as a text; what one loses is told with its name. */
function joinTexts(base: unknown, mine: unknown, theirs: unknown): Joined {
  const value: Record<string, unknown> = {};
  const lostByName: [string, string][] = [];
  for (const name of Object.keys({ ...recordOf(theirs), ...recordOf(mine) }).sort()) {
    const joined = joinField('text', recordOf(base)[name], recordOf(mine)[name], recordOf(theirs)[name]);
    if (joined.value !== undefined) value[name] = joined.value;
    if (joined.lost !== undefined) lostByName.push([name, joined.lost]);
  }
  return { value, lostByName };
}

function joinSets(base: unknown, mine: unknown, theirs: unknown): unknown {
  const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
  const had = (value: unknown, item: unknown): boolean => list(value).some((other) => sameContent(other, item));
  const kept = list(theirs).filter((item) => !had(base, item) || had(mine, item));
  return [...kept, ...list(mine).filter((item) => !had(base, item) && !had(theirs, item))];
}

function joinLines(base: string, mine: string, theirs: string): string | null {
  const regions = diff3Merge(mine.split('\n'), base.split('\n'), theirs.split('\n'), { excludeFalseConflicts: true });
  const lines: string[] = [];
  for (const region of regions) {
    if (region.ok === undefined) return null;
    lines.push(...region.ok);
  }
  return lines.join('\n');
}
