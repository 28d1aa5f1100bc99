import { SyncProblem } from '#lib/sync/problems.ts';
import type { Random } from './random.ts';

/** The tab stopped, wherever it was. Not an error anything may catch and go on from. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** What may go wrong with one request. */
export const FAULTS = [
  'lost',
  'answerLost',
  'duplicated',
  'delayed',
  'status',
  'portal',
  'truncated',
  'crash',
  'meanwhile'
] as const;
export type Fault = (typeof FAULTS)[number];

/** Probabilities of each, a request at a time. All zero is a calm day. */
export type Weather = Readonly<Record<Fault, number>>;

const everyFault = (probability: (fault: Fault) => number): Weather =>
  Object.fromEntries(FAULTS.map((fault) => [fault, probability(fault)])) as Weather;

export const CALM: Weather = everyFault(() => 0);

/** A day drawn by the seed: some are nearly calm, some are terrible. */
export function drawWeather(random: Random): Weather {
  const worst = random.pick([0.02, 0.1, 0.3]);
  return everyFault((fault) => (random.chance(0.4) ? 0 : (random.next() * worst) / (fault === 'crash' ? 2 : 1)));
}

const STATUSES = [401, 403, 409, 413, 429, 500, 502, 503];

/** What the weather needs of the world around a request. */
export interface Surroundings {
  readonly random: Random;
  readonly weather: Weather;
  /** Somebody does something while the request is under way. */
  meanwhile(): Promise<void>;
  /** Reaches the server some other day, after whatever else has reached it. */
  later(request: () => Promise<unknown>): void;
  /** For the totals. */
  met(fault: string): void;
}

/** One request through the weather. */
export async function throughWeather<T>(around: Surroundings, answer: () => Promise<T>): Promise<T> {
  const { random, weather } = around;
  const meets = (fault: Fault): boolean => {
    const isMet = random.chance(weather[fault]);
    if (isMet) around.met(fault);
    return isMet;
  };
  if (meets('crash')) throw new Crash();
  if (meets('lost')) throw new SyncProblem('offline');
  // A sign-in page of some hotel answers 200 with HTML, which the hub reads as no contact.
  if (meets('portal')) throw new SyncProblem('offline');
  if (meets('status')) throw Object.assign(new Error('fault'), { status: random.pick(STATUSES) });
  if (meets('delayed')) {
    around.later(answer);
    throw new SyncProblem('offline');
  }
  if (meets('meanwhile')) await around.meanwhile();
  const result = await answer();
  if (meets('duplicated')) await answer().catch(() => undefined);
  if (meets('meanwhile')) await around.meanwhile();
  if (meets('crash')) throw new Crash();
  if (meets('answerLost')) throw new SyncProblem('offline');
  if (meets('truncated')) throw new SyntaxError('Unexpected end of JSON input');
  return result;
}
