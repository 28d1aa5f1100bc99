import type { RuleCase } from './case.ts';
import { BENEFIT } from './cases-benefit.ts';
import { CHALLENGES } from './cases-challenges.ts';
import { ASSESSMENT } from './cases-assessment.ts';
import { CONVERSATION } from './cases-conversation.ts';
import { FIND } from './cases-find.ts';
import { GATEWAY } from './cases-gateway.ts';
import { GROUPS } from './cases-groups.ts';
import { METHODS } from './cases-methods.ts';
import { SHAPE } from './cases-shape.ts';
import { WHO } from './cases-who.ts';

/** The one table of the write rules. Every engine that runs them runs it. */
export const CASES: readonly RuleCase[] = [
  ...WHO,
  ...GATEWAY,
  ...CONVERSATION,
  ...CHALLENGES,
  ...GROUPS,
  ...ASSESSMENT,
  ...BENEFIT,
  ...FIND,
  ...METHODS,
  ...SHAPE
];
