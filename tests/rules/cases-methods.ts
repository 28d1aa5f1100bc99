import { cardIdeaId } from '#lib/domain/ideas/idea.ts';
import { slotKey } from '#lib/domain/methods/entry.ts';
import { BUILT_IN } from '#lib/domain/methods/builtin.ts';
import { changes, creates, type RuleCase } from './case.ts';
import {
  AT,
  CARD,
  CASE,
  erased,
  IDEA,
  IDS,
  LATER,
  like,
  ORIGINAL,
  type Player,
  RIGHT,
  type RightKind,
  SHEET,
  SOUND,
  THUMBNAIL,
  variantWith,
  type Wild,
  without
} from './cast.ts';

// Worksheets: everybody in the municipality works in them, nobody signs for another, and what a sheet was begun with
// does not change under it.

const mark = (player: keyof typeof IDS, at = LATER) => ({ by: IDS[player], at });
const ROLES: readonly (Player & keyof typeof IDS)[] = ['member', 'coach', 'manager', 'leader', 'admin'];
const PN = '19900101-2385';
const state = (given: boolean) => ({ given, at: LATER });
const right =
  (kind: RightKind) =>
  (fields: Wild = {}) =>
    like(kind, fields);
const template = right('template');
const work = right('case');
const step = right('casestep');
const sheet = right('worksheet');
const entry = right('entry');
const dots = right('dots');
const media = right('sheetmedia');

/** The right document under somebody else's name, where its kind is anybody's to make. */
const byOthers: RuleCase[] = (['case', 'casestep', 'worksheet', 'entry'] as const).flatMap((kind) => [
  ...ROLES.map((player) => creates(`${player} makes a ${kind}`, player, like(kind, { by: IDS[player] }), 'ok')),
  creates(`a ${kind} in another’s name`, 'member', like(kind), 'not-allowed'),
  creates(`a ${kind} under an alias`, 'author', like(kind, { by: IDS.authorAlias }), 'not-allowed'),
  creates(`a stranger makes a ${kind}`, 'stranger', like(kind, { by: IDS.stranger }), 'not-member'),
  creates(`a partner makes a ${kind}`, 'partner', like(kind, { by: IDS.partner }), 'not-member'),
  creates(`a ${kind} among the leaders`, 'coach', like(kind, { by: IDS.coach }), 'wrong-space', 'uddevalla-ledning'),
  creates(`a ${kind} in the region`, 'author', like(kind), 'ok', 'fyrbodal'),
  changes(`a ${kind} gets another maker`, 'member', like(kind), like(kind, { by: IDS.member }), 'fixed-field by'),
  changes(`an admin erases a ${kind}`, 'admin', like(kind), erased(kind), 'ok'),
  changes(`a member erases another’s ${kind}`, 'member', like(kind), erased(kind), 'erasure-not-allowed'),
  changes(`an author erases their ${kind}`, 'author', like(kind), erased(kind), 'erasure-not-allowed')
]);

const content = BUILT_IN['observation.1']!;
const section = content.sections[0]!;
const withSection = (fields: Wild): Wild => ({ content: { ...content, sections: [{ ...section, ...fields }] } });

const templates: RuleCase[] = [
  ...ROLES.map((player) =>
    creates(
      `${player} makes a template`,
      player,
      template({ by: IDS[player] }),
      player === 'member' ? 'not-allowed' : 'ok'
    )
  ),
  creates(
    'the coordinator makes a template for the region',
    'coordinator',
    template({ by: IDS.coordinator }),
    'ok',
    'fyrbodal'
  ),
  creates('a coach makes a template for the region', 'coach', template(), 'not-allowed', 'fyrbodal'),
  creates('a template in another’s name', 'manager', template(), 'not-allowed'),
  creates('a template that follows nothing', 'coach', without('template', 'follows'), 'invalid-field origin'),
  creates(
    'a template of another format',
    'coach',
    template({ content: { ...content, format: 2 } }),
    'wrong-type content'
  ),
  creates('a template without sections', 'coach', template({ content: { ...content, sections: [] } }), 'empty content'),
  creates(
    'a template with a form there is not',
    'coach',
    template(withSection({ form: 'spiral' })),
    'wrong-type content'
  ),
  creates(
    'a template whose parts do not hold together',
    'coach',
    template(withSection({ form: 'rings' })),
    'invalid-field content'
  ),
  creates(
    'a template with a personal number in its help',
    'coach',
    template(withSection({ help: `Ring ${PN}` })),
    'personal-number content'
  ),
  creates(
    'a template with a personal number in its English',
    'coach',
    template(withSection({ help: { sv: 'Ring', en: `Ring ${PN}` } })),
    'personal-number content'
  ),
  creates('a template in one language', 'coach', template(withSection({ name: 'Bara svenska' })), 'ok'),
  changes('a manager no longer offers a template', 'manager', template(), template({ offered: state(false) }), 'ok'),
  changes(
    'a member no longer offers a template',
    'member',
    template(),
    template({ offered: state(false) }),
    'not-allowed'
  ),
  changes(
    'a template changes under its sheets',
    'coach',
    template(),
    template(withSection({ name: 'Annat' })),
    'fixed-field content'
  ),
  changes(
    'a template gets another predecessor',
    'coach',
    template(),
    template({ follows: 'persona.1' }),
    'fixed-field follows'
  ),
  changes('an admin erases a template', 'admin', template(), erased('template'), 'ok'),
  changes('a coach erases a template', 'coach', template(), erased('template'), 'erasure-not-allowed')
];

