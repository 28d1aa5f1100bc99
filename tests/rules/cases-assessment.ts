import { changes as changesIn, creates as createsIn, type Expected, type RuleCase } from './case.ts';
import {
  AT,
  erased,
  HIDDEN_IDEA,
  IDEA,
  IDS,
  LATER,
  LEADERSHIP,
  like,
  type Player,
  RIGHT,
  type RightKind,
  type Wild,
  without,
  WRITER
} from './cast.ts';

// How ideas are assessed, which the leadership's space alone holds.

const creates = (name: string, player: Player, next: Wild, expected: Expected): RuleCase =>
  createsIn(name, player, next, expected, LEADERSHIP);
const changes = (name: string, player: Player, previous: Wild, next: Wild, expected: Expected): RuleCase =>
  changesIn(name, player, previous, next, expected, LEADERSHIP);

const KINDS: readonly RightKind[] = ['criteriaset', 'criterion', 'round', 'assessment', 'comparison'];
const ROLES: readonly (Player & keyof typeof IDS)[] = ['coach', 'manager', 'leader', 'admin'];
const mark = (player: keyof typeof IDS, at = LATER) => ({ by: IDS[player], at });

const everywhere: RuleCase[] = KINDS.flatMap((kind) => [
  createsIn(`a ${kind} in the municipality’s open space`, WRITER[kind], like(kind), 'wrong-space'),
  createsIn(`a ${kind} in the region`, 'coach', like(kind), 'wrong-space', 'fyrbodal'),
  creates(`a member writes a ${kind}`, 'member', like(kind), 'not-member'),
  creates(`another municipality’s coach writes a ${kind}`, 'stranger', like(kind), 'not-member'),
  creates(`a right ${kind}`, WRITER[kind], like(kind), 'ok'),
  creates(`a ${kind} with something else on it`, WRITER[kind], like(kind, { hemligt: true }), 'wrong-type hemligt'),
  changes(`whoever wrote a ${kind} erases it`, WRITER[kind], like(kind), erased(kind), 'erasure-not-allowed'),
  changes(`an admin erases a ${kind}`, 'admin', like(kind), erased(kind), 'ok')
]);

const criteria: RuleCase[] = [
  ...(['criteriaset', 'criterion'] as const).flatMap((kind) =>
    ROLES.map((player) =>
      creates(
        `${player} writes a ${kind} of their own`,
        player,
        like(kind, { edited: mark(player) }),
        player === 'manager' ? 'not-allowed' : 'ok'
      )
    )
  ),
  creates('a criterion signed by another', 'leader', like('criterion'), 'not-allowed'),
  creates('a criterion without a signature', 'coach', without('criterion', 'edited'), 'wrong-type edited'),
  creates('a criterion without a name', 'coach', like('criterion', { name: ' ' }), 'empty name'),
  creates('a criterion that counts for nothing', 'coach', like('criterion', { weight: 0 }), 'wrong-type weight'),
  creates('a criterion that counts for all', 'coach', like('criterion', { weight: 11 }), 'wrong-type weight'),
  creates('a criterion that counts half', 'coach', like('criterion', { weight: 1.5 }), 'wrong-type weight'),
  creates('a criterion about something else', 'coach', like('criterion', { axis: 'kostnad' }), 'wrong-type axis'),
  creates(
    'a criterion explained by a personal number',
    'coach',
    like('criterion', { explanation: 'Som för 19900101-2385' }),
    'personal-number explanation'
  ),
  changes(
    'a leader changes a coach’s criterion',
    'leader',
    like('criterion'),
    like('criterion', { weight: 5, edited: mark('leader') }),
    'ok'
  ),
  changes(
    'a criterion moves to another set',
    'coach',
    like('criterion'),
    like('criterion', { set: RIGHT.criteriaset._id.slice(0, -1) + '2' }),
    'wrong-id'
  ),
  changes(
    'a manager changes a criterion',
    'manager',
    like('criterion'),
    like('criterion', { weight: 5, edited: mark('manager') }),
    'not-allowed'
  ),
  changes(
    'an admin takes a set out of use',
    'admin',
    like('criteriaset'),
    like('criteriaset', { closed: mark('admin') }),
    'ok'
  ),
  changes(
    'a leader takes into use what an admin took out of it',
    'leader',
    like('criterion', { closed: mark('admin') }),
    like('criterion', { edited: mark('leader') }),
    'ok'
  ),
  changes(
    'a set is taken out of use in another’s name',
    'admin',
    like('criteriaset'),
    like('criteriaset', { closed: mark('coach') }),
    'not-allowed'
  )
];

