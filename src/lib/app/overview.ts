import { hasRole } from './person.ts';
import { session } from './session.svelte.ts';
import { spaceType } from '#lib/domain/actor.ts';
import type { Measure, Overview } from '#lib/domain/leadership/measures.ts';
import type { View } from '#lib/domain/leadership/view.ts';

/** Whose ideas are counted, and which of them. */
export interface Counted {
  readonly space: string;
  readonly view: View;
}

/** What the page asks its worker: all that is counted, or the ideas behind one of the numbers. */
export type OverviewQuestion = Counted & {
  readonly number: number;
  readonly person: string;
  /** What is kept is read anew when this has changed. */
  readonly mark: string;
} & (
    | { readonly ask: 'overview' }
    | {
        readonly ask: 'behind';
        readonly measure: Measure;
        /** One of its points, or the beginning of several; all where it is empty. */
        readonly point: string;
      }
  );

export type OverviewAnswer =
  | { readonly number: number; readonly overview: Overview }
  | { readonly number: number; readonly ids: readonly string[] }
  | { readonly number: number; readonly fault: string };

/** How long what was read is kept after the last page that shows it has gone: links lead there and back. */
const KEPT_MS = 60_000;

interface Counting {
  readonly person: string;
  readonly worker: Worker;
  readonly waiting: Map<number, (answer: OverviewAnswer | undefined) => void>;
}

let counting: Counting | undefined;
let asked = 0;
let ending: ReturnType<typeof setTimeout> | undefined;
let users = 0;

function begin(person: string): Counting {
  const worker = new Worker(new URL('./overview.worker.ts', import.meta.url), { type: 'module' });
  const waiting: Counting['waiting'] = new Map();
  worker.addEventListener('message', ({ data }: MessageEvent<OverviewAnswer>) => {
    waiting.get(data.number)?.(data);
    waiting.delete(data.number);
  });
  worker.addEventListener('error', (event) => {
    const fault = 'the counting has stopped: ' + event.message;
    for (const [number, settle] of waiting) settle({ number, fault });
    waiting.clear();
    end();
  });
  session.whenLeaving(end);
  return { person, worker, waiting };
}

function end(): void {
  counting?.worker.terminate();
  for (const settle of counting?.waiting.values() ?? []) settle(undefined);
  counting = undefined;
}

/** Has the worker ready while a page shows what it counts. @returns what to call when the page goes */
export function useCounting(): () => void {
  clearTimeout(ending);
  users += 1;
  if (session.person !== null) counting ??= begin(session.person.id);
  return () => {
    users -= 1;
    if (users === 0) ending = setTimeout(end, KEPT_MS);
  };
}

type Asked<Q> = Q extends unknown ? Omit<Q, 'number' | 'person'> : never;

/**
 * Counts the ideas of a person's store on this device, beside the page.
 * @returns undefined when the person has signed out meanwhile
 * @throws when the store cannot be read
 */
export function count(question: Asked<OverviewQuestion>): Promise<OverviewAnswer | undefined> {
  const { person } = session;
  if (person === null) return Promise.resolve(undefined);
  if (counting?.person !== person.id) end();
  const { worker, waiting } = (counting ??= begin(person.id));
  const number = ++asked;
  return new Promise((resolve, reject) => {
    waiting.set(number, (answer) =>
      answer !== undefined && 'fault' in answer ? reject(new Error(answer.fault)) : resolve(answer)
    );
    worker.postMessage({ ...question, number, person: person.id } as OverviewQuestion);
  });
}

/**
 * The spaces whose ideas are counted for the person: the municipalities they coach, lead or look after, and the
 * region for those who coordinate it.
 */
export const overviewSpaces = (): readonly string[] =>
  (session.person?.spaces ?? []).filter((space) => {
    const type = spaceType(space);
    return type === 'municipality'
      ? hasRole(session.person!, space, 'coach', 'manager', 'leader', 'admin')
      : type === 'region' && hasRole(session.person!, space, 'coordinator');
  });
