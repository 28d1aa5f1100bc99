import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aliasOf } from '#lib/domain/actor.ts';
import { newStamp } from '#lib/server/identity/accounts.ts';
import { type Target, TARGETS } from '../contract/targets.ts';
import type { RuleCase } from './case.ts';
import { CASES } from './cases.ts';
import { CAST, type Player, SPACE, type Wild } from './cast.ts';
import { withBytes, withOwnIds } from './wire.ts';

// The table over HTTP, through every database the contract is held against; CouchDB itself where
// COUCHDB_URL and COUCHDB_PROXY_SECRET name one. What is stored before a case was written by its
// rightful author.

const PASSWORD = 'bara för prov';
const PLAYERS = (Object.keys(CAST) as Player[]).filter((player) => player !== 'database');
// Everything the database's own administrator does is done past this door, so there is nothing to send.
const rows = CASES.filter((row) => row.player !== 'database');

const cookies = new Map<Player, string>();
let target: Target;

async function open(make: () => Promise<Target>): Promise<void> {
  target = await make();
  for (const player of PLAYERS) {
    const { id, roles } = CAST[player];
    const account = { id, login: 'regler.' + player, name: player, roles, disabled: false, stamp: newStamp() };
    await target.server.accounts.add(account, PASSWORD);
    const body = JSON.stringify({ username: account.login, password: PASSWORD });
    const headers = { 'content-type': 'application/json', origin: target.url };
    const answer = await fetch(target.url + '/auth/login', { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(`${player} could not sign in: ${answer.status}`);
    cookies.set(player, answer.headers.getSetCookie()[0]!.split(';')[0]!);
  }
}

async function ask(
  player: Player,
  method: string,
  path: string,
  body?: unknown
): Promise<{ status: number; body: unknown }> {
  const headers = { 'content-type': 'application/json', origin: target.url, cookie: cookies.get(player)! };
  const answer = await fetch(target.url + '/db/' + path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) })
  });
  return { status: answer.status, body: await answer.json() };
}

interface Row {
  readonly ok?: boolean;
  readonly rev?: string;
  readonly error?: string;
  readonly reason?: string;
}

/** `ok` with the new revision, or the reason of the refusal. */
async function write(player: Player, space: string, document: Wild, newEdits = true): Promise<Row> {
  const { status, body } = await ask(player, 'POST', space + '/_bulk_docs', { docs: [document], new_edits: newEdits });
  if (status !== 201) return body as Row;
  return (body as readonly Row[])[0] ?? { ok: true };
}

/** What the table's words are for an answer. */
const said = (row: Row): string => (row.ok === true ? 'ok' : row.error === 'forbidden' ? row.reason! : row.error!);

const MARKS = ['edited', 'retracted', 'resolved', 'withdrawn', 'received', 'closed', 'resultAt'] as const;
/** What stands only under a mark. */
const UNDER: Readonly<Record<string, string>> = { resultAt: 'result' };
/** Kinds that nobody signs, and that an admin writes. */
const UNSIGNED = ['unit', 'reply', 'settings', 'field', 'category', 'groupstatus'];
/** Kinds that stand in nobody's name but that of whoever last signed them. */
const SIGNED = ['criteriaset', 'criterion'];
/** Kinds of which there is one, whoever the case is about. */
const SINGLE = /^(person|settings|groupstatus):/;

function ownerOf(document: Wild): Player {
  const kind = String(document['_id']).split(':')[0];
  if (UNSIGNED.includes(kind!)) return 'admin';
  const signer = SIGNED.includes(kind!) ? (document['edited'] as { by: string }).by : document['by'];
  const by = kind === 'person' ? String(document['_id']).slice('person:'.length) : signer;
  return PLAYERS.find((player) => CAST[player].id === by || aliasOf(CAST[player]) === by)!;
}

/** Stores what a case starts from, every mark by whoever signed it; gives its revision. */
async function store(space: string, previous: Wild): Promise<string> {
  const isSigned = SIGNED.includes(String(previous['_id']).split(':')[0]!);
  const later = MARKS.filter((field) => !(isSigned && field === 'edited'));
  const isMarked = (key: string): boolean => later.includes(key as 'edited') || Object.values(UNDER).includes(key);
  const bare = Object.fromEntries(Object.entries(previous).filter(([key]) => !isMarked(key)));
  let rev = await written(ownerOf(previous), space, withBytes(bare, null));
  let current: Wild = withBytes(bare, bare);
  for (const field of later) {
    const mark = previous[field] as { by: string } | true | undefined;
    if (mark === undefined) continue;
    const under = UNDER[field];
    current = { ...current, [field]: mark, ...(under === undefined ? {} : { [under]: previous[under] }) };
    // What is plainly closed nobody has signed.
    const signer = mark === true ? ownerOf(previous) : ownerOf({ _id: 'mark:', by: mark.by });
    rev = await written(signer, space, { ...current, _rev: rev });
  }
  return rev;
}

async function written(player: Player, space: string, document: Wild): Promise<string> {
  const row = await write(player, space, document);
  if (row.rev === undefined) throw new Error(`${String(document['_id'])} is not stored: ${row.error} ${row.reason}`);
  return row.rev;
}