const rounds: RuleCase[] = [
  ...ROLES.map((player) =>
    creates(
      `${player} opens a round`,
      player,
      like('round', { by: IDS[player] }),
      player === 'admin' ? 'not-allowed' : 'ok'
    )
  ),
  creates('a round in another’s name', 'leader', like('round'), 'not-allowed'),
  creates('a round about nothing', 'coach', like('round', { ideas: [] }), 'invalid-field ideas'),
  creates('a round by nobody', 'coach', like('round', { assessors: [] }), 'invalid-field assessors'),
  creates('a round about an idea twice', 'coach', like('round', { ideas: [IDEA, IDEA] }), 'wrong-type ideas'),
  creates('a round about a unit', 'coach', like('round', { ideas: [RIGHT.unit._id] }), 'wrong-type ideas'),
  creates('a round by a name', 'coach', like('round', { assessors: ['Kim'] }), 'wrong-type assessors'),
  creates('a round that closes on no day', 'coach', like('round', { closes: '2026-02-30' }), 'wrong-type closes'),
  creates('a round with criteria of its own', 'coach', like('round', { set: RIGHT.criteriaset._id }), 'ok'),
  changes(
    'a manager adds an idea to a coach’s round',
    'manager',
    like('round'),
    like('round', { ideas: [IDEA, HIDDEN_IDEA], edited: mark('manager') }),
    'ok'
  ),
  changes(
    'a round gets other criteria',
    'coach',
    like('round'),
    like('round', { set: RIGHT.criteriaset._id }),
    'fixed-field set'
  ),
  changes('a leader closes a round', 'leader', like('round'), like('round', { closed: mark('leader') }), 'ok'),
  changes(
    'a round is closed in another’s name',
    'leader',
    like('round'),
    like('round', { closed: mark('coach') }),
    'not-allowed'
  ),
  changes('an admin closes a round', 'admin', like('round'), like('round', { closed: mark('admin') }), 'not-allowed')
];

