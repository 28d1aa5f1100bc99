import { changes, creates, type Expected, type RuleCase } from './case.ts';
import {
  AT,
  erased,
  HIDDEN,
  HIDDEN_IDEA,
  IDS,
  LATER,
  like,
  type Player,
  type RightKind,
  variantWith,
  WRITER,
  type Wild
} from './cast.ts';

// Who may create, change and erase each kind, and who may sign for whom.

const PLAYERS: readonly Player[] = ['author', 'member', 'coach', 'manager', 'leader', 'admin', 'stranger', 'database'];
const OUTSIDE: readonly Player[] = ['stranger', 'database'];

/** One case per player; whoever is outside the space is refused as such. */
const forEach = (
  what: string,
  previous: Wild | null,
  next: Wild,
  allowed: readonly Player[],
  refusal: Expected
): RuleCase[] =>
  PLAYERS.map((player) => ({
    name: `${player} ${what}`,
    player,
    previous,
    next,
    expected: OUTSIDE.includes(player) ? 'not-member' : allowed.includes(player) ? 'ok' : refusal
  }));

const kinds: readonly RightKind[] = [
  'idea',
  'comment',
  'support',
  'photo',
  'recording',
  'decision',
  'variant',
  'unit',
  'person'
];

const CREATORS: Partial<Record<RightKind, readonly Player[]>> = { person: ['author', 'admin'] };
const creating = kinds.flatMap((kind) =>
  forEach(`creates ${WRITER[kind]}'s ${kind}`, null, like(kind), CREATORS[kind] ?? [WRITER[kind]], 'not-allowed')
);

const ERASERS: Partial<Record<RightKind, readonly Player[]>> = {
  photo: ['author', 'coach', 'admin'],
  recording: ['author', 'coach', 'admin']
};
const erasing = kinds.flatMap((kind) =>
  forEach(
    `erases ${WRITER[kind]}'s ${kind}`,
    like(kind),
    erased(kind),
    ERASERS[kind] ?? ['admin'],
    'erasure-not-allowed'
  )
);

const mark = (player: keyof typeof IDS, at = LATER) => ({ by: IDS[player], at });
const edit = (fields: Wild = {}): Wild => like('idea', { need: 'Låsen fryser, och nycklarna med.', ...fields });

const ideas: RuleCase[] = [
  changes('the author changes their idea', 'author', like('idea'), edit({ edited: mark('author') }), 'ok'),
  changes('a coach changes an idea under their own mark', 'coach', like('idea'), edit({ edited: mark('coach') }), 'ok'),
  changes('a coach changes an idea without signing', 'coach', like('idea'), edit(), 'not-allowed'),
  changes(
    'a coach changes an idea and leaves its author’s mark on it',
    'coach',
    like('idea', { edited: mark('author') }),
    edit({ edited: mark('author') }),
    'not-allowed'
  ),
  changes('another member changes an idea', 'member', like('idea'), edit({ edited: mark('member') }), 'not-allowed'),
  changes('a manager changes an idea', 'manager', like('idea'), edit({ edited: mark('manager') }), 'not-allowed'),
  changes('an admin changes an idea', 'admin', like('idea'), edit({ edited: mark('admin') }), 'not-allowed'),
  changes('a stranger who is a coach at home changes an idea', 'stranger', like('idea'), edit(), 'not-member'),
  changes(
    'a coach signs an edit as the author',
    'coach',
    like('idea'),
    edit({ edited: mark('author') }),
    'not-allowed'
  ),
  changes('a member signs an edit as a coach', 'member', like('idea'), edit({ edited: mark('coach') }), 'not-allowed'),
  changes('a coach takes the mark of an edit away', 'coach', edit({ edited: mark('author') }), edit(), 'not-allowed'),
  changes(
    'the author takes the mark of a coach away',
    'author',
    edit({ edited: mark('coach') }),
    edit(),
    'not-allowed'
  ),
  changes(
    'the author takes their idea back',
    'author',
    like('idea'),
    like('idea', { retracted: mark('author') }),
    'ok'
  ),
  changes(
    'a coach takes an idea back',
    'coach',
    like('idea'),
    like('idea', { retracted: mark('coach') }),
    'not-allowed'
  ),
  changes(
    'a coach takes an idea back in its author’s name',
    'coach',
    like('idea'),
    like('idea', { retracted: mark('author') }),
    'not-allowed'
  ),
  changes(
    'the author puts an idea forward again, unmarked',
    'author',
    like('idea', { retracted: mark('author') }),
    like('idea'),
    'not-allowed'
  ),
  changes(
    'a coach edits a retracted idea and leaves the retraction',
    'coach',
    like('idea', { retracted: mark('author') }),
    edit({ retracted: mark('author'), edited: mark('coach') }),
    'ok'
  ),
  creates(
    'an idea comes back to a restored server with its author’s own marks',
    'author',
    like('idea', { edited: mark('author'), retracted: mark('author') }),
    'ok'
  ),
  creates('a new idea with somebody else’s mark', 'author', like('idea', { edited: mark('coach') }), 'not-allowed'),
  changes(
    'a member makes an idea their own',
    'member',
    like('idea'),
    like('idea', { by: IDS.member }),
    'fixed-field by'
  ),
  changes(
    'a coach gives an idea to somebody else',
    'coach',
    like('idea'),
    like('idea', { by: IDS.member }),
    'fixed-field by'
  ),
  changes(
    'the author hides an idea that had their name',
    'author',
    like('idea'),
    like('idea', { hidden: true }),
    'fixed-field hidden'
  ),
  changes(
    'the author backdates an idea',
    'author',
    like('idea'),
    like('idea', { at: '2020-01-01T00:00:00.000Z' }),
    'fixed-field at'
  )
];

