import { changes, creates, type Expected, type RuleCase } from './case.ts';
import {
  AT,
  erased,
  IDEA,
  IDS,
  like,
  ORIGINAL,
  RIGHT,
  type RightKind,
  SOUND,
  THUMBNAIL,
  UNIT,
  variantWith,
  without,
  WRITER,
  type Wild
} from './cast.ts';

// What a document may look like: fields, ids, spaces, texts, attachments, tombstones.

const by = (kind: RightKind, name: string, next: Wild, expected: Expected, space?: string): RuleCase =>
  creates(name, WRITER[kind], next, expected, space);

/** A kind's document with one field set wrong. */
const wrong = (kind: RightKind, field: string, value: unknown, expected: Expected = `wrong-type ${field}`): RuleCase =>
  by(kind, `${kind}.${field} = ${JSON.stringify(value)?.slice(0, 40)}`, like(kind, { [field]: value }), expected);

const types: RuleCase[] = [
  wrong('idea', 'title', 5),
  wrong('idea', 'title', null),
  wrong('idea', 'title', ['Rubrik']),
  wrong('idea', 'need', { text: 'x' }),
  wrong('idea', 'proposal', true),
  wrong('idea', 'by', 'kim'),
  wrong('idea', 'by', IDS.author.toLowerCase()),
  wrong('idea', 'by', IDS.author + '\n'),
  wrong('idea', 'at', 'i går'),
  wrong('idea', 'at', 1763884800000),
  wrong('idea', 'at', '2026-11-23T08:00:00Z'),
  wrong('idea', 'at', '2026-02-30T08:00:00.000Z'),
  wrong('idea', 'at', '2026-19-39T29:59:59.999Z'),
  wrong('idea', 'at', '9999-12-31T23:59:59.999Z'),
  wrong('idea', 'unit', 'Hemtjänst Centrum'),
  wrong('idea', 'unit', IDEA),
  wrong('idea', 'category', 'pengar'),
  wrong('idea', 'category', 'constructor'),
  wrong('idea', 'hidden', false),
  wrong('idea', 'hidden', 'ja'),
  wrong('idea', 'edited', true),
  wrong('idea', 'edited', { by: IDS.author }),
  wrong('idea', 'edited', { by: IDS.author, at: AT, why: 'hemligt' }),
  wrong('idea', 'retracted', AT),
  wrong('comment', 'idea', RIGHT.photo._id),
  wrong('comment', 'idea', 'idea:1'),
  wrong('comment', 'text', 7),
  wrong('support', 'state', true),
  wrong('support', 'state', { given: 'ja', at: AT }),
  wrong('support', 'state', { given: true, at: AT, weight: 100 }),
  wrong('decision', 'to', 'klar'),
  wrong('decision', 'from', '__proto__'),
  wrong('decision', 'grants', 'allt'),
  wrong('photo', 'width', 0),
  wrong('photo', 'width', 1601),
  wrong('photo', 'height', 10.5),
  wrong('photo', 'height', '1200'),
  wrong('recording', 'seconds', -1),
  wrong('recording', 'seconds', 181),
  wrong('recording', 'seconds', null),
  by('variant', 'a variant of nothing known', variantWith({ of: 'idea' }), 'wrong-type of'),
  by(
    'variant',
    'a variant of a field that every object has',
    variantWith({ field: 'constructor' }),
    'wrong-type field'
  ),
  by('variant', 'a variant of a field that is no name', variantWith({ field: 'a b' }), 'wrong-type field'),
  wrong('variant', 'owner', 'alla'),
  wrong('unit', 'closed', 'ja'),
  wrong('unit', 'name', ['Hemtjänst']),
  wrong('person', 'unit', IDS.author),
  by('idea', 'an idea in a unit, with a category', like('idea', { unit: UNIT, category: 'vardag' }), 'ok')
];

const missing: RuleCase[] = (
  [
    ['idea', 'by'],
    ['idea', 'at'],
    ['idea', 'title'],
    ['idea', 'proposal'],
    ['comment', 'text'],
    ['comment', 'idea'],
    ['support', 'state'],
    ['decision', 'reason'],
    ['photo', 'width'],
    ['recording', 'seconds'],
    ['variant', 'owner'],
    ['unit', 'name'],
    ['person', 'name']
  ] as const
).map(([kind, field]) => by(kind, `${kind} without ${field}`, without(kind, field), `wrong-type ${field}`));

