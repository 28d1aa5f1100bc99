import { changes, creates, type RuleCase } from './case.ts';
import { erased, IDS, LATER, like, type Player, type Wild } from './cast.ts';

// Saved views: one's own, and those that everybody in a space is given.

const mark = (player: keyof typeof IDS, at = LATER) => ({ by: IDS[player], at });
const view = (fields: Wild = {}): Wild => like('view', fields);
const SHARED = view({ by: IDS.coach, shared: true });
const PLAYERS: readonly (Player & keyof typeof IDS)[] = ['member', 'coach', 'manager', 'leader', 'admin'];
const PERSONAL_NUMBER = '19121212-1212';

const filtered = (filter: unknown): Wild => view({ filter });

export const FIND: readonly RuleCase[] = [
  ...PLAYERS.flatMap((player) => [
    creates(`${player} saves a view of their own`, player, view({ by: IDS[player] }), 'ok'),
    creates(
      `${player} shares a view`,
      player,
      view({ by: IDS[player], shared: true }),
      player === 'member' ? 'not-allowed' : 'ok'
    )
  ]),
  creates('a coach saves a view in another’s name', 'coach', view(), 'not-allowed'),
  creates('an author saves a view under their alias', 'author', view({ by: IDS.authorAlias }), 'not-allowed'),
  creates('a stranger saves a view', 'stranger', view({ by: IDS.stranger }), 'not-member'),
  creates('a member saves a view in the region', 'member', view({ by: IDS.member, filter: {} }), 'ok', 'fyrbodal'),
  creates(
    'a member shares a view in the region',
    'member',
    view({ by: IDS.member, shared: true }),
    'not-allowed',
    'fyrbodal'
  ),
  creates(
    'the coordinator shares a view in the region',
    'coordinator',
    view({ by: IDS.coordinator, shared: true }),
    'ok',
    'fyrbodal'
  ),
  creates('a partner saves a view', 'partner', view({ by: IDS.partner }), 'wrong-space', 'fyrbodal-behov'),
  creates('a view without a name', 'author', view({ name: ' ' }), 'empty name'),
  creates('a view with a long name', 'author', view({ name: 'a'.repeat(61) }), 'too-long name'),
  creates('a personal number in a view’s name', 'author', view({ name: PERSONAL_NUMBER }), 'personal-number name'),
  creates(
    'a personal number in a view’s search',
    'author',
    filtered({ query: PERSONAL_NUMBER }),
    'personal-number filter'
  ),
  creates('a view of everything', 'author', filtered({}), 'ok'),
  creates(
    'a view of all there is to ask for',
    'author',
    filtered({
      stage: 'vilande',
      category: 'digitalt',
      me: ['author', 'supported', 'followed'],
      waits: true,
      overdue: true,
      picture: true,
      from: '2026-01-01',
      to: '2026-12-31',
      all: true,
      query: 'nyckel'
    }),
    'ok'
  ),
  creates('a view of a stage that is none', 'author', filtered({ stage: 'paus' }), 'wrong-type filter'),
  creates('a view of a unit that is none', 'author', filtered({ unit: 'idea:1' }), 'wrong-type filter'),
  creates('a view that asks for something unknown', 'author', filtered({ colour: 'red' }), 'wrong-type filter'),
  creates('a view that is what one is twice', 'author', filtered({ me: ['author', 'author'] }), 'wrong-type filter'),
  creates('a view without a filter', 'author', filtered(undefined), 'wrong-type filter'),
  creates('a view that is not quite shared', 'author', view({ shared: false }), 'wrong-type shared'),
  changes('the writer takes their view away', 'author', view(), view({ withdrawn: mark('author') }), 'ok'),
  changes('the writer wants it back', 'author', view({ withdrawn: mark('author') }), view(), 'ok'),
  changes('a coach takes another’s own view away', 'coach', view(), view({ withdrawn: mark('coach') }), 'not-allowed'),
  changes('a leader takes a shared view away', 'leader', SHARED, { ...SHARED, withdrawn: mark('leader') }, 'ok'),
  changes(
    'a member takes a shared view away',
    'member',
    SHARED,
    { ...SHARED, withdrawn: mark('member') },
    'not-allowed'
  ),
  changes(
    'a leader takes a shared view away in another’s name',
    'leader',
    SHARED,
    { ...SHARED, withdrawn: mark('coach') },
    'not-allowed'
  ),
  changes('the writer calls their view something else', 'author', view(), view({ name: 'Annat' }), 'fixed-field name'),
  changes('the writer asks for something else', 'author', view(), filtered({ stage: 'ny' }), 'fixed-field filter'),
  changes('a coach shares their own view afterwards', 'coach', view({ by: IDS.coach }), SHARED, 'fixed-field shared'),
  changes('an admin erases a view', 'admin', view(), erased('view'), 'ok'),
  changes('its writer erases a view', 'author', view(), erased('view'), 'erasure-not-allowed')
];
