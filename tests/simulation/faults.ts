import { SyncProblem } from '#lib/sync/problems.ts';
import type { Random } from './random.ts';

/** The device stopped, wherever it was. Not an error anything may catch and go on from. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** Probabilities of what may go wrong, a request at a time. All zero is a calm day. */
export interface Weather {
  readonly lost: number;
  readonly answerLost: number;
  readonly duplicated: number;
  readonly status: number;
  readonly portal: number;
  readonly truncated: number;
  readonly crash: number;
  /** Somebody does something while the request is under way. */
  readonly meanwhile: number;
}

export const CALM: Weather = {
  lost: 0,
  answerLost: 0,
  duplicated: 0,
  status: 0,
  portal: 0,
  truncated: 0,
  crash: 0,
  meanwhile: 0
};

/** A day drawn by the seed: some are nearly calm, some are terrible. */
export function drawWeather(random: Random): Weather {
  const worst = random.pick([0.02, 0.1, 0.3]);
  const draw = () => (random.chance(0.4) ? 0 : random.next() * worst);
  return {
    lost: draw(),
    answerLost: draw(),
    duplicated: draw(),
    status: draw(),
    portal: draw(),
    truncated: draw(),
    crash: draw() / 2,
    meanwhile: draw()
  };
}

const STATUSES = [401, 403, 409, 413, 429, 500, 502, 503];

/** One request through the weather. */
export async function throughWeather<T>(
  random: Random,
  weather: Weather,
  answer: () => Promise<T>,
  meanwhile: () => Promise<void>
): Promise<T> {
  if (random.chance(weather.crash)) throw new Crash();
  if (random.chance(weather.lost)) throw new SyncProblem('offline');
  if (random.chance(weather.portal)) throw new SyncProblem('offline');
  if (random.chance(weather.status)) throw Object.assign(new Error('fault'), { status: random.pick(STATUSES) });
  if (random.chance(weather.meanwhile)) await meanwhile();
  const result = await answer();
  if (random.chance(weather.duplicated)) await answer().catch(() => undefined);
  if (random.chance(weather.meanwhile)) await meanwhile();
  if (random.chance(weather.crash)) throw new Crash();
  if (random.chance(weather.answerLost)) throw new SyncProblem('offline');
  if (random.chance(weather.truncated)) throw new SyntaxError('Unexpected end of JSON input');
  return result;
}