const PERSONAL_NUMBER = '19900101-2385';
const TEXTS: readonly (readonly [RightKind, string, number])[] = [
  ['idea', 'title', 140],
  ['idea', 'need', 8000],
  ['idea', 'proposal', 8000],
  ['comment', 'text', 4000],
  ['decision', 'reason', 4000],
  ['variant', 'text', 8000],
  ['unit', 'name', 100],
  ['person', 'name', 100]
];
const withText = (kind: RightKind, field: string, text: string): Wild =>
  kind === 'variant' ? variantWith({ [field]: text }) : like(kind, { [field]: text });
const texts: RuleCase[] = TEXTS.flatMap(([kind, field, max]) => [
  by(
    kind,
    `a personal number in ${kind}.${field}`,
    withText(kind, field, `Ring ${PERSONAL_NUMBER} om det`),
    `personal-number ${field}`
  ),
  by(kind, `${kind}.${field} of ${max} characters`, withText(kind, field, 'å'.repeat(max)), 'ok'),
  by(
    kind,
    `${kind}.${field} of ${max + 1} characters`,
    withText(kind, field, 'å'.repeat(max + 1)),
    `too-long ${field}`
  ),
  by(kind, `a null character in ${kind}.${field}`, withText(kind, field, 'a\u0000b'), `malformed-text ${field}`),
  by(kind, `a lone surrogate in ${kind}.${field}`, withText(kind, field, 'a\ud800b'), `malformed-text ${field}`)
]);

const moreTexts: RuleCase[] = [
  by('idea', 'a samordningsnummer', like('idea', { need: 'Hen har 701063-2391' }), 'personal-number need'),
  by('idea', 'a personal number with spaces', like('idea', { need: '90 01 01 23 85' }), 'personal-number need'),
  by('idea', 'a personal number in Arabic digits', like('idea', { need: '٩٠٠١٠١-٢٣٨٥' }), 'personal-number need'),
  by(
    'idea',
    'a personal number behind an invisible sign',
    like('idea', { need: '900101\u200b2385' }),
    'personal-number need'
  ),
  changes(
    'a personal number comes in by an edit',
    'author',
    like('idea'),
    like('idea', { need: PERSONAL_NUMBER }),
    'personal-number need'
  ),
  by('idea', 'a telephone number', like('idea', { need: 'Ring 0522-69 60 00' }), 'ok'),
  by('idea', 'an emoji and a new line', like('idea', { need: 'Så här 👵🏽\n\tdå' }), 'ok'),
  by('idea', 'a carriage return', like('idea', { need: 'a\r\nb' }), 'malformed-text need'),
  by('idea', 'a low surrogate first', like('idea', { need: '\udc00\ud800' }), 'malformed-text need'),
  by('idea', 'a title alone', like('idea', { need: '', proposal: '' }), 'ok'),
  by('idea', 'a need alone', like('idea', { title: '', proposal: '' }), 'ok'),
  by('idea', 'a proposal alone', like('idea', { title: ' ', need: '\n' }), 'invalid-field title'),
  by('comment', 'an empty comment', like('comment', { text: '' }), 'empty text'),
  by('comment', 'a comment of blanks', like('comment', { text: ' \n ' }), 'empty text'),
  by('decision', 'a decision without a reason', like('decision', { reason: ' ' }), 'empty reason'),
  by('unit', 'a unit without a name', like('unit', { name: '' }), 'empty name'),
  by('person', 'a person without a name', like('person', { name: ' ' }), 'empty name')
];

// As JSON brings it: an own field of that name, not a prototype.
const withProto = (kind: RightKind, value: unknown): Wild =>
  JSON.parse(JSON.stringify(like(kind)).replace('{', `{"__proto__":${JSON.stringify(value)},`)) as Wild;

