import * as v from 'valibot';
import { bare, idOf } from '#lib/core/ids.ts';
import { type Actor, has, isSelf } from '../actor.ts';
import { defineKind, type DocumentOf } from '../kind.ts';
import { isSigned } from '../marks.ts';
import { day, filledText, instant, mark, oneOf, optional, personId, ref, text, whole } from '../shapes.ts';

/**
 * What is said of an idea's benefit: what it is meant to give, what it has given, that it is asked about later,
 * or that it cannot be measured. The last two answer a follow-up as much as a number does.
 */
export const BENEFIT_STATES = ['planned', 'reached', 'postponed', 'unmeasurable'] as const;
export type BenefitState = (typeof BENEFIT_STATES)[number];

/** How often an amount comes. Nothing else is added up: a month is a twelfth of a year, and once is once. */
export const PERIODS = ['month', 'year', 'once'] as const;
export type Period = (typeof PERIODS)[number];

/** Months after introduction at which somebody asks what came of it. */
export const FOLLOW_UPS = [3, 6, 12] as const;
export type Months = (typeof FOLLOW_UPS)[number];

/** How it was found out: measured, estimated by somebody who knows, or told by those it is about. */
export const FINDINGS = ['measured', 'estimated', 'told'] as const;
export type Finding = (typeof FINDINGS)[number];

/** The worst and the best answer to "Hur blev det för dem det gäller?": 1 is worse than before, 2 no difference. */
export const SCALE = { least: 1, most: 5 } as const;

/** The most hours and kronor, either way. */
export const MOST_HOURS = 1_000_000;
export const MOST_KRONOR = 1_000_000_000;

const amount = (most: number) => v.strictObject({ amount: whole(-most, most), per: oneOf(PERIODS) }, 'wrong-type');

/** An amount with its period. Above zero is gained: hours that are set free, kronor that are saved; below is spent. */
export interface Amount {
  readonly amount: number;
  readonly per: Period;
}

const benefitRef = v.pipe(
  v.string('wrong-type'),
  v.regex(/^benefit:[0-9A-HJKMNP-TV-Z]{26}:[0-9A-HJKMNP-TV-Z]{26}$/, 'wrong-type')
);

/** Whether the actor answers for what ideas come to: coaches, managers and leaders, and in the region its coordinator. */
export const handles = (actor: Actor): boolean => has(actor, 'coach', 'manager', 'leader', 'coordinator');

const isAnswerOnly = (state: BenefitState): boolean => state === 'postponed' || state === 'unmeasurable';

/**
 * `benefit:<idea>:<ulid>`: something said about what an idea gives. It never changes: whoever knows better writes a
 * new one that names the one it replaces, and whoever wrote it may withdraw it. Those who work with what changed may
 * say in words and on the scale how it became; hours, kronor, plans and answers to follow-ups are given by those who
 * answer for the idea.
 */
export const benefit = defineKind({
  name: 'benefit',
  version: 1,
  spaces: ['municipality', 'region'],
  id: (benefit, last) => idOf('benefit', benefit.idea, last),
  shape: {
    idea: ref('idea'),
    by: personId,
    at: instant,
    state: oneOf(BENEFIT_STATES),
    /** Hours of work, gained where above zero. */
    hours: optional(amount(MOST_HOURS)),
    /** Kronor, gained where above zero. */
    kronor: optional(amount(MOST_KRONOR)),
    /** What became better or worse, in words. */
    quality: optional(text(4000)),
    /** How it became for those it is about, 1 (worse) to 5 (much better). */
    scale: optional(whole(SCALE.least, SCALE.most)),
    /** By when it is planned, when it was found out, or until when it is postponed. */
    on: day,
    /** Who answers for it; only of a plan. */
    responsible: optional(personId),
    /** The follow-up it answers, months after introduction. */
    followUp: optional(v.picklist(FOLLOW_UPS, 'wrong-type')),
    how: optional(oneOf(FINDINGS)),
    /** Why it is postponed, or cannot be measured. */
    reason: optional(filledText(4000)),
    /** What it is said instead of. */
    replaces: optional(benefitRef),
    withdrawn: optional(mark)
  },
  fixed: [
    'idea',
    'by',
    'at',
    'state',
    'hours',
    'kronor',
    'quality',
    'scale',
    'on',
    'responsible',
    'followUp',
    'how',
    'reason',
    'replaces'
  ],
  merge: { withdrawn: 'latest' },
  invalid: (next) => {
    const isOnly = isAnswerOnly(next.state);
    const saysNothing =
      next.hours === undefined &&
      next.kronor === undefined &&
      next.scale === undefined &&
      (next.quality === undefined || next.quality.trim() === '');
    if (isOnly !== saysNothing) return 'quality';
    if (isOnly !== (next.reason !== undefined)) return 'reason';
    if ((next.state === 'reached') !== (next.how !== undefined)) return 'how';
    if (next.state !== 'planned' && next.responsible !== undefined) return 'responsible';
    if (next.state === 'planned' ? next.followUp !== undefined : isOnly && next.followUp === undefined)
      return 'followUp';
    const replaces = next.replaces;
    return replaces !== undefined && replaces.split(':')[1] !== bare(next.idea) ? 'replaces' : null;
  },
  mayWrite: (next, previous, actor, id) => {
    if (!isSelf(actor, next.by) || next.replaces === id) return false;
    if (!isSigned(next.withdrawn, previous === null ? undefined : previous.withdrawn, actor)) return false;
    if (previous !== null) return next.withdrawn !== undefined;
    if (handles(actor)) return true;
    // The rules cannot see who wrote the idea, so everybody who works there may tell; nobody's numbers are touched.
    return (
      next.state === 'reached' &&
      next.hours === undefined &&
      next.kronor === undefined &&
      next.followUp === undefined &&
      next.replaces === undefined &&
      next.how === 'told'
    );
  },
  mayErase: (_previous, actor) => has(actor, 'admin', 'coordinator'),
  index: ['idea', 'responsible'],
  parent: 'idea'
});

export type Benefit = DocumentOf<typeof benefit>;
