import { changes, creates, type RuleCase } from './case.ts';
import {
  AT,
  erased,
  HIDDEN_IDEA,
  IDS,
  LATER,
  like,
  ORIGINAL,
  type Player,
  RIGHT,
  SOUND,
  THUMBNAIL,
  type Wild,
  without
} from './cast.ts';

// What ideas give, and the stories that are told of it: who says it, who is quoted, who spreads it.

const PERSONAL_NUMBER = '19121212-1212';
const PLAYERS: readonly (Player & keyof typeof IDS)[] = ['member', 'coach', 'manager', 'leader', 'admin'];
const HANDLERS: readonly Player[] = ['coach', 'manager', 'leader'];
const mark = (player: keyof typeof IDS, at = LATER) => ({ by: IDS[player], at });
const yesFor = (players: readonly Player[], player: Player) => (players.includes(player) ? 'ok' : 'not-allowed');
const but = (wild: Wild, ...fields: readonly string[]): Wild =>
  Object.fromEntries(Object.entries(wild).filter(([key]) => !fields.includes(key)));

const reached = (fields: Wild = {}): Wild => like('benefit', fields);
const planned = (fields: Wild = {}): Wild =>
  but(reached({ state: 'planned', responsible: IDS.coach, ...fields }), 'followUp', 'how');
const told = (player: keyof typeof IDS, fields: Wild = {}): Wild =>
  but(reached({ by: IDS[player], how: 'told', ...fields }), 'hours', 'kronor', 'followUp');
const only = (state: string, fields: Wild = {}): Wild =>
  but(reached({ state, reason: 'Vi har inte hunnit mäta.', ...fields }), 'hours', 'quality', 'scale', 'how');
const OTHER = RIGHT.benefit._id.replace('BE7E01', 'BE7E02');

const saying: RuleCase[] = [
  ...PLAYERS.map((player) =>
    creates(`${player} says what an idea has given`, player, reached({ by: IDS[player] }), yesFor(HANDLERS, player))
  ),
  ...PLAYERS.map((player) =>
    creates(`${player} plans what an idea shall give`, player, planned({ by: IDS[player] }), yesFor(HANDLERS, player))
  ),
  ...PLAYERS.map((player) => creates(`${player} tells how it became`, player, told(player), 'ok')),
  ...PLAYERS.map((player) =>
    creates(`${player} postpones a follow-up`, player, only('postponed', { by: IDS[player] }), yesFor(HANDLERS, player))
  ),
  creates('a coach says that it cannot be measured', 'coach', only('unmeasurable'), 'ok'),
  creates(
    'the coordinator says what one has given in the region',
    'coordinator',
    reached({ by: IDS.coordinator }),
    'ok',
    'fyrbodal'
  ),
  creates('a municipality’s coach gives numbers in the region', 'coach', reached(), 'not-allowed', 'fyrbodal'),
  creates('a benefit among the needs', 'partner', reached({ by: IDS.partner }), 'wrong-space', 'fyrbodal-behov'),
  creates('a stranger says what an idea has given', 'stranger', reached({ by: IDS.stranger }), 'not-member'),
  creates('a benefit in a coach’s name', 'manager', reached(), 'not-allowed'),
  creates('an author tells how it became under their alias', 'author', told('authorAlias'), 'ok'),
  creates('a member tells under another’s alias', 'member', told('authorAlias'), 'not-allowed'),
  creates('a member answers a follow-up', 'member', { ...told('member'), followUp: 3 }, 'not-allowed'),
  creates(
    'a member gives hours with their words',
    'member',
    { ...told('member'), hours: { amount: 9, per: 'year' } },
    'not-allowed'
  ),
  creates(
    'a member gives kronor with their words',
    'member',
    { ...told('member'), kronor: { amount: 9, per: 'year' } },
    'not-allowed'
  ),
  creates('a member says that it was measured', 'member', told('member', { how: 'measured' }), 'not-allowed'),
  creates(
    'a member replaces what a coach said',
    'member',
    told('member', { _id: OTHER, replaces: RIGHT.benefit._id }),
    'not-allowed'
  )
];