const cases: RuleCase[] = [
  creates('work without a name', 'author', work({ name: ' ' }), 'empty name'),
  creates('work with a personal number as its name', 'author', work({ name: PN }), 'personal-number name'),
  creates('work with a personal number in its aim', 'author', work({ aim: PN }), 'personal-number aim'),
  creates('work about no idea', 'author', without('case', 'idea'), 'ok'),
  creates('work about something else than an idea', 'author', work({ idea: CASE }), 'wrong-type idea'),
  creates('work with one member twice', 'author', work({ members: [IDS.member, IDS.member] }), 'wrong-type members'),
  creates('work signed by another', 'author', work({ edited: mark('member') }), 'not-allowed'),
  changes('a member renames work and signs', 'member', work(), work({ name: 'Natt', edited: mark('member') }), 'ok'),
  changes('a member renames work unsigned', 'member', work(), work({ name: 'Natt' }), 'not-allowed'),
  changes(
    'a member renames work as another',
    'member',
    work(),
    work({ name: 'Natt', edited: mark('coach') }),
    'not-allowed'
  ),
  changes('a member joins work', 'member', work(), work({ members: [IDS.member], edited: mark('member') }), 'ok'),
  changes('a member puts work away', 'member', work(), work({ archived: state(true) }), 'ok'),
  creates('a step there is not', 'author', step({ to: 'vila' }), 'wrong-type to'),
  creates('a step with a personal number in its note', 'author', step({ note: PN }), 'personal-number note'),
  creates('a step of other work', 'author', step({ case: IDEA }), 'wrong-type case'),
  changes('a step leads elsewhere afterwards', 'author', step(), step({ to: 'ringa-in' }), 'fixed-field to'),
  changes('a step is told otherwise afterwards', 'author', step(), step({ note: 'Annat' }), 'fixed-field note')
];

const sheets: RuleCase[] = [
  creates('a sheet without a name', 'author', sheet({ name: '' }), 'empty name'),
  creates('a sheet with a personal number as its name', 'author', sheet({ name: PN }), 'personal-number name'),
  creates('a sheet of a template made here', 'author', sheet({ template: RIGHT.template._id }), 'ok'),
  creates('a sheet of no template', 'author', sheet({ template: 'observation' }), 'wrong-type template'),
  creates('a copy of a sheet', 'author', sheet({ copyOf: SHEET }), 'ok'),
  changes('a sheet gets another template', 'author', sheet(), sheet({ template: 'persona.1' }), 'fixed-field template'),
  changes(
    'a sheet moves to other work',
    'author',
    sheet(),
    sheet({ case: CASE.slice(0, -1) + '9' }),
    'fixed-field case'
  ),
  changes(
    'a member renames a sheet and signs',
    'member',
    sheet(),
    sheet({ name: 'Natt', edited: mark('member') }),
    'ok'
  ),
  changes('a member renames a sheet unsigned', 'member', sheet(), sheet({ name: 'Natt' }), 'not-allowed'),
  changes('a member puts a sheet away', 'member', sheet(), sheet({ archived: state(true) }), 'ok')
];

const lone = (slot: string, under = slot): Wild =>
  entry({ _id: `entry:${SHEET.slice('worksheet:'.length)}:${slotKey(under)}`, slot, edited: mark('author', AT) });

