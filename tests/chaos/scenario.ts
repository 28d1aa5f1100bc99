import { type Random } from '../simulation/random.ts';

/** What a scenario came to. */
export interface Tally {
  /** How many times the misfortune happened. */
  readonly times: number;
  /** How many things had been promised: "Sparad på enheten", or an answer from the server that it has them. */
  readonly promised: number;
  /** Each promise that was not kept, in words. */
  readonly lost: readonly string[];
  /** What else was seen. */
  readonly note?: string;
}

/** A misfortune that is made to happen, in a real browser or to a real server. */
export interface Scenario {
  readonly name: string;
  /** What is tried, as the report says it. */
  readonly tried: string;
  /** How often it happens in the whole run. */
  readonly times: number;
  /** How often in `npm test`; left out where it takes too long for that. */
  readonly shortTimes?: number;
  run(times: number, random: Random): Promise<Tally>;
}