const shaped: RuleCase[] = [
  creates('kronor that are spent, once', 'coach', reached({ kronor: { amount: -25_000, per: 'once' } }), 'ok'),
  creates('kronor a week', 'coach', reached({ kronor: { amount: 10, per: 'week' } }), 'wrong-type kronor'),
  creates('kronor without a period', 'coach', reached({ kronor: { amount: 10 } }), 'wrong-type kronor'),
  creates('hours as a mere number', 'coach', reached({ hours: 40 }), 'wrong-type hours'),
  creates('half an hour', 'coach', reached({ hours: { amount: 0.5, per: 'month' } }), 'wrong-type hours'),
  creates(
    'more hours than there are',
    'coach',
    reached({ hours: { amount: 1_000_001, per: 'year' } }),
    'wrong-type hours'
  ),
  creates('six on a scale of five', 'coach', reached({ scale: 6 }), 'wrong-type scale'),
  creates('a follow-up after five months', 'coach', reached({ followUp: 5 }), 'wrong-type followUp'),
  creates('a follow-up after three months, in words', 'coach', reached({ followUp: '3' }), 'wrong-type followUp'),
  creates('a benefit on no day', 'coach', reached({ on: '2026-02-30' }), 'wrong-type on'),
  creates('a benefit without a day', 'coach', without('benefit', 'on'), 'wrong-type on'),
  creates('a benefit of nothing', 'coach', but(reached(), 'hours', 'quality', 'scale'), 'invalid-field quality'),
  creates(
    'a benefit of blank words',
    'coach',
    but(reached({ quality: ' ' }), 'hours', 'scale'),
    'invalid-field quality'
  ),
  creates('a benefit in words alone', 'coach', but(reached(), 'hours', 'scale'), 'ok'),
  creates('nobody says how it was found out', 'coach', without('benefit', 'how'), 'invalid-field how'),
  creates('a plan says how it was found out', 'coach', { ...planned(), how: 'measured' }, 'invalid-field how'),
  creates('a plan answers a follow-up', 'coach', { ...planned(), followUp: 3 }, 'invalid-field followUp'),
  creates('a plan without anybody who answers for it', 'coach', but(planned(), 'responsible'), 'ok'),
  creates(
    'somebody answers for what is done',
    'coach',
    reached({ responsible: IDS.coach }),
    'invalid-field responsible'
  ),
  creates('postponed for no reason', 'coach', but(only('postponed'), 'reason'), 'invalid-field reason'),
  creates('postponed for a blank reason', 'coach', only('postponed', { reason: ' ' }), 'empty reason'),
  creates('postponed from no follow-up', 'coach', but(only('postponed'), 'followUp'), 'invalid-field followUp'),
  creates('postponed with a number', 'coach', { ...only('postponed'), scale: 4 }, 'invalid-field quality'),
  creates('a reason for what was reached', 'coach', reached({ reason: 'Därför' }), 'invalid-field reason'),
  creates(
    'a personal number in a benefit',
    'coach',
    reached({ quality: `Om ${PERSONAL_NUMBER}` }),
    'personal-number quality'
  ),
  creates(
    'a personal number as a reason',
    'coach',
    only('unmeasurable', { reason: PERSONAL_NUMBER }),
    'personal-number reason'
  ),
  creates('a benefit of another idea than its id says', 'coach', reached({ idea: HIDDEN_IDEA }), 'wrong-id'),
  creates('a benefit that replaces another', 'coach', reached({ _id: OTHER, replaces: RIGHT.benefit._id }), 'ok'),
  creates('a benefit that replaces itself', 'coach', reached({ replaces: RIGHT.benefit._id }), 'not-allowed'),
  creates(
    'a benefit that replaces another idea’s',
    'coach',
    reached({ replaces: RIGHT.benefit._id.replace('1DEA01', '1DEA02') }),
    'invalid-field replaces'
  ),
  creates('a benefit that replaces a comment', 'coach', reached({ replaces: RIGHT.comment._id }), 'wrong-type replaces')
];

