import type { Actor } from '#lib/domain/actor.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { variantId } from '#lib/domain/variant.ts';

/** A document as a hostile or clumsy client may send it: any JSON at all. */
export type Wild = Readonly<Record<string, unknown>>;

/** 26 characters that end in `tail`, readable in a failure. */
const id = (tail: string): string => tail.padStart(26, '0');

/** What every document's id begins with here, so that a runner can give each case ids of its own. */
export const DOCUMENT_PREFIX = '0DCC0000';
const documentId = (tail: string): string => DOCUMENT_PREFIX + tail.padStart(18, '0');

export const SPACE = 'uddevalla';

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
