import { bare } from '#lib/core/ids.ts';
import { changes, creates, type RuleCase } from './case.ts';
import { AT, erased, IDEA, IDS, LATER, like, type Player, RIGHT, type Wild, without } from './cast.ts';

// Working groups: who makes them, joins them, writes in them, and what the region is told. To be in a group, or to
// lead one, is seen by no rule.

const mark = (player: keyof typeof IDS, at = LATER) => ({ by: IDS[player], at });
const group = (fields: Wild = {}): Wild => like('group', fields);
const ROLES: readonly (Player & keyof typeof IDS)[] = ['member', 'coach', 'manager', 'leader', 'admin'];
const ORGANISERS: readonly string[] = ['coach', 'manager', 'leader', 'admin'];

/** The right document of a group's kind under an id that follows from these. */
const membership = (player: keyof typeof IDS, by: keyof typeof IDS, fields: Wild = {}): Wild =>
  like('membership', {
    _id: `membership:${bare(RIGHT.group._id)}:${IDS[player]}`,
    person: IDS[player],
    by: IDS[by],
    ...fields
  });
const left = { state: { given: false, at: LATER } };

const groups: RuleCase[] = [
  ...ROLES.map((player) =>
    creates(
      `${player} makes a group`,
      player,
      group({ by: IDS[player] }),
      ORGANISERS.includes(player) ? 'ok' : 'not-allowed'
    )
  ),
  ...ROLES.map((player) =>
    changes(
      `${player} arranges the next meeting`,
      player,
      group(),
      group({ nextMeeting: { when: LATER, place: 'Rum 3', at: LATER }, edited: mark(player) }),
      ORGANISERS.includes(player) ? 'ok' : 'not-allowed'
    )
  ),
  creates('a coordinator makes a group in the region', 'coordinator', group({ by: IDS.coordinator }), 'ok', 'fyrbodal'),
  creates('a coach makes a group in the region', 'coach', group(), 'not-allowed', 'fyrbodal'),
  creates('a group among the leaders', 'coach', group(), 'wrong-space', 'uddevalla-ledning'),
  creates('a stranger makes a group', 'stranger', group({ by: IDS.stranger }), 'not-member'),
  creates('a group in another’s name', 'coach', group({ by: IDS.manager }), 'not-allowed'),
  creates('a group without a name', 'coach', group({ name: ' ' }), 'empty name'),
  creates(
    'a group with a personal number in its task',
    'coach',
    group({ task: '19900101-2385' }),
    'personal-number task'
  ),
  creates(
    'a group that meets at a personal number',
    'coach',
    group({ nextMeeting: { when: LATER, place: 'Hos 19900101-2385', at: AT } }),
    'personal-number nextMeeting'
  ),
  creates(
    'a group that meets on no day',
    'coach',
    group({ nextMeeting: { when: '2026-02-30', at: AT } }),
    'wrong-type nextMeeting'
  ),
  creates('a group with one idea twice', 'coach', group({ ideas: [IDEA, IDEA] }), 'wrong-type ideas'),
  creates('a group with others’ mark', 'coach', group({ edited: mark('manager') }), 'not-allowed'),
  creates('a group that was edited comes back', 'coach', group({ edited: mark('coach') }), 'ok'),
  changes(
    'a manager renames a group and signs',
    'manager',
    group(),
    group({ name: 'Nattgruppen', edited: mark('manager') }),
    'ok'
  ),
  changes('a manager renames a group unsigned', 'manager', group(), group({ name: 'Nattgruppen' }), 'not-allowed'),
  changes(
    'a manager renames a group as a coach',
    'manager',
    group(),
    group({ name: 'Natt', edited: mark('coach') }),
    'not-allowed'
  ),
  changes(
    'one who leads a group by its own word changes it',
    'member',
    group({ leaders: [IDS.member] }),
    group({ leaders: [IDS.member], name: 'Min grupp', edited: mark('member') }),
    'not-allowed'
  ),
  changes(
    'a member makes themselves the group’s leader',
    'member',
    group(),
    group({ leaders: [IDS.member], edited: mark('member') }),
    'not-allowed'
  ),
  changes('a leader closes a group', 'leader', group(), group({ closed: mark('leader') }), 'ok'),
  changes('a leader closes a group as a coach', 'leader', group(), group({ closed: mark('coach') }), 'not-allowed'),
  changes('a member closes a group', 'member', group(), group({ closed: mark('member') }), 'not-allowed'),
  changes('a group gets another maker', 'coach', group(), group({ by: IDS.manager }), 'fixed-field by'),
  changes('an admin erases a group', 'admin', group(), erased('group'), 'ok'),
  changes('a coach erases a group', 'coach', group(), erased('group'), 'erasure-not-allowed')
];