const unknown: RuleCase[] = [
  ...(['idea', 'comment', 'support', 'photo', 'recording', 'decision', 'variant', 'unit', 'person'] as const).map(
    (kind) => by(kind, `${kind} with an unknown field`, like(kind, { secret: 'x' }), 'wrong-type secret')
  ),
  by('idea', 'a field named constructor', like('idea', { constructor: PERSONAL_NUMBER }), 'wrong-type constructor'),
  by('idea', 'a field named toString', like('idea', { toString: 'x' }), 'wrong-type toString'),
  by('idea', 'a text under __proto__', withProto('idea', PERSONAL_NUMBER), 'wrong-type __proto__'),
  by('idea', 'fields under __proto__', withProto('idea', { category: 'vardag' }), 'wrong-type __proto__'),
  by('idea', 'a field that only the server may have', like('idea', { _conflicts: ['1-a'] }), 'wrong-type _conflicts'),
  by('idea', 'oversize', like('idea', { extra: 'x'.repeat(260_000) }), 'too-large'),
  by('idea', 'oversize in bytes, not in characters', like('idea', { extra: '€'.repeat(90_000) }), 'too-large'),
  wrong('idea', 'v', 2, 'wrong-version'),
  wrong('idea', 'v', '1', 'wrong-version'),
  by('idea', 'no version', without('idea', 'v'), 'wrong-version')
];

const ulid = IDS.author;
const named = (id: string, expected: Expected): RuleCase =>
  by('idea', `the id ${id}`, like('idea', { _id: id }), expected);
const ids: RuleCase[] = [
  named('', 'unknown-kind'),
  named(ulid, 'unknown-kind'),
  named('ideas:' + ulid, 'unknown-kind'),
  named('challenges:' + ulid, 'unknown-kind'),
  named('__proto__', 'unknown-kind'),
  named('__proto__:' + ulid, 'unknown-kind'),
  named('constructor:' + ulid, 'unknown-kind'),
  named('hasOwnProperty:' + ulid, 'unknown-kind'),
  named('toString', 'unknown-kind'),
  named('_local/idea:' + ulid, 'unknown-kind'),
  named('_design/rules', 'unknown-kind'),
  named('_design/idea:' + ulid, 'unknown-kind'),
  named(':' + ulid, 'unknown-kind'),
  named('IDEA:' + ulid, 'unknown-kind'),
  named('idea:', 'wrong-id'),
  named('idea:1', 'wrong-id'),
  named('idea:' + ulid.toLowerCase(), 'wrong-id'),
  named('idea:' + ulid + 'A', 'wrong-id'),
  named('idea:' + ulid + ' ', 'wrong-id'),
  named(`idea:${ulid}:${ulid}`, 'wrong-id'),
  named('idea:19900101-2385', 'wrong-id'),
  named('idea:' + 'I'.repeat(26), 'wrong-id'),
  by(
    'comment',
    'a comment under another idea than it says',
    like('comment', { _id: `comment:${ulid}:${ulid}` }),
    'wrong-id'
  ),
  by('comment', 'a comment with no idea in its id', like('comment', { _id: 'comment:' + ulid }), 'wrong-id'),
  by(
    'support',
    'support in another’s place',
    like('support', { _id: `support:${IDEA.slice(5)}:${IDS.member}` }),
    'wrong-id'
  ),
  by(
    'support',
    'a second support of the same person',
    like('support', { _id: `support:${IDEA.slice(5)}:${IDS.author}:${ulid}` }),
    'wrong-id'
  ),
  by('variant', 'a variant whose id is not of its text', like('variant', { text: 'Annat' }), 'wrong-id'),
  creates('a person with a name for an id', 'author', like('person', { _id: 'person:kim' }), 'wrong-id')
];