const keeping: RuleCase[] = [
  changes('a coach withdraws what they said', 'coach', reached(), reached({ withdrawn: mark('coach') }), 'ok'),
  changes(
    'a manager withdraws what a coach said',
    'manager',
    reached(),
    reached({ withdrawn: mark('manager') }),
    'not-allowed'
  ),
  changes(
    'a manager withdraws in the coach’s name',
    'manager',
    reached(),
    reached({ withdrawn: mark('coach') }),
    'not-allowed'
  ),
  changes(
    'a member withdraws what they told',
    'member',
    told('member'),
    { ...told('member'), withdrawn: mark('member') },
    'ok'
  ),
  changes('what was withdrawn is said again', 'coach', reached({ withdrawn: mark('coach') }), reached(), 'not-allowed'),
  changes(
    'a number is made larger',
    'coach',
    reached(),
    reached({ hours: { amount: 400, per: 'month' } }),
    'fixed-field hours'
  ),
  changes(
    'a month is made a year',
    'coach',
    reached(),
    reached({ hours: { amount: 40, per: 'year' } }),
    'fixed-field hours'
  ),
  changes('words are put otherwise', 'coach', reached(), reached({ quality: 'Annat' }), 'fixed-field quality'),
  changes('a plan becomes reached', 'coach', but(planned(), 'responsible'), reached(), 'fixed-field state'),
  changes('an admin erases a benefit', 'admin', reached(), erased('benefit'), 'ok'),
  changes('a coach erases a benefit', 'coach', reached(), erased('benefit'), 'erasure-not-allowed')
];

const story = (fields: Wild = {}): Wild => like('story', fields);
const shared = (fields: Wild = {}): Wild => story({ from: 'uddevalla', ...fields });
const QUOTELESS = but(story(), 'quote', 'role', 'consent');
const CHANGED = { text: 'Nu är det annorlunda.' };

const telling: RuleCase[] = [
  ...PLAYERS.map((player) =>
    creates(`${player} tells a story`, player, story({ by: IDS[player], consent: mark(player, AT) }), 'ok')
  ),
  creates('a stranger tells a story', 'stranger', story({ by: IDS.stranger, consent: mark('stranger') }), 'not-member'),
  creates('a story in another’s name', 'member', story(), 'not-allowed'),
  creates(
    'an author tells a story under their alias',
    'author',
    story({ by: IDS.authorAlias, consent: mark('authorAlias') }),
    'ok'
  ),
  creates('a story without a quote', 'coach', QUOTELESS, 'ok'),
  creates('a story without words', 'coach', story({ text: ' ' }), 'empty text'),
  creates('a story without a title', 'coach', story({ title: '' }), 'empty title'),
  creates('a quote by nobody', 'coach', without('story', 'role'), 'invalid-field role'),
  creates('a quote by somebody blank', 'coach', story({ role: ' ' }), 'invalid-field role'),
  creates('a quote that nobody has said yes to', 'coach', without('story', 'consent'), 'invalid-field consent'),
  creates('a consent in another’s name', 'coach', story({ consent: mark('manager') }), 'not-allowed'),
  creates('a personal number in a quote', 'coach', story({ quote: PERSONAL_NUMBER }), 'personal-number quote'),
  creates('a personal number as a role', 'coach', story({ role: PERSONAL_NUMBER }), 'personal-number role'),
  creates('a personal number in a story', 'coach', story({ text: `Om ${PERSONAL_NUMBER}` }), 'personal-number text'),
  creates('a story that names the author', 'coach', story({ author: IDS.author }), 'not-allowed'),
  creates(
    'an author tells a story with their name',
    'author',
    story({ by: IDS.author, consent: mark('author', AT), author: IDS.author }),
    'ok'
  ),
  creates('a story of the region’s at home', 'coach', shared(), 'not-allowed'),
  creates('a coach spreads a story to the region', 'coach', shared(), 'ok', 'fyrbodal'),
  creates(
    'a leader spreads a story to the region',
    'leader',
    shared({ by: IDS.leader, consent: mark('leader', AT) }),
    'ok',
    'fyrbodal'
  ),
  creates(
    'a member spreads a story to the region',
    'member',
    shared({ by: IDS.member, consent: mark('member', AT) }),
    'not-allowed',
    'fyrbodal'
  ),
  creates(
    'a stranger spreads another municipality’s story',
    'stranger',
    shared({ by: IDS.stranger, consent: mark('stranger', AT) }),
    'not-allowed',
    'fyrbodal'
  ),
  creates('a story from nowhere in the region', 'coach', story(), 'not-allowed', 'fyrbodal'),
  creates('a story from a place that is none', 'coach', shared({ from: 'goteborg' }), 'wrong-type from', 'fyrbodal')
];

