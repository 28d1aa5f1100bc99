import type { RuleCase } from './case.ts';
import { SHAPE } from './cases-shape.ts';
import { WHO } from './cases-who.ts';

/** The one table of the write rules. Every engine that runs them runs it. */
export const CASES: readonly RuleCase[] = [...WHO, ...SHAPE];