const aliases: RuleCase[] = [
  creates('the author writes under their alias', 'author', HIDDEN, 'ok'),
  creates('a member writes under somebody else’s alias', 'member', HIDDEN, 'not-allowed'),
  creates('a coach writes under somebody else’s alias', 'coach', HIDDEN, 'not-allowed'),
  creates('hidden, but under the author’s own id', 'author', like('idea', { hidden: true }), 'not-allowed'),
  creates('under an alias, but not hidden', 'author', like('idea', { by: IDS.authorAlias }), 'not-allowed'),
  changes(
    'the author of a hidden idea changes it as their alias',
    'author',
    HIDDEN,
    { ...HIDDEN, title: 'Ny', edited: mark('authorAlias') },
    'ok'
  ),
  changes(
    'a member changes a hidden idea as its alias',
    'member',
    HIDDEN,
    { ...HIDDEN, title: 'Ny', edited: mark('authorAlias') },
    'not-allowed'
  ),
  changes('a coach changes a hidden idea', 'coach', HIDDEN, { ...HIDDEN, title: 'Ny', edited: mark('coach') }, 'ok'),
  changes(
    'the author takes a hidden idea back as their alias',
    'author',
    HIDDEN,
    { ...HIDDEN, retracted: mark('authorAlias') },
    'ok'
  ),
  changes('a hidden idea is shown again', 'author', HIDDEN, { ...HIDDEN, hidden: undefined }, 'fixed-field hidden'),
  changes('a hidden idea gets its author’s name', 'author', HIDDEN, { ...HIDDEN, by: IDS.author }, 'fixed-field by'),
  creates('the author comments as their alias', 'author', like('comment', { by: IDS.authorAlias }), 'ok'),
  creates(
    'a member comments as somebody else’s alias',
    'member',
    like('comment', { by: IDS.authorAlias }),
    'not-allowed'
  ),
  creates(
    'the author adds a photo as their alias',
    'author',
    like('photo', { by: IDS.authorAlias, idea: HIDDEN_IDEA }),
    'ok'
  ),
  creates(
    'a member adds a photo as somebody else’s alias',
    'member',
    like('photo', { by: IDS.authorAlias }),
    'not-allowed'
  ),
  creates('the author adds a recording as their alias', 'author', like('recording', { by: IDS.authorAlias }), 'ok'),
  creates(
    'support under an alias, which would count a person twice',
    'author',
    like('support', {
      _id: `support:${HIDDEN_IDEA.slice(5)}:${IDS.authorAlias}`,
      idea: HIDDEN_IDEA,
      by: IDS.authorAlias
    }),
    'not-allowed'
  ),
  creates('a coach decides under an alias', 'author', like('decision', { by: IDS.authorAlias }), 'not-allowed'),
  creates('a name for an alias', 'author', like('person', { _id: 'person:' + IDS.authorAlias }), 'not-allowed')
];