const tending: RuleCase[] = [
  ...PLAYERS.map((player) =>
    changes(
      `${player} changes a coach’s story`,
      player,
      story(),
      story({ ...CHANGED, edited: mark(player) }),
      yesFor([...HANDLERS, 'admin'], player)
    )
  ),
  changes(
    'a member changes their own story',
    'member',
    but(story({ by: IDS.member }), 'quote', 'role', 'consent'),
    but(story({ by: IDS.member, ...CHANGED, edited: mark('member') }), 'quote', 'role', 'consent'),
    'ok'
  ),
  changes('a story is changed without signing', 'coach', story(), story(CHANGED), 'not-allowed'),
  changes(
    'a story is changed in another’s name',
    'coach',
    story(),
    story({ ...CHANGED, edited: mark('manager') }),
    'not-allowed'
  ),
  changes(
    'another quote under the old consent',
    'coach',
    story(),
    story({ quote: 'Det är fantastiskt.', edited: mark('coach') }),
    'not-allowed'
  ),
  changes(
    'another quote with a new consent',
    'manager',
    story(),
    story({ quote: 'Det är bättre.', edited: mark('manager'), consent: mark('manager') }),
    'ok'
  ),
  changes('a quote is taken away', 'coach', story(), but(story({ edited: mark('coach') }), 'quote'), 'ok'),
  changes('a consent is put down again', 'manager', story(), story({ consent: mark('manager') }), 'ok'),
  changes('the author puts their name on a story', 'author', story(), story({ author: IDS.author }), 'ok'),
  changes('a coach puts the author’s name on a story', 'coach', story(), story({ author: IDS.author }), 'not-allowed'),
  changes(
    'a coach takes the author’s name away',
    'coach',
    story({ by: IDS.author, consent: mark('author', AT), author: IDS.author }),
    story({ by: IDS.author, consent: mark('author', AT) }),
    'not-allowed'
  ),
  changes('a coach takes their story back', 'coach', story(), story({ retracted: mark('coach') }), 'ok'),
  changes('a manager takes a coach’s story back', 'manager', story(), story({ retracted: mark('manager') }), 'ok'),
  changes(
    'a member takes a coach’s story back',
    'member',
    story(),
    story({ retracted: mark('member') }),
    'not-allowed'
  ),
  changes(
    'a story is taken back in another’s name',
    'coach',
    story(),
    story({ retracted: mark('leader') }),
    'not-allowed'
  ),
  changes('a story is told again', 'coach', story({ retracted: mark('coach') }), story(), 'ok'),
  changes(
    'a member tells a coach’s story again',
    'member',
    story({ retracted: mark('coach') }),
    story(),
    'not-allowed'
  ),
  changes('a story changes hands', 'manager', story(), story({ by: IDS.manager }), 'fixed-field by'),
  changes(
    'the author puts their name on what was spread',
    'author',
    shared(),
    shared({ author: IDS.author }),
    'ok',
    'fyrbodal'
  ),
  changes(
    'a manager changes what a coach spread',
    'manager',
    shared(),
    shared({ ...CHANGED, edited: mark('manager') }),
    'ok',
    'fyrbodal'
  ),
  changes(
    'the coordinator takes back what was spread',
    'coordinator',
    shared(),
    shared({ retracted: mark('coordinator') }),
    'ok',
    'fyrbodal'
  ),
  changes(
    'a stranger takes back what was spread',
    'stranger',
    shared(),
    shared({ retracted: mark('stranger') }),
    'not-allowed',
    'fyrbodal'
  ),
  changes(
    'what was spread comes from elsewhere',
    'coach',
    shared(),
    shared({ from: 'trollhattan' }),
    'fixed-field from',
    'fyrbodal'
  ),
  changes('an admin erases a story', 'admin', story(), erased('story'), 'ok'),
  changes('a coach erases a story', 'coach', story(), erased('story'), 'erasure-not-allowed'),
  changes('the admin erases what their municipality spread', 'admin', shared(), erased('story'), 'ok', 'fyrbodal'),
  changes(
    'another municipality’s admin erases a story',
    'stranger',
    shared(),
    erased('story'),
    'erasure-not-allowed',
    'fyrbodal'
  )
];

