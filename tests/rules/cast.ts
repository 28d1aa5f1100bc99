import type { Actor } from '#lib/domain/actor.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { groupStatusId } from '#lib/domain/groups/status.ts';
import { SETTINGS_ID } from '#lib/domain/people/settings.ts';
import { BUILT_IN } from '#lib/domain/methods/builtin.ts';
import { variantId } from '#lib/domain/variant.ts';

/** A document as a hostile or clumsy client may send it: any JSON at all. */
export type Wild = Readonly<Record<string, unknown>>;

/** 26 characters that end in `tail`, readable in a failure. */
const id = (tail: string): string => tail.padStart(26, '0');

/** What every document's id begins with here, so that a runner can give each case ids of its own. */
export const DOCUMENT_PREFIX = '0DCC0000';
const documentId = (tail: string): string => DOCUMENT_PREFIX + tail.padStart(18, '0');

export const SPACE = 'uddevalla';
/** Where its coaches, managers, leaders and admins are among themselves. */
export const LEADERSHIP = 'uddevalla-ledning';

/** Everybody's opaque ids. Fixed, so that a server can be given these very persons. */
export const IDS = {
  author: id('AAAAA1'),
  authorAlias: id('AAAAA2'),
  member: id('BBBBB1'),
  memberAlias: id('BBBBB2'),
  coach: id('CCCCC1'),
  manager: id('DDDDD1'),
  leader: id('EEEEE1'),
  admin: id('FFFFF1'),
  stranger: id('GGGGG1'),
  coordinator: id('HHHHH1'),
  partner: id('JJJJJ1')
} as const;

const municipal = (municipality: string, ...roles: readonly string[]): readonly string[] => [
  ...['member', ...roles].map((role) => `${municipality}:${role}`),
  'fyrbodal:member'
];

/** Who the cases are acted by, each as the server would vouch for them. */
export const CAST = {
  author: { id: IDS.author, roles: [...municipal('uddevalla'), 'alias:' + IDS.authorAlias] },
  member: { id: IDS.member, roles: [...municipal('uddevalla'), 'alias:' + IDS.memberAlias] },
  coach: { id: IDS.coach, roles: municipal('uddevalla', 'coach') },
  manager: { id: IDS.manager, roles: municipal('uddevalla', 'manager') },
  leader: { id: IDS.leader, roles: municipal('uddevalla', 'leader') },
  admin: { id: IDS.admin, roles: municipal('uddevalla', 'admin') },
  stranger: { id: IDS.stranger, roles: municipal('trollhattan', 'coach', 'admin') },
  coordinator: { id: IDS.coordinator, roles: ['fyrbodal:member', 'fyrbodal:coordinator'] },
  partner: { id: IDS.partner, roles: ['fyrbodal:partner'] },
  /** The database's own administrator: no member of anything. */
  database: { id: 'admin', roles: ['_admin'] }
} as const satisfies Readonly<Record<string, Pick<Actor, 'id' | 'roles'>>>;
export type Player = keyof typeof CAST;

/** The actor a player is in a space. */
export const actorOf = (player: Player, space: string = SPACE): Actor => ({ ...CAST[player], space });

export const AT = '2026-11-23T08:00:00.000Z';
export const LATER = '2026-11-23T09:30:00.000Z';

export const IDEA = 'idea:' + documentId('1DEA01');
export const HIDDEN_IDEA = 'idea:' + documentId('1DEA02');
export const DECISION = `decision:${documentId('1DEA01')}:${documentId('DEC000')}`;
export const STORY = `story:${documentId('1DEA01')}:${documentId('570501')}`;
export const GROUP = 'group:' + documentId('6509');
export const CASE = 'case:' + documentId('CA5E01');
export const SHEET = 'worksheet:' + documentId('5EE701');
export const CARD = `entry:${documentId('5EE701')}:${documentId('E17501')}`;
export const UNIT = 'unit:' + documentId('111101');

/** A picture's digest and size, as a server states them. */
const stub = (type: string, length: number, seed: string) => ({
  content_type: type,
  length,
  digest: `md5-${seed.repeat(22)}==`,
  stub: true,
  revpos: 1
});
export const ORIGINAL = stub('image/jpeg', 120_000, 'A');
export const THUMBNAIL = stub('image/webp', 9_000, 'B');
export const SOUND = stub('audio/webm', 300_000, 'C');