const scored = (score: unknown): Wild => like('assessment', { scores: { nytta: score } });
const answer = (fields: Wild = {}): Wild => ({ score: 4, reason: 'Det händer varje vinter.', at: AT, ...fields });
const conflict = (fields: Wild = {}): Wild => ({ reason: 'Jag skrev idén.', stands: true, at: AT, ...fields });
const OWN_CRITERION = RIGHT.criterion._id.slice(-26);
const assessments: RuleCase[] = [
  ...ROLES.map((player) =>
    creates(
      `${player} assesses`,
      player,
      like('assessment', { _id: `assessment:${IDEA.slice(5)}:${IDS[player]}`, by: IDS[player] }),
      'ok'
    )
  ),
  creates('a coach assesses in a manager’s name', 'coach', like('assessment'), 'not-allowed'),
  creates('a manager assesses under a coach’s id', 'manager', like('assessment', { by: IDS.coach }), 'wrong-id'),
  changes(
    'a coach changes a manager’s assessment',
    'coach',
    like('assessment'),
    scored(answer({ score: 1 })),
    'not-allowed'
  ),
  changes(
    'a manager changes their assessment',
    'manager',
    like('assessment'),
    scored(answer({ score: 1, at: LATER })),
    'ok'
  ),
  ...[0, 6, 2.5, '3', null].map((score) =>
    creates(`the score ${JSON.stringify(score)}`, 'manager', scored(answer({ score })), 'wrong-type scores')
  ),
  ...[1, 5].map((score) => creates(`the score ${score}`, 'manager', scored(answer({ score })), 'ok')),
  creates('a score without a reason', 'manager', scored({ score: 4, at: AT }), 'wrong-type scores'),
  creates('a score with a blank reason', 'manager', scored(answer({ reason: ' \n' })), 'empty scores'),
  creates('a score with too long a reason', 'manager', scored(answer({ reason: 'a'.repeat(1001) })), 'too-long scores'),
  creates(
    'a personal number in a reason',
    'manager',
    scored(answer({ reason: 'Gäller 19900101-2385' })),
    'personal-number scores'
  ),
  creates('a score with more to it', 'manager', scored(answer({ by: IDS.coach })), 'wrong-type scores'),
  creates(
    'a score on something unknown',
    'manager',
    like('assessment', { scores: { pris: answer() } }),
    'wrong-type scores'
  ),
  creates(
    'a score under a name that every object answers to',
    'manager',
    like('assessment', { scores: { toString: answer() } }),
    'wrong-type scores'
  ),
  creates(
    'a score on the municipality’s own criterion',
    'manager',
    like('assessment', { scores: { [OWN_CRITERION]: answer() } }),
    'ok'
  ),
  changes(
    'an assessment is submitted',
    'manager',
    like('assessment'),
    like('assessment', { submitted: { grund: { at: LATER } } }),
    'ok'
  ),
  creates(
    'an assessment submitted by no set',
    'manager',
    like('assessment', { submitted: { annat: { at: LATER } } }),
    'wrong-type submitted'
  ),
  creates('a conflict of interest', 'manager', like('assessment', { scores: {}, conflict: conflict() }), 'ok'),
  creates(
    'a conflict of interest without a word',
    'manager',
    like('assessment', { conflict: conflict({ reason: '' }) }),
    'empty conflict'
  ),
  creates(
    'a personal number in a conflict of interest',
    'manager',
    like('assessment', { conflict: conflict({ reason: 'Mor är 19900101-2385' }) }),
    'personal-number conflict'
  ),
  changes(
    'a conflict of interest is taken back in the open',
    'manager',
    like('assessment', { conflict: conflict() }),
    like('assessment', { conflict: conflict({ stands: false, at: LATER }) }),
    'ok'
  ),
  changes(
    'a conflict of interest is wiped away',
    'manager',
    like('assessment', { conflict: conflict() }),
    like('assessment'),
    'not-allowed'
  ),
  changes(
    'a leader declares a manager’s conflict of interest',
    'leader',
    like('assessment'),
    like('assessment', { conflict: conflict() }),
    'not-allowed'
  )
];

const comparisons: RuleCase[] = [
  creates('a comparison in another’s name', 'coach', like('comparison'), 'not-allowed'),
  creates('a comparison of an idea with itself', 'manager', like('comparison', { b: IDEA }), 'wrong-id'),
  creates(
    'a comparison the wrong way round',
    'manager',
    like('comparison', {
      _id: `comparison:${HIDDEN_IDEA.slice(5)}:${IDEA.slice(5)}:${IDS.manager}`,
      a: HIDDEN_IDEA,
      b: IDEA
    }),
    'invalid-field b'
  ),
  creates(
    'a comparison that says neither',
    'manager',
    like('comparison', { state: { better: 'c', at: AT } }),
    'wrong-type state'
  ),
  changes(
    'a comparison is thought over',
    'manager',
    like('comparison'),
    like('comparison', { state: { better: 'equal', at: LATER } }),
    'ok'
  )
];

/** Criteria, rounds, assessments and comparisons, among those who lead. */
export const ASSESSMENT: readonly RuleCase[] = [...everywhere, ...criteria, ...rounds, ...assessments, ...comparisons];