const entries: RuleCase[] = [
  creates('a field that is filled in once', 'author', lone('syfte'), 'ok'),
  creates('a field in a year', 'author', lone('timmar.2'), 'ok'),
  creates('a field under the id of another', 'author', lone('syfte', 'hur'), 'wrong-id'),
  creates('an entry in no slot', 'author', entry({ slot: '' }), 'wrong-type slot'),
  creates('an entry in a slot that every object has', 'author', entry({ slot: 'constructor' }), 'wrong-type slot'),
  creates('an entry that somebody else said', 'author', entry({ voice: IDS.member }), 'ok'),
  creates(
    'an entry with a personal number',
    'author',
    entry({ values: { vad: `Ring ${PN}` } }),
    'personal-number values'
  ),
  creates('an entry with a text too long', 'author', entry({ values: { vad: 'a'.repeat(8001) } }), 'too-long values'),
  creates('an entry with half a letter', 'author', entry({ values: { vad: 'a\ud800' } }), 'malformed-text values'),
  creates('an entry with a list as its value', 'author', entry({ values: { vad: ['a'] } }), 'wrong-type values'),
  creates('an entry with a number past all measure', 'author', entry({ values: { tal: 1e13 } }), 'wrong-type values'),
  creates(
    'an entry with a value under a name that is none',
    'author',
    entry({ values: { 'Vad nu': 'a' } }),
    'wrong-type values'
  ),
  creates(
    'an entry with an order that is none',
    'author',
    entry({ place: { order: 'å', at: AT } }),
    'wrong-type place'
  ),
  creates(
    'an entry outside the board',
    'author',
    entry({ place: { order: 'a0', x: 1001, at: AT } }),
    'wrong-type place'
  ),
  creates(
    'an entry in a colour there is not',
    'author',
    entry({ colour: { name: 'brun', at: AT } }),
    'wrong-type colour'
  ),
  creates('an entry that leads to others', 'author', entry({ links: [CARD.slice(-26)] }), 'ok'),
  creates(
    'an entry that leads to one twice',
    'author',
    entry({ links: [CARD.slice(-26), CARD.slice(-26)] }),
    'wrong-type links'
  ),
  creates('an entry signed by another', 'author', entry({ edited: mark('member') }), 'not-allowed'),
  changes(
    'a member writes on a card and signs',
    'member',
    entry(),
    entry({ values: { vad: 'Tyst' }, edited: mark('member') }),
    'ok'
  ),
  changes(
    'a member writes what somebody else says',
    'member',
    entry(),
    entry({ values: { vad: 'Tyst' }, edited: { ...mark('member'), voice: IDS.manager } }),
    'ok'
  ),
  changes('a member writes on a card unsigned', 'member', entry(), entry({ values: { vad: 'Tyst' } }), 'not-allowed'),
  changes(
    'a member writes on a card as another',
    'member',
    entry(),
    entry({ values: { vad: 'Tyst' }, edited: mark('coach') }),
    'not-allowed'
  ),
  changes(
    'a member moves a card',
    'member',
    entry(),
    entry({ place: { zone: 'indirekt', order: 'a1', at: LATER } }),
    'ok'
  ),
  changes('a member colours a card', 'member', entry(), entry({ colour: { name: 'blue', at: LATER } }), 'ok'),
  changes(
    'a member takes a card away and signs',
    'member',
    entry(),
    entry({ removed: { ...state(true), saw: '00f0a1b2c3d4e5' }, edited: mark('member') }),
    'ok'
  ),
  changes(
    'a member takes a card away unsigned',
    'member',
    entry(),
    entry({ removed: { ...state(true), saw: '00f0a1b2c3d4e5' } }),
    'not-allowed'
  ),
  changes(
    'a card is taken away without a word of what it said',
    'member',
    entry(),
    entry({ removed: state(true), edited: mark('member') }),
    'wrong-type removed'
  ),
  changes('a card moves to another slot', 'author', entry(), entry({ slot: 'annat' }), 'fixed-field slot'),
  changes('a card is said by another afterwards', 'author', entry(), entry({ voice: IDS.member }), 'fixed-field voice')
];

const points: RuleCase[] = [
  creates('dots of one’s own', 'author', dots(), 'ok'),
  creates('dots of somebody who stands beside', 'member', dots({ by: IDS.member }), 'ok'),
  creates('dots in another’s name', 'member', dots(), 'not-allowed'),
  creates('dots of one under the id of another', 'author', dots({ person: IDS.member }), 'wrong-id'),
  creates('dots on a card of another sheet', 'author', dots({ worksheet: SHEET.slice(0, -1) + '9' }), 'wrong-id'),
  creates('eleven dots', 'author', dots({ given: { anvandarvarde: { count: 11, at: AT } } }), 'wrong-type given'),
  creates('less than no dots', 'author', dots({ given: { anvandarvarde: { count: -1, at: AT } } }), 'wrong-type given'),
  changes(
    'dots are moved and signed',
    'author',
    dots(),
    dots({ given: { anvandarvarde: { count: 1, at: LATER } }, edited: mark('author') }),
    'ok'
  ),
  changes('dots are moved unsigned', 'author', dots(), dots({ given: {} }), 'not-allowed'),
  changes('dots are moved as another', 'member', dots(), dots({ given: {}, edited: mark('author') }), 'not-allowed'),
  changes('an admin erases dots', 'admin', dots(), erased('dots'), 'ok'),
  changes('an author erases their dots', 'author', dots(), erased('dots'), 'erasure-not-allowed')
];

