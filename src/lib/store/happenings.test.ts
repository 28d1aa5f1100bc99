import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Envelope } from '#lib/domain/kind.ts';
import type { Listener } from './happenings.ts';
import { openStore, type Store } from './store.ts';

const id = (number: number): string => String(number).padStart(26, '0');
const [ME, OTHER, COACH] = [id(900), id(901), id(902)];
const NOW = '2026-11-24T12:00:00.000Z';
const SINCE = '2026-10-01T00:00:00.000Z';
const at = (day: number): string => new Date(Date.UTC(2026, 10, day, 9)).toISOString();
const member: Listener = { ids: [ME], roles: ['uddevalla:member', 'fyrbodal:member'] };
const SPACE = 'uddevalla';

let made = 5_000;
const doc = (fields: object): Envelope => ({ _rev: '1-a', v: 1, ...fields }) as unknown as Envelope;
const idea = (number: number, fields: object = {}) =>
  doc({
    _id: 'idea:' + id(number),
    by: OTHER,
    at: at(2),
    title: 'Idé ' + String(number),
    need: '',
    proposal: '',
    answerBy: '2026-12-20',
    ...fields
  });
const of = (kind: string, number: number, fields: object) =>
  doc({ _id: [kind, id(number), id(made++)].join(':'), idea: 'idea:' + id(number), by: OTHER, at: at(20), ...fields });
const comment = (number: number, fields: object = {}) => of('comment', number, { text: 'Bra.', ...fields });
const decision = (number: number, fields: object = {}) =>
  of('decision', number, { by: COACH, from: 'ny', to: 'bedoms', reason: 'Ja.', follows: [], ...fields });
const given = (kind: 'support' | 'follow', number: number, by = ME) =>
  doc({
    _id: [kind, id(number), by].join(':'),
    idea: 'idea:' + id(number),
    by,
    state: { given: true, at: at(3) }
  });

let store: Store;
const open = () =>
  openStore(ME, {
    sizes: { rowsAPack: 2, entriesAPage: 3 },
    indexedDB: new IDBFactory(),
    IDBKeyRange: IDBKeyRange as unknown as typeof globalThis.IDBKeyRange,
    now: () => NOW
  });
beforeEach(() => {
  store = open();
});
afterEach(() => store.close());

const pull = (documents: readonly Envelope[], space = SPACE) =>
  store.sync.apply(space, documents, { epoch: 'e', reached: '1', compared: NOW });
const told = async (who = member, since = SINCE): Promise<readonly string[]> =>
  (await store.happenings(who, since)).map(({ type, idea: about, because }) =>
    [type, about?.slice(-1), because].join(' ')
  );

describe('what has happened on this device', () => {
  it('is what concerns the person, whatever else there is, and in whichever order it came', async () => {
    await pull([
      comment(1),
      given('support', 2),
      given('support', 3, OTHER),
      decision(2),
      decision(3),
      comment(4, { text: '@' + ME.slice(-6), mentions: [ME], at: at(21) }),
      given('follow', 5)
    ]);
    await pull([idea(1, { by: ME }), idea(2), idea(3), idea(4), idea(5), idea(6)]);
    await pull([comment(5, { at: at(22) }), comment(6)]);
    const all = await told();
    expect(all.slice(0, 2)).toEqual(['commented 5 follower', 'mentioned 4 mentioned']);
    expect([...all.slice(2)].sort()).toEqual(['commented 1 author', 'decided 2 supporter']);
    expect((await store.happenings(member, SINCE)).map((each) => each.space)).toEqual(Array(4).fill(SPACE));
  });

  it('follows what is accepted here: support that is given, and taken back', async () => {
    await pull([idea(1), decision(1)]);
    expect(await told()).toEqual([]);
    const { _rev, ...support } = given('support', 1);
    await store.accept({ space: SPACE, documents: [{ document: support as Envelope }] });
    expect(await told()).toEqual(['decided 1 supporter']);
    const taken = { ...support, state: { given: false, at: at(4) } } as unknown as Envelope;
    await store.accept({ space: SPACE, documents: [{ document: taken, previous: support as Envelope }] });
    expect(await told()).toEqual([]);
  });

  it('leaves with what was retracted or erased', async () => {
    const said = comment(1);
    await pull([idea(1, { by: ME }), said]);
    expect(await told()).toEqual(['commented 1 author']);
    await pull([{ ...said, _rev: '2-b', retracted: { by: OTHER, at: at(21) } } as Envelope]);
    expect(await told()).toEqual([]);
    await pull([{ ...said, _rev: '3-c' } as Envelope]);
    await pull([{ _id: said._id, _rev: '4-d', _deleted: true } as Envelope]);
    expect(await told()).toEqual([]);
  });

  it('reaches back as far as asked, though it comes late', async () => {
    await pull([idea(1, { by: ME })]);
    await pull([comment(1, { at: at(5) })]);
    expect(await told(member, at(6))).toEqual([]);
    expect(await told(member, at(4))).toEqual(['commented 1 author']);
  });

  it('of merged ideas is told to those around either, at the one that lives on', async () => {
    await pull([
      idea(1),
      idea(2),
      given('support', 1),
      decision(1, { to: 'sammanslagen', into: 'idea:' + id(2), at: at(10) })
    ]);
    await pull([decision(2, { at: at(22) })]);
    expect(await told()).toEqual(['decided 2 supporter', 'merged 2 supporter']);
    expect(await told(member, at(15))).toEqual(['decided 2 supporter']);
  });

  it('is that ideas are passed on, which is no activity of theirs', async () => {
    await pull([
      idea(1, { by: ME }),
      idea(2),
      of('referral', 1, { unit: 'unit:' + id(7), reason: 'Er.', by: COACH }),
      of('referral', 2, { unit: 'unit:' + id(7), reason: 'Er.', by: COACH })
    ]);
    expect(await told(member, at(15))).toEqual(['passedOn 1 author']);
  });

  it('dates a mention by the edit it came with', async () => {
    const said = comment(1, { text: 'Nu @' + ME.slice(-6), mentions: [ME], edited: { by: OTHER, at: at(22) } });
    const before = doc({
      _id: 'variant:' + said._id + ':00000000000000',
      of: said._id,
      field: 'text',
      text: 'Nu',
      by: OTHER,
      at: at(22),
      owner: OTHER,
      resolved: { by: OTHER, at: at(22) }
    });
    await pull([idea(1), said, before]);
    expect((await store.happenings(member, SINCE))[0]).toMatchObject({ type: 'mentioned', at: at(22) });
  });
});