/** A person has one document, as a municipality has of its settings, so what an earlier case left of it is erased. */
async function clear(space: string, id: string): Promise<void> {
  const eraser: Player = space.startsWith('fyrbodal') ? 'coordinator' : 'admin';
  const { status, body } = await ask(eraser, 'GET', `${space}/${encodeURIComponent(id)}`);
  if (status === 200) await written(eraser, space, { _id: id, _rev: (body as Wild)['_rev'], _deleted: true });
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const letter = (number: number): string => ALPHABET.charAt(number % 32);
const session = Array.from({ length: 3 }, () => letter(Math.floor(Math.random() * 32))).join('');
let count = 0;
const nextSalt = (): string => {
  count += 1;
  return session + letter(Math.floor(count / 1024)) + letter(Math.floor(count / 32)) + letter(count);
};

/** Puts the case's start in place and gives what shall be sent, and the revision it stands upon. */
async function prepare(
  given: RuleCase
): Promise<{ space: string; row: RuleCase; next: Wild; rev: string | undefined }> {
  const space = given.space ?? SPACE;
  const row = withOwnIds(given, nextSalt());
  if (SINGLE.test(String(row.next['_id']))) await clear(space, String(row.next['_id']));
  let rev: string | undefined;
  if (row.previous !== null && row.previous['_deleted'] === true) {
    const living = row.next['_deleted'] === undefined ? row.next : { ...LIVING, _id: row.previous['_id'] };
    const stood = await store(space, living);
    rev = await written('admin', space, { ...row.previous, _rev: stood });
  } else if (row.previous !== null) rev = await store(space, row.previous);
  const { body } = await ask('admin', 'GET', `${space}/${encodeURIComponent(String(row.previous?.['_id'] ?? 'none'))}`);
  const kept = (body as Wild)['_attachments'] as Readonly<Record<string, object>> | undefined;
  return { space, row, next: withBytes(row.next, row.previous, kept), rev };
}

const LIVING: Wild = CASES.find((row) => row.name === 'a title alone')!.next;

async function storedRev(space: string, id: unknown): Promise<unknown> {
  const reader: Player = space.startsWith('fyrbodal') ? 'coordinator' : 'admin';
  const { status, body } = await ask(reader, 'GET', `${space}/${encodeURIComponent(String(id))}`);
  return status === 200 ? (body as Wild)['_rev'] : undefined;
}

// Where the gate or CouchDB reads more strictly than the rules, or mends what it is given, it answers
// first, and which of them does depends on the database.
const AT_THE_GATE: Readonly<Record<string, readonly string[]>> = {
  'the id ': ['bad_request'],
  'a deletion that is not quite true': ['bad_request'],
  'an attachment that is nothing': ['bad_request', 'unavailable'],
  'a text under __proto__': ['bad_request'],
  'fields under __proto__': ['bad_request'],
  'a field that only the server may have': ['ok'],
  'words beside an attachment': ['ok'],
  'words as a digest': ['ok'],
  // With `stub` beside them the bytes are not looked at, and what stands stays.
  'a picture is exchanged under its old digest': ['ok', 'attachment original'],
  [`the id idea:${CAST.author.id} `]: ['wrong-id', 'unknown-kind']
};

/** What may be said to a case; lone surrogates are refused before anybody knows whose field they are in. */
const answersTo = (row: RuleCase): readonly string[] =>
  AT_THE_GATE[row.name] ??
  (row.expected.startsWith('malformed-text') ? [row.expected, 'malformed-text'] : [row.expected]);

describe.each(TARGETS)('$name', ({ open: make }) => {
  beforeAll(() => open(make));
  afterAll(() => target.close());

  describe('the table over HTTP', () => {
    test.each(rows.map((row) => [`${row.name} → ${answersTo(row).join(' or ')}`, row] as const))(
      '%s',
      async (_name, given) => {
        const { space, row, next, rev } = await prepare(given);
        const follows = rev !== undefined && row.previous!['_id'] === next['_id'];
        const answer = await write(row.player, space, follows ? { ...next, _rev: rev } : next);
        expect(answersTo(row)).toContain(said(answer));
        if (rev !== undefined && said(answer) !== 'ok' && row.previous!['_deleted'] !== true)
          expect(await storedRev(space, row.previous!['_id'])).toBe(rev);
      }
    );
  });

  describe('what the table refuses is refused to a replicator too', () => {
    const refused = rows.filter((row) => !answersTo(row).includes('ok') && row.previous !== null);
    const forms = [
      [
        'upon what is stored',
        (rev: string) => ({ start: Number.parseInt(rev) + 1, ids: ['f'.repeat(32), rev.split('-')[1]] })
      ],
      ['as a root of its own, with a greater number', () => ({ start: 90, ids: ['f'.repeat(32)] })]
    ] as const;
    const both = refused.flatMap((row) =>
      forms.map(([form, history]) => [`${row.name}, ${form}`, row, history] as const)
    );

    test.each(both)('%s', async (_name, given, history) => {
      const { space, row, next, rev } = await prepare(given);
      const forged = { ...next, _rev: undefined, _revisions: history(rev!) };
      const answer = await write(row.player, space, forged, false);
      expect(answersTo(row)).toContain(said(answer));
      if (row.previous!['_deleted'] !== true) expect(await storedRev(space, row.previous!['_id'])).toBe(rev);
    });
  });
});