const variantText = 'Rad ett som förlorade';

/** One right document of each kind, by its rightful writer. */
export const RIGHT = {
  idea: {
    _id: IDEA,
    v: 1,
    by: IDS.author,
    at: AT,
    title: 'Nyckelskåp som inte fryser',
    need: 'Låsen fryser på vintern.',
    proposal: 'Prova frostskyddad smörjning.'
  },
  comment: {
    _id: `comment:${documentId('1DEA01')}:${documentId('C001')}`,
    v: 1,
    idea: IDEA,
    by: IDS.author,
    at: AT,
    text: 'Bra tänkt!'
  },
  support: {
    _id: `support:${documentId('1DEA01')}:${IDS.author}`,
    v: 1,
    idea: IDEA,
    by: IDS.author,
    state: { given: true, at: AT }
  },
  decision: {
    _id: `decision:${documentId('1DEA01')}:${documentId('DEC001')}`,
    v: 1,
    idea: IDEA,
    by: IDS.coach,
    at: AT,
    from: 'ny',
    to: 'mottagen',
    reason: 'Tack, vi tar med den till torsdag.'
  },
  photo: { _id: 'photo:' + documentId('F001'), v: 1, idea: IDEA, by: IDS.author, at: AT, width: 1600, height: 1200 },
  recording: { _id: 'recording:' + documentId('5EC001'), v: 1, idea: IDEA, by: IDS.author, at: AT, seconds: 42 },
  variant: {
    _id: variantId(IDEA, 'need', variantText, AT),
    v: 1,
    of: IDEA,
    field: 'need',
    text: variantText,
    by: IDS.member,
    at: AT,
    owner: IDS.author
  },
  follow: {
    _id: `follow:${documentId('1DEA01')}:${IDS.author}`,
    v: 1,
    idea: IDEA,
    by: IDS.author,
    state: { given: true, at: AT }
  },
  referral: {
    _id: `referral:${documentId('1DEA01')}:${documentId('5EFE01')}`,
    v: 1,
    idea: IDEA,
    by: IDS.coach,
    at: AT,
    unit: UNIT,
    reason: 'Det här hör hemma hos er.'
  },
  share: {
    _id: 'share:' + documentId('5A5E01'),
    v: 1,
    idea: IDEA,
    from: 'uddevalla',
    to: 'trollhattan',
    by: IDS.coach,
    at: AT,
    title: 'Nyckelskåp som inte fryser',
    need: 'Låsen fryser på vintern.',
    proposal: '',
    reason: 'Ni har samma skåp.'
  },
  challenge: {
    _id: 'challenge:' + documentId('CA11E1'),
    v: 1,
    by: IDS.leader,
    at: AT,
    title: 'Tryggare nätter',
    text: 'Hur kan nätterna bli lugnare?',
    opens: '2026-11-23',
    closes: '2026-12-18'
  },
  picture: {
    _id: 'picture:' + documentId('91C701'),
    v: 1,
    challenge: 'challenge:' + documentId('CA11E1'),
    by: IDS.leader,
    at: AT,
    width: 1600,
    height: 1200
  },
  field: { _id: 'field:' + documentId('F1E1D1'), v: 1, label: 'Hur ofta händer det?', type: 'text', order: 10 },
  fieldvalue: {
    _id: `fieldvalue:${documentId('1DEA01')}:${documentId('F1E1D1')}`,
    v: 1,
    idea: IDEA,
    field: 'field:' + documentId('F1E1D1'),
    by: IDS.author,
    at: AT,
    value: 'Varje vecka'
  },
  category: { _id: 'category:' + documentId('CA7E01'), v: 1, name: 'Nattarbete' },
  reply: { _id: 'reply:' + documentId('5E9101'), v: 1, use: 'receive', name: 'Tack', text: 'Tack för din idé!' },
  group: {
    _id: GROUP,
    v: 1,
    by: IDS.coach,
    at: AT,
    name: 'Trygga nycklar',
    task: 'Prova nyckelskåp i vinter.'
  },
  membership: {
    _id: `membership:${documentId('6509')}:${IDS.author}`,
    v: 1,
    group: GROUP,
    person: IDS.author,
    by: IDS.author,
    state: { given: true, at: AT }
  },
  meeting: {
    _id: `meeting:${documentId('6509')}:${documentId('3EE701')}`,
    v: 1,
    group: GROUP,
    by: IDS.member,
    at: AT,
    held: AT,
    notes: 'Vi gick igenom skåpen.'
  },
  groupdecision: {
    _id: `groupdecision:${documentId('6509')}:${documentId('DEC101')}`,
    v: 1,
    group: GROUP,
    by: IDS.member,
    at: AT,
    text: 'Vi provar två skåp.'
  },
  grouptask: {
    _id: `grouptask:${documentId('6509')}:${documentId('7A5801')}`,
    v: 1,
    group: GROUP,
    by: IDS.member,
    at: AT,
    title: 'Beställ två skåp',
    assignee: IDS.author,
    due: '2026-12-04'
  },
  groupstatus: {
    _id: groupStatusId('uddevalla'),
    v: 1,
    municipality: 'uddevalla',
    standing: { groups: 1, members: 3, lastMet: '2026-11-20', waiting: 2, at: AT }
  },
  settings: { _id: SETTINGS_ID, v: 1, answerDays: 8 },
  criteriaset: {
    _id: 'criteriaset:' + documentId('5E7001'),
    v: 1,
    name: 'Våra kriterier',
    edited: { by: IDS.coach, at: AT }
  },
  criterion: {
    _id: `criterion:${documentId('5E7001')}:${documentId('C51001')}`,
    v: 1,
    set: 'criteriaset:' + documentId('5E7001'),
    name: 'Nytta',
    explanation: 'Hur mycket bättre blir vardagen?',
    weight: 3,
    axis: 'effect',
    order: 1,
    edited: { by: IDS.coach, at: AT }
  },
  round: {
    _id: 'round:' + documentId('50D001'),
    v: 1,
    name: 'Höstens idéer',
    by: IDS.coach,
    at: AT,
    ideas: [IDEA],
    assessors: [IDS.coach, IDS.manager]
  },
  assessment: {
    _id: `assessment:${documentId('1DEA01')}:${IDS.manager}`,
    v: 1,
    idea: IDEA,
    by: IDS.manager,
    scores: { nytta: { score: 4, reason: 'Det händer varje vinter.', at: AT } },
    submitted: {}
  },
  comparison: {
    _id: `comparison:${documentId('1DEA01')}:${documentId('1DEA02')}:${IDS.manager}`,
    v: 1,
    a: IDEA,
    b: HIDDEN_IDEA,
    by: IDS.manager,
    state: { better: 'a', at: AT }
  },
  benefit: {
    _id: `benefit:${documentId('1DEA01')}:${documentId('BE7E01')}`,
    v: 1,
    idea: IDEA,
    by: IDS.coach,
    at: AT,
    state: 'reached',
    hours: { amount: 40, per: 'month' },
    quality: 'Ingen står längre och väntar i kylan.',
    scale: 4,
    on: '2026-11-20',
    followUp: 3,
    how: 'measured'
  },
  story: {
    _id: STORY,
    v: 1,
    idea: IDEA,
    by: IDS.coach,
    at: AT,
    title: 'Låsen som slutade frysa',
    text: 'Förra vintern stod vi och värmde lås med händerna.',
    quote: 'Nu kommer jag in direkt.',
    role: 'Undersköterska, hemtjänsten',
    consent: { by: IDS.coach, at: AT }
  },
  storypicture: {
    _id: 'storypicture:' + documentId('5709C1'),
    v: 1,
    story: STORY,
    idea: IDEA,
    by: IDS.coach,
    at: AT,
    width: 1600,
    height: 1200,
    description: 'Ett nyckelskåp vid en port.'
  },
  view: {
    _id: 'view:' + documentId('71E301'),
    v: 1,
    by: IDS.author,
    at: AT,
    name: 'Våra nya',
    filter: { unit: UNIT, stage: 'ny' }
  },
  template: {
    _id: 'template:' + documentId('7E3901'),
    v: 1,
    by: IDS.coach,
    at: AT,
    content: BUILT_IN['observation.1']!,
    follows: 'observation.1',
    origin: 'observation.1'
  },
  case: { _id: CASE, v: 1, by: IDS.author, at: AT, name: 'Lugnare nätter', aim: 'Färre väcks.', idea: IDEA },
  casestep: {
    _id: `casestep:${documentId('CA5E01')}:${documentId('57E901')}`,
    v: 1,
    case: CASE,
    by: IDS.author,
    at: AT,
    to: 'undersoka',
    note: 'Vi vet för lite om natten.'
  },
  worksheet: { _id: SHEET, v: 1, case: CASE, by: IDS.author, at: AT, template: 'observation.1', name: 'Natt på Ängen' },
  entry: {
    _id: CARD,
    v: 1,
    worksheet: SHEET,
    slot: 'iakttagelser',
    by: IDS.author,
    at: AT,
    values: { vad: 'Larmet hördes inte', tal: 3 },
    place: { zone: 'direkt', x: 120, y: 880, order: 'a0', at: AT }
  },
  dots: {
    _id: `dots:${documentId('5EE701')}:${documentId('E17501')}:${IDS.author}`,
    v: 1,
    worksheet: SHEET,
    entry: CARD,
    person: IDS.author,
    by: IDS.author,
    given: { anvandarvarde: { count: 2, at: AT } }
  },
  sheetmedia: {
    _id: `sheetmedia:${documentId('5EE701')}:${documentId('3ED1A1')}`,
    v: 1,
    worksheet: SHEET,
    entry: documentId('E17501'),
    by: IDS.author,
    at: AT,
    width: 1600,
    height: 1200
  },
  unit: { _id: UNIT, v: 1, name: 'Hemtjänst Centrum' },
  person: { _id: 'person:' + IDS.author, v: 1, name: 'Kim Exempelsson' }
} as const satisfies Readonly<Record<string, Envelope & Wild>>;
export type RightKind = keyof typeof RIGHT;