const spaces: RuleCase[] = [
  creates('an idea in the region', 'coordinator', like('idea', { by: IDS.coordinator }), 'ok', 'fyrbodal'),
  creates('a municipality’s member in the region', 'author', like('idea'), 'ok', 'fyrbodal'),
  creates('a municipality’s coach decides in the region', 'coach', like('decision'), 'not-allowed', 'fyrbodal'),
  creates(
    'the coordinator decides in the region',
    'coordinator',
    like('decision', { by: IDS.coordinator }),
    'ok',
    'fyrbodal'
  ),
  creates(
    'the coordinator writes in a municipality',
    'coordinator',
    like('idea', { by: IDS.coordinator }),
    'not-member'
  ),
  creates('a unit in the region', 'coordinator', like('unit'), 'wrong-space', 'fyrbodal'),
  creates('an idea among the leaders', 'coach', like('idea', { by: IDS.coach }), 'wrong-space', 'uddevalla-ledning'),
  creates('a member among the leaders', 'author', like('person'), 'not-member', 'uddevalla-ledning'),
  creates(
    'a coach’s name among the leaders',
    'coach',
    like('person', { _id: 'person:' + IDS.coach }),
    'ok',
    'uddevalla-ledning'
  ),
  creates('an idea among the needs', 'author', like('idea'), 'wrong-space', 'fyrbodal-behov'),
  creates(
    'a partner’s name among the needs',
    'partner',
    like('person', { _id: 'person:' + IDS.partner }),
    'ok',
    'fyrbodal-behov'
  ),
  creates(
    'a partner in the region',
    'partner',
    like('person', { _id: 'person:' + IDS.partner }),
    'not-member',
    'fyrbodal'
  ),
  creates('a partner in a municipality', 'partner', like('idea', { by: IDS.partner }), 'not-member'),
  creates(
    'a coach elsewhere is an ordinary stranger here',
    'stranger',
    like('decision', { by: IDS.stranger }),
    'not-member'
  )
];

const photo = (attachments: unknown): Wild => like('photo', { _attachments: attachments });
const BYTES = 'AAAA';
const attachments: RuleCase[] = [
  by('photo', 'a photo with its picture and thumbnail', photo({ original: ORIGINAL, thumbnail: THUMBNAIL }), 'ok'),
  by('photo', 'a photo with bytes inside', photo({ thumbnail: { content_type: 'image/jpeg', data: BYTES } }), 'ok'),
  by('photo', 'a photo whose picture is yet to come', like('photo'), 'ok'),
  by(
    'photo',
    'a picture that is a page',
    photo({ original: { ...ORIGINAL, content_type: 'text/html' } }),
    'attachment original'
  ),
  by(
    'photo',
    'a picture that can hold a script',
    photo({ original: { ...ORIGINAL, content_type: 'image/svg+xml' } }),
    'attachment original'
  ),
  by('photo', 'a picture without a type', photo({ original: { data: BYTES } }), 'attachment original'),
  by(
    'photo',
    'a picture one byte too large',
    photo({ original: { ...ORIGINAL, length: 400_001 } }),
    'attachment original'
  ),
  by('photo', 'a picture just small enough', photo({ original: { ...ORIGINAL, length: 400_000 } }), 'ok'),
  by('photo', 'a thumbnail too large', photo({ thumbnail: { ...THUMBNAIL, length: 40_001 } }), 'attachment thumbnail'),
  by(
    'photo',
    'a thumbnail too large in bytes that say they are few',
    photo({ thumbnail: { content_type: 'image/jpeg', length: 10, data: 'A'.repeat(53_344) } }),
    'attachment thumbnail'
  ),
  by('photo', 'an empty picture', photo({ original: { ...ORIGINAL, length: 0 } }), 'attachment original'),
  by(
    'photo',
    'an empty picture inside',
    photo({ original: { content_type: 'image/jpeg', data: '' } }),
    'attachment original'
  ),
  by('photo', 'a third attachment', photo({ original: ORIGINAL, spare: THUMBNAIL }), 'attachment spare'),
  by('photo', 'an attachment named constructor', photo({ constructor: ORIGINAL }), 'attachment constructor'),
  by(
    'photo',
    'words beside an attachment',
    photo({ original: { ...ORIGINAL, note: PERSONAL_NUMBER } }),
    'attachment original'
  ),
  by(
    'photo',
    'words as a digest',
    photo({ original: { ...ORIGINAL, digest: PERSONAL_NUMBER } }),
    'attachment original'
  ),
  by('photo', 'an attachment that is nothing', photo({ original: null }), 'attachment original'),
  by('recording', 'a recording with its sound', like('recording', { _attachments: { sound: SOUND } }), 'ok'),
  by(
    'recording',
    'a recording that is a picture',
    like('recording', { _attachments: { sound: ORIGINAL } }),
    'attachment sound'
  ),
  by(
    'recording',
    'a recording too large',
    like('recording', { _attachments: { sound: { ...SOUND, length: 1_000_001 } } }),
    'attachment sound'
  ),
  by('idea', 'an attachment on an idea', like('idea', { _attachments: { original: ORIGINAL } }), 'attachment original'),
  by(
    'comment',
    'an attachment on a comment',
    like('comment', { _attachments: { original: ORIGINAL } }),
    'attachment original'
  ),
  changes(
    'the picture comes after its thumbnail',
    'author',
    photo({ thumbnail: THUMBNAIL }),
    photo({ thumbnail: THUMBNAIL, original: ORIGINAL }),
    'ok'
  ),
  changes(
    'a picture is exchanged',
    'author',
    photo({ original: ORIGINAL }),
    photo({ original: { ...ORIGINAL, digest: THUMBNAIL.digest } }),
    'attachment original'
  ),
  changes(
    'a picture is exchanged by bytes',
    'author',
    photo({ original: ORIGINAL }),
    photo({ original: { content_type: 'image/jpeg', data: BYTES } }),
    'attachment original'
  ),
  changes(
    'a picture is exchanged under its old digest',
    'author',
    photo({ original: ORIGINAL }),
    photo({ original: { ...ORIGINAL, data: BYTES } }),
    'attachment original'
  ),
  changes(
    'a picture becomes another type',
    'author',
    photo({ original: ORIGINAL }),
    photo({ original: { ...ORIGINAL, content_type: 'image/webp' } }),
    'attachment original'
  ),
  changes(
    'a picture is taken away',
    'author',
    photo({ original: ORIGINAL, thumbnail: THUMBNAIL }),
    photo({ thumbnail: THUMBNAIL }),
    'attachment original'
  ),
  changes(
    'a member adds a picture to somebody’s photo',
    'member',
    photo({ thumbnail: THUMBNAIL }),
    photo({ thumbnail: THUMBNAIL, original: ORIGINAL }),
    'not-allowed'
  )
];