const memberships: RuleCase[] = [
  creates('a member joins', 'member', membership('member', 'member'), 'ok'),
  ...ROLES.map((player) =>
    creates(
      `${player} adds the author to a group`,
      player,
      membership('author', player),
      ORGANISERS.includes(player) ? 'ok' : 'not-allowed'
    )
  ),
  creates('a member joins under their alias', 'author', { ...membership('authorAlias', 'author') }, 'not-allowed'),
  creates(
    'a membership under another’s id',
    'member',
    { ...membership('member', 'member'), person: IDS.author },
    'wrong-id'
  ),
  creates('a coach says that somebody joined by themselves', 'coach', membership('author', 'author'), 'not-allowed'),
  changes(
    'a member leaves what a coach added them to',
    'member',
    membership('member', 'coach'),
    membership('member', 'coach', left),
    'ok'
  ),
  changes(
    'a manager takes a member out',
    'manager',
    membership('member', 'coach'),
    membership('member', 'coach', left),
    'ok'
  ),
  changes(
    'a member takes another out',
    'member',
    membership('author', 'coach'),
    membership('author', 'coach', left),
    'not-allowed'
  ),
  changes(
    'a membership changes who put it down',
    'coach',
    membership('member', 'coach'),
    membership('member', 'member'),
    'fixed-field by'
  ),
  creates('a membership with a title', 'member', membership('member', 'member', { role: 'leader' }), 'wrong-type role'),
  creates('a stranger joins', 'stranger', membership('stranger', 'stranger'), 'not-member')
];

const meeting = (fields: Wild = {}): Wild => like('meeting', fields);
const more = (player: keyof typeof IDS): Wild => meeting({ notes: 'Vi sa mer.', edited: mark(player) });

const meetings: RuleCase[] = [
  creates('a member puts a meeting down', 'member', meeting(), 'ok'),
  creates('a meeting in another’s name', 'member', meeting({ by: IDS.author }), 'not-allowed'),
  creates(
    'a meeting with a personal number',
    'member',
    meeting({ notes: 'Om 19900101-2385.' }),
    'personal-number notes'
  ),
  creates('a meeting with names', 'member', meeting({ present: ['Kim'] }), 'wrong-type present'),
  creates('a meeting on no day', 'member', meeting({ held: '2026-11-31T08:00:00.000Z' }), 'wrong-type held'),
  creates('a meeting of a group under another’s id', 'member', meeting({ group: 'group:' + IDS.member }), 'wrong-id'),
  changes('the writer writes more', 'member', meeting(), more('member'), 'ok'),
  changes('a coach writes in it', 'coach', meeting(), more('coach'), 'ok'),
  changes('a manager writes in it', 'manager', meeting(), more('manager'), 'not-allowed'),
  changes('another member writes in it', 'author', meeting(), more('author'), 'not-allowed'),
  changes(
    'one who was there writes in it',
    'author',
    meeting({ present: [IDS.author] }),
    { ...more('author'), present: [IDS.author] },
    'not-allowed'
  ),
  changes('the writer writes more unsigned', 'member', meeting(), meeting({ notes: 'Mer.' }), 'not-allowed'),
  changes('the writer signs as a coach', 'member', meeting(), more('coach'), 'not-allowed'),
  changes('the writer takes it away', 'member', meeting(), meeting({ withdrawn: mark('member') }), 'ok'),
  changes(
    'a coach takes it away as its writer',
    'coach',
    meeting(),
    meeting({ withdrawn: mark('member') }),
    'not-allowed'
  ),
  changes('an admin erases a meeting', 'admin', meeting(), erased('meeting'), 'ok'),
  changes('a meeting’s writer erases it', 'member', meeting(), erased('meeting'), 'erasure-not-allowed')
];

const decided = (fields: Wild = {}): Wild => like('groupdecision', fields);
const decisions: RuleCase[] = [
  creates('a member puts down what was decided', 'member', decided(), 'ok'),
  creates('a group’s decision at its meeting', 'member', decided({ meeting: RIGHT.meeting._id }), 'ok'),
  creates('a group’s decision at an idea', 'member', decided({ meeting: IDEA }), 'wrong-type meeting'),
  creates('a group’s decision in another’s name', 'member', decided({ by: IDS.author }), 'not-allowed'),
  creates('a coach decides in a group in a member’s name', 'coach', decided(), 'not-allowed'),
  creates('a group decides nothing', 'member', decided({ text: '\n' }), 'empty text'),
  changes('a group’s decision is rewritten', 'member', decided(), decided({ text: 'Annat.' }), 'fixed-field text'),
  changes(
    'a group’s decision is withdrawn by its writer',
    'member',
    decided(),
    decided({ withdrawn: mark('member') }),
    'ok'
  ),
  changes(
    'a group’s decision is withdrawn by a coach',
    'coach',
    decided(),
    decided({ withdrawn: mark('coach') }),
    'ok'
  ),
  changes(
    'a group’s decision is withdrawn by a third',
    'author',
    decided(),
    decided({ withdrawn: mark('author') }),
    'not-allowed'
  ),
  changes('a group’s decision stands again', 'member', decided({ withdrawn: mark('member') }), decided(), 'not-allowed')
];