/** Who rightfully writes the document of each kind in RIGHT. */
export const WRITER: Readonly<Record<RightKind, Player>> = {
  idea: 'author',
  comment: 'author',
  support: 'author',
  decision: 'coach',
  photo: 'author',
  recording: 'author',
  variant: 'member',
  follow: 'author',
  referral: 'coach',
  share: 'coach',
  challenge: 'leader',
  picture: 'leader',
  field: 'admin',
  fieldvalue: 'author',
  category: 'admin',
  reply: 'admin',
  group: 'coach',
  membership: 'author',
  meeting: 'member',
  groupdecision: 'member',
  grouptask: 'member',
  groupstatus: 'admin',
  settings: 'admin',
  criteriaset: 'coach',
  criterion: 'coach',
  round: 'coach',
  assessment: 'manager',
  comparison: 'manager',
  benefit: 'coach',
  story: 'coach',
  storypicture: 'coach',
  view: 'author',
  template: 'coach',
  case: 'author',
  casestep: 'author',
  worksheet: 'author',
  entry: 'author',
  dots: 'author',
  sheetmedia: 'author',
  unit: 'admin',
  person: 'author'
};

/** The right document of a kind, with other fields. */
export const like = (kind: RightKind, fields: Wild = {}): Wild => ({ ...RIGHT[kind], ...fields });

/** The right document of a kind without one field. */
export const without = (kind: RightKind, field: string): Wild =>
  Object.fromEntries(Object.entries(RIGHT[kind]).filter(([key]) => key !== field));

/** The right document of a kind, deleted. */
export const erased = (kind: RightKind): Wild => ({ _id: RIGHT[kind]._id, _deleted: true });

/** An idea written under its author's alias. */
export const HIDDEN: Wild = { ...RIGHT.idea, _id: HIDDEN_IDEA, by: IDS.authorAlias, hidden: true };

/** A variant with other fields and the id that follows from them. */
export const variantWith = (fields: Wild): Wild => {
  const next = like('variant', fields) as Record<'of' | 'field' | 'text' | 'at', string> & Wild;
  return { ...next, _id: variantId(next.of, next.field, next.text, next.at) };
};