const tombstones: RuleCase[] = [
  changes(
    'a tombstone with a body',
    'admin',
    like('idea'),
    { ...erased('idea'), title: 'Kvar' },
    'erasure-not-allowed'
  ),
  changes('a tombstone with its version', 'admin', like('idea'), { ...erased('idea'), v: 1 }, 'erasure-not-allowed'),
  changes(
    'a tombstone with an attachment',
    'author',
    photo({ original: ORIGINAL }),
    { ...erased('photo'), _attachments: { original: ORIGINAL } },
    'erasure-not-allowed'
  ),
  changes(
    'an author deletes by an update',
    'author',
    like('comment'),
    like('comment', { _deleted: true }),
    'erasure-not-allowed'
  ),
  changes(
    'a deletion that is not quite true',
    'author',
    like('comment'),
    like('comment', { _deleted: 1 }),
    'erasure-not-allowed'
  ),
  creates('a tombstone upon nothing', 'admin', erased('idea'), 'erasure-not-allowed'),
  changes('a tombstone upon a tombstone', 'admin', erased('idea'), erased('idea'), 'erasure-not-allowed'),
  changes(
    'an idea that says it is not deleted',
    'author',
    like('idea'),
    like('idea', { title: 'Ny', edited: { by: IDS.author, at: AT }, _deleted: false }),
    'ok'
  ),
  ...(['idea', 'comment', 'decision', 'photo', 'recording', 'unit'] as const).map((kind) =>
    changes(`an erased ${kind} is written anew`, WRITER[kind], erased(kind), like(kind), 'erased')
  ),
  changes(
    'an erased idea is written anew by another',
    'member',
    erased('idea'),
    like('idea', { by: IDS.member }),
    'erased'
  ),
  ...(['support', 'person'] as const).map((kind) =>
    changes(`an erased ${kind} is written anew`, WRITER[kind], erased(kind), like(kind), 'ok')
  ),
  creates('a tombstone of an unknown kind', 'admin', { _id: 'secret:' + ulid, _deleted: true }, 'unknown-kind')
];

/** What a document may look like. */
export const SHAPE: readonly RuleCase[] = [
  ...types,
  ...missing,
  ...texts,
  ...moreTexts,
  ...unknown,
  ...ids,
  ...spaces,
  ...attachments,
  ...tombstones
];