const picture = (fields: Wild = {}): Wild => like('storypicture', fields);
const pictures: RuleCase[] = [
  ...PLAYERS.map((player) =>
    creates(`${player} puts a picture to a story`, player, picture({ by: IDS[player] }), 'ok')
  ),
  creates(
    'a story’s picture with its thumbnail',
    'coach',
    picture({ _attachments: { original: ORIGINAL, thumbnail: THUMBNAIL } }),
    'ok'
  ),
  creates(
    'a sound as a story’s picture',
    'coach',
    picture({ _attachments: { original: SOUND } }),
    'attachment original'
  ),
  creates('a story’s picture in another’s name', 'member', picture(), 'not-allowed'),
  creates('a picture of a story that is an idea', 'coach', picture({ story: RIGHT.idea._id }), 'wrong-type story'),
  creates(
    'a personal number in what a picture shows',
    'coach',
    picture({ description: PERSONAL_NUMBER }),
    'personal-number description'
  ),
  creates('a coach spreads a story’s picture', 'coach', picture({ from: 'uddevalla' }), 'ok', 'fyrbodal'),
  creates(
    'a member spreads a story’s picture',
    'member',
    picture({ from: 'uddevalla', by: IDS.member }),
    'not-allowed',
    'fyrbodal'
  ),
  creates('a picture from nowhere in the region', 'coach', picture(), 'not-allowed', 'fyrbodal'),
  changes(
    'a picture moves to another story',
    'coach',
    picture(),
    picture({ story: RIGHT.story._id.replace('570501', '570502') }),
    'fixed-field story'
  ),
  ...PLAYERS.map((player) =>
    changes(
      `${player} erases a story’s picture`,
      player,
      picture(),
      erased('storypicture'),
      player === 'member' ? 'erasure-not-allowed' : 'ok'
    )
  ),
  changes(
    'a stranger erases a picture that was spread',
    'stranger',
    picture({ from: 'uddevalla' }),
    erased('storypicture'),
    'erasure-not-allowed',
    'fyrbodal'
  ),
  changes(
    'a manager erases a picture that was spread',
    'manager',
    picture({ from: 'uddevalla' }),
    erased('storypicture'),
    'ok',
    'fyrbodal'
  )
];

export const BENEFIT: readonly RuleCase[] = [...saying, ...shaped, ...keeping, ...telling, ...tending, ...pictures];