const task = (fields: Wild = {}): Wild => like('grouptask', fields);
const done = (given = true): Wild => ({ done: { given, at: LATER } });
const tasks: RuleCase[] = [
  creates('a member gives a task', 'member', task(), 'ok'),
  creates('a task in another’s name', 'member', task({ by: IDS.author }), 'not-allowed'),
  creates('a task without words', 'member', task({ title: '' }), 'empty title'),
  creates('a task about a personal number', 'member', task({ title: 'Ring 19900101-2385' }), 'personal-number title'),
  creates('a task by no day', 'member', task({ due: '2026-02-30' }), 'wrong-type due'),
  creates('a task that is done already comes back', 'member', task(done()), 'ok'),
  changes('the one who has it ticks it off', 'author', task(), task(done()), 'ok'),
  changes('its writer ticks it off', 'member', task(), task(done()), 'ok'),
  changes('a manager puts it back', 'manager', task(done()), task(done(false)), 'ok'),
  changes(
    'a third ticks it off',
    'author',
    task({ assignee: IDS.coach }),
    task({ assignee: IDS.coach, ...done() }),
    'not-allowed'
  ),
  changes(
    'the one who has it moves the day',
    'author',
    task(),
    task({ due: '2026-12-24', edited: mark('author') }),
    'ok'
  ),
  changes('the one who has it moves the day unsigned', 'author', task(), task({ due: '2026-12-24' }), 'not-allowed'),
  changes(
    'the one who has it moves the day as its writer',
    'author',
    task(),
    task({ due: '2026-12-24', edited: mark('member') }),
    'not-allowed'
  ),
  changes(
    'one who has nothing to do with it takes a task that nobody has',
    'author',
    without('grouptask', 'assignee'),
    task({ assignee: IDS.author, edited: mark('author') }),
    'ok'
  ),
  changes(
    'one gives a task that nobody has to another',
    'author',
    without('grouptask', 'assignee'),
    task({ assignee: IDS.coach, edited: mark('author') }),
    'not-allowed'
  ),
  changes(
    'one takes a task that nobody has and rewrites it',
    'author',
    without('grouptask', 'assignee'),
    task({ assignee: IDS.author, title: 'Annat', edited: mark('author') }),
    'not-allowed'
  ),
  changes(
    'one takes a task from another',
    'author',
    task({ assignee: IDS.coach }),
    task({ assignee: IDS.author, edited: mark('author') }),
    'not-allowed'
  ),
  changes('its writer takes a task away', 'member', task(), task({ withdrawn: mark('member') }), 'ok'),
  changes(
    'one takes a task that nobody has, and away',
    'author',
    without('grouptask', 'assignee'),
    task({ assignee: IDS.author, edited: mark('author'), withdrawn: mark('author') }),
    'not-allowed'
  ),
  changes('a task moves to another maker', 'member', task(), task({ by: IDS.author }), 'fixed-field by')
];

const standing = (fields: Wild = {}): Wild =>
  like('groupstatus', { standing: { ...RIGHT.groupstatus.standing, ...fields } });
const statuses: RuleCase[] = [
  ...ROLES.map((player) =>
    creates(
      `${player} tells the region how the groups stand`,
      player,
      standing(),
      ORGANISERS.includes(player) ? 'ok' : 'not-allowed',
      'fyrbodal'
    )
  ),
  creates('another municipality’s coach tells it', 'stranger', standing(), 'not-allowed', 'fyrbodal'),
  creates('the coordinator tells it', 'coordinator', standing(), 'not-allowed', 'fyrbodal'),
  creates('it is told at home', 'coach', standing(), 'wrong-space'),
  creates('it is told with names', 'coach', standing({ names: ['Kim'] }), 'wrong-type standing', 'fyrbodal'),
  creates('a note beside it', 'coach', { ...standing(), note: 'Kim' }, 'wrong-type note', 'fyrbodal'),
  creates('fewer than no groups', 'coach', standing({ groups: -1 }), 'wrong-type standing', 'fyrbodal'),
  creates(
    'it is told of another municipality',
    'coach',
    { ...standing(), municipality: 'trollhattan' },
    'wrong-id',
    'fyrbodal'
  ),
  creates(
    'it is told of nowhere',
    'coach',
    { ...standing(), municipality: 'toString' },
    'wrong-type municipality',
    'fyrbodal'
  ),
  changes('a manager tells it anew', 'manager', standing(), standing({ members: 4, at: LATER }), 'ok', 'fyrbodal'),
  changes('a coordinator erases it', 'coordinator', standing(), erased('groupstatus'), 'ok', 'fyrbodal'),
  changes('a coach erases it', 'coach', standing(), erased('groupstatus'), 'erasure-not-allowed', 'fyrbodal')
];

/** Working groups. */
export const GROUPS: readonly RuleCase[] = [
  ...groups,
  ...memberships,
  ...meetings,
  ...decisions,
  ...tasks,
  ...statuses
];