describe('answers that are due', () => {
  const coach: Listener = { ids: [ME], roles: [...member.roles, 'uddevalla:coach'] };

  it('are the author’s matter, and the coach’s in their own municipality', async () => {
    await pull([idea(1, { by: ME, answerBy: '2026-11-25' }), idea(2, { answerBy: '2026-11-20' }), idea(3)]);
    await pull([idea(4, { answerBy: '2026-11-20' })], 'fyrbodal');
    expect(await told()).toEqual(['dueSoon 1 author']);
    expect(await told(coach)).toEqual(['dueSoon 1 author', 'overdue 2 coach']);
  });

  it('are none that were answered, wait for their author or were late long ago', async () => {
    await pull([
      idea(1, { answerBy: '2026-11-20' }),
      comment(1, { by: COACH, answer: true }),
      idea(2, { answerBy: '2026-11-20' }),
      decision(2, { to: 'komplettering' }),
      idea(3, { answerBy: '2026-09-20' })
    ]);
    expect(await told(coach)).toEqual([]);
  });
});

describe('what is about no idea', () => {
  it('is tasks, meetings and challenges, and what came of these', async () => {
    const group = 'group:' + id(50);
    await pull([
      doc({
        _id: group,
        by: COACH,
        at: at(1),
        name: 'Natten',
        task: '',
        nextMeeting: { when: at(28), at: at(18) },
        edited: { by: COACH, at: at(18) }
      }),
      doc({ _id: 'membership:' + id(50) + ':' + ME, group, person: ME, by: ME, state: { given: true, at: at(2) } }),
      doc({ _id: 'grouptask:' + id(50) + ':' + id(51), group, by: COACH, at: at(19), title: 'Ring', assignee: ME }),
      doc({
        _id: 'challenge:' + id(60),
        by: COACH,
        at: at(1),
        title: 'Natt',
        text: 'Hur?',
        opens: '2026-11-02',
        closes: '2026-11-20',
        result: 'Två.',
        resultAt: { by: COACH, at: at(21) }
      }),
      idea(1, { challenge: 'challenge:' + id(60), at: '2026-09-01T09:00:00.000Z' }),
      comment(1, { by: ME, at: '2026-09-02T09:00:00.000Z' })
    ]);
    expect((await store.happenings(member, SINCE)).map(({ type, because }) => type + ' ' + because)).toEqual([
      'challengeResult participant',
      'taskGiven assigned',
      'meetingCalled member',
      'challengeOpened member'
    ]);
  });
});

it('gives the documents that tell of it, by space and id', async () => {
  const said = comment(1);
  await pull([idea(1), said]);
  const found = await store.documents([
    { space: SPACE, id: said._id },
    { space: SPACE, id: 'idea:' + id(1) },
    { space: SPACE, id: 'answers overdue' },
    { space: 'fyrbodal', id: said._id }
  ]);
  expect([...found.keys()].sort()).toEqual([SPACE + '/' + said._id, SPACE + '/idea:' + id(1)].sort());
});

it('finds what an older app had stored before it knew of this, and nothing of a space that was left', async () => {
  await pull([idea(1), given('follow', 1), comment(1)]);
  await store.db.concerns.clear();
  expect(await told()).toEqual([]);
  await store.sync.renew();
  expect(await told()).toEqual(['commented 1 follower']);
  await store.sync.leave(SPACE);
  expect(await store.db.concerns.count()).toBe(0);
});