const others: RuleCase[] = [
  changes(
    'the author takes a comment back',
    'author',
    like('comment'),
    like('comment', { retracted: mark('author') }),
    'ok'
  ),
  changes(
    'another member takes a comment back',
    'member',
    like('comment'),
    like('comment', { retracted: mark('member') }),
    'not-allowed'
  ),
  changes(
    'a coach takes a comment back',
    'coach',
    like('comment'),
    like('comment', { retracted: mark('coach') }),
    'not-allowed'
  ),
  changes(
    'the author signs a retraction as somebody else',
    'author',
    like('comment'),
    like('comment', { retracted: mark('coach') }),
    'not-allowed'
  ),
  changes(
    'the author changes what a comment said, and says so',
    'author',
    like('comment'),
    like('comment', { text: 'Något annat', edited: mark('author') }),
    'ok'
  ),
  changes(
    'the author changes what a comment said behind everybody’s back',
    'author',
    like('comment'),
    like('comment', { text: 'Något annat' }),
    'not-allowed'
  ),
  changes(
    'a coach changes what a comment said',
    'coach',
    like('comment'),
    like('comment', { text: 'Något annat', edited: mark('coach') }),
    'not-allowed'
  ),
  changes('the author moves a comment', 'author', like('comment'), like('comment', { idea: HIDDEN_IDEA }), 'wrong-id'),
  changes(
    'support is taken back',
    'author',
    like('support'),
    like('support', { state: { given: false, at: LATER } }),
    'ok'
  ),
  changes(
    'a member takes somebody’s support back',
    'member',
    like('support'),
    like('support', { state: { given: false, at: LATER } }),
    'not-allowed'
  ),
  changes(
    'a coach takes somebody’s support back',
    'coach',
    like('support'),
    like('support', { state: { given: false, at: LATER } }),
    'not-allowed'
  ),
  changes(
    'a decision is changed by whoever made it',
    'coach',
    like('decision'),
    like('decision', { reason: 'Annat' }),
    'fixed-field reason'
  ),
  changes('a decision is written again, unchanged', 'coach', like('decision'), like('decision'), 'not-allowed'),
  creates('a manager decides', 'manager', like('decision', { by: IDS.manager }), 'ok'),
  creates('a leader decides', 'leader', like('decision', { by: IDS.leader }), 'ok'),
  creates('an admin decides', 'admin', like('decision', { by: IDS.admin }), 'not-allowed'),
  creates('a member decides in their own name', 'member', like('decision', { by: IDS.member }), 'not-allowed'),
  creates('a coach decides in a manager’s name', 'coach', like('decision', { by: IDS.manager }), 'not-allowed'),
  creates('a decision that skips stages', 'coach', like('decision', { to: 'i-drift' }), 'invalid-field to'),
  creates(
    'a decision that grants what the stage does not',
    'coach',
    like('decision', { grants: 'pengar' }),
    'invalid-field grants'
  ),
  creates(
    'a decision to develop, with nothing',
    'manager',
    like('decision', { by: IDS.manager, from: 'bedoms', to: 'utvecklas' }),
    'invalid-field grants'
  ),
  changes(
    'the owner settles a variant',
    'author',
    like('variant'),
    like('variant', { resolved: mark('author') }),
    'ok'
  ),
  changes(
    'the keeper settles a variant',
    'member',
    like('variant'),
    like('variant', { resolved: mark('member') }),
    'ok'
  ),
  changes('a coach settles a variant', 'coach', like('variant'), like('variant', { resolved: mark('coach') }), 'ok'),
  changes(
    'a manager settles a variant',
    'manager',
    like('variant'),
    like('variant', { resolved: mark('manager') }),
    'not-allowed'
  ),
  changes(
    'a member settles a variant in its owner’s name',
    'member',
    like('variant'),
    like('variant', { resolved: mark('author') }),
    'not-allowed'
  ),
  changes('a coach changes a variant’s text', 'coach', like('variant'), like('variant', { text: 'Annat' }), 'wrong-id'),
  changes(
    'the keeper gives a variant another owner',
    'member',
    like('variant'),
    like('variant', { owner: IDS.member }),
    'fixed-field owner'
  ),
  creates(
    'a variant by the owner’s alias',
    'author',
    variantWith({ of: HIDDEN_IDEA, by: IDS.authorAlias, owner: IDS.authorAlias }),
    'ok'
  ),
  changes('a photo’s size is changed', 'author', like('photo'), like('photo', { width: 1 }), 'fixed-field width'),
  changes(
    'a photo is moved to another idea',
    'author',
    like('photo'),
    like('photo', { idea: HIDDEN_IDEA }),
    'fixed-field idea'
  ),
  changes(
    'a recording’s length is changed',
    'author',
    like('recording'),
    like('recording', { seconds: 1 }),
    'fixed-field seconds'
  ),
  changes(
    'a member makes a photo their own',
    'member',
    like('photo'),
    like('photo', { by: IDS.member }),
    'fixed-field by'
  ),
  changes(
    'a member makes a comment their own',
    'member',
    like('comment'),
    like('comment', { by: IDS.member }),
    'fixed-field by'
  ),
  changes(
    'a coach makes a decision another’s',
    'coach',
    like('decision'),
    like('decision', { by: IDS.manager }),
    'fixed-field by'
  ),
  changes('an admin renames a unit', 'admin', like('unit'), like('unit', { name: 'Hemtjänst Väst' }), 'ok'),
  changes('an admin closes a unit', 'admin', like('unit'), like('unit', { closed: true }), 'ok'),
  changes('a coach renames a unit', 'coach', like('unit'), like('unit', { name: 'Hemtjänst Väst' }), 'not-allowed'),
  changes('a person changes their name', 'author', like('person'), like('person', { name: 'Kim Testsson' }), 'ok'),
  changes(
    'a member changes somebody’s name',
    'member',
    like('person'),
    like('person', { name: 'Dumbom' }),
    'not-allowed'
  ),
  changes(
    'a coach changes somebody’s name',
    'coach',
    like('person'),
    like('person', { name: 'Dumbom' }),
    'not-allowed'
  ),
  changes('an admin changes somebody’s name', 'admin', like('person'), like('person', { name: 'Kim Testsson' }), 'ok'),
  creates('a member writes an idea as the author', 'member', like('idea', { at: AT }), 'not-allowed')
];

/** Who may do what. */
export const WHO: readonly RuleCase[] = [...creating, ...erasing, ...ideas, ...aliases, ...others];