const { width: _width, height: _height, ...neither } = RIGHT.sheetmedia;
const pictures: RuleCase[] = [
  creates(
    'a picture with its thumbnail',
    'author',
    media({ _attachments: { original: ORIGINAL, thumbnail: THUMBNAIL } }),
    'ok'
  ),
  creates('a spoken note', 'author', { ...neither, seconds: 20, _attachments: { sound: SOUND } }, 'ok'),
  creates('neither picture nor sound', 'author', neither, 'invalid-field width'),
  creates('both picture and sound', 'author', media({ seconds: 20 }), 'invalid-field width'),
  creates('a picture without a height', 'author', without('sheetmedia', 'height'), 'invalid-field width'),
  creates('a picture in a sheet in another’s name', 'member', media(), 'not-allowed'),
  creates('a picture with a personal number under it', 'author', media({ caption: PN }), 'personal-number caption'),
  changes('a member tells what a picture shows', 'member', media(), media({ caption: 'Ett lås' }), 'ok'),
  changes('a member takes a picture out of the sheet', 'member', media(), media({ removed: state(true) }), 'ok'),
  changes(
    'a picture moves to another card',
    'author',
    media(),
    media({ entry: SHEET.slice(-26) }),
    'fixed-field entry'
  ),
  changes('whoever took a picture erases it', 'author', media(), erased('sheetmedia'), 'ok'),
  changes('a coach erases a picture in a sheet', 'coach', media(), erased('sheetmedia'), 'ok'),
  changes(
    'a member erases another’s picture in a sheet',
    'member',
    media(),
    erased('sheetmedia'),
    'erasure-not-allowed'
  )
];

const version = (fields: Wild = {}): Wild => variantWith({ of: CARD, field: 'values.vad', by: IDS.author, ...fields });
const versions: RuleCase[] = [
  creates('a version of one value of an entry', 'author', version(), 'ok'),
  creates('a version of a value under no name', 'author', version({ field: 'values.' }), 'wrong-type field'),
  creates('a version two values deep', 'author', version({ field: 'values.vad.nu' }), 'wrong-type field'),
  changes('anybody settles a version of an entry', 'member', version(), version({ resolved: mark('member') }), 'ok'),
  changes(
    'anybody settles a version of work’s name',
    'member',
    version({ of: CASE, field: 'name' }),
    version({ of: CASE, field: 'name', resolved: mark('member') }),
    'ok'
  ),
  changes(
    'not anybody settles a version of an idea',
    'member',
    version({ of: IDEA, field: 'need' }),
    version({ of: IDEA, field: 'need', resolved: mark('member') }),
    'not-allowed'
  ),
  changes(
    'a version of an entry is settled as another',
    'member',
    version(),
    version({ resolved: mark('coach') }),
    'not-allowed'
  )
];

// An idea that a card became: its id is made of the card's, so that two who make it one apart meet in one.
const cardIdea = (fields: Wild = {}): Wild =>
  like('idea', { _id: cardIdeaId(String(fields['card'] ?? CARD)), card: CARD, ...fields });

const cardIdeas: RuleCase[] = [
  creates('an idea made of a card', 'author', cardIdea(), 'ok'),
  creates('an idea made of a whole worksheet', 'author', cardIdea({ card: SHEET }), 'ok'),
  creates('an idea made of a card, by another', 'member', cardIdea({ by: IDS.member }), 'ok'),
  creates('an idea made of a card, under an id of its own', 'author', like('idea', { card: CARD }), 'wrong-id'),
  creates(
    'an idea under the id of a card’s, of another card',
    'author',
    cardIdea({ _id: cardIdeaId(SHEET) }),
    'wrong-id'
  ),
  creates(
    'an idea under the id of a card’s, of no card',
    'author',
    like('idea', { _id: cardIdeaId(CARD) }),
    'wrong-id'
  ),
  creates('an idea made of another idea', 'author', cardIdea({ card: IDEA }), 'wrong-type card'),
  creates('an idea made of a list', 'author', cardIdea({ card: [CARD] }), 'wrong-type card'),
  changes(
    'an idea made of a card is edited by its author',
    'author',
    cardIdea(),
    cardIdea({ title: 'Nyckelskåp', edited: mark('author') }),
    'ok'
  ),
  changes(
    'an idea made of a card is edited by whoever made it one too',
    'member',
    cardIdea(),
    cardIdea({ title: 'Nyckelskåp', edited: mark('member') }),
    'not-allowed'
  ),
  changes('an idea loses its card', 'author', cardIdea(), cardIdea({ card: undefined }), 'wrong-id'),
  changes('an idea gets a card afterwards', 'author', like('idea'), like('idea', { card: CARD }), 'wrong-id')
];

export const METHODS: readonly RuleCase[] = [
  ...byOthers,
  ...templates,
  ...cases,
  ...sheets,
  ...entries,
  ...points,
  ...pictures,
  ...versions,
  ...cardIdeas
];
