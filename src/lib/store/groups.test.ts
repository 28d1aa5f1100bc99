import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { groupStatusId } from '#lib/domain/groups/status.ts';
import { deleteStore, openStore, type Store } from './store.ts';

const id = (tail: string): string => tail.padStart(26, '0');
const [ANNA, BO] = [id('ANNA'), id('B0')];
const AT = '2026-11-20T08:00:00.000Z';
const GROUP = 'group:' + id('6');

const document = (_id: string, fields: object) => ({ _id, _rev: '1-a', v: 1, by: ANNA, at: AT, ...fields }) as never;
const group = (tail: string, fields: object = {}) =>
  document('group:' + id(tail), { name: 'Grupp ' + tail, task: '', ...fields });
const membership = (tail: string, person: string, given = true) =>
  document(`membership:${id(tail)}:${person}`, { group: 'group:' + id(tail), person, state: { given, at: AT } });
const task = (tail: string, own: string, fields: object = {}) =>
  document(`grouptask:${id(tail)}:${id(own)}`, { group: 'group:' + id(tail), title: own, ...fields });
const meeting = (tail: string, own: string, fields: object = {}) =>
  document(`meeting:${id(tail)}:${id(own)}`, { group: 'group:' + id(tail), held: AT, notes: '', ...fields });
const idea = (tail: string, fields: object = {}) =>
  document('idea:' + id(tail), { title: 'Idé ' + tail, need: '', proposal: '', ...fields });

let store: Store;
beforeEach(() => {
  store = openStore(ANNA, { now: () => '2026-11-23T12:00:00.000Z' });
});
afterEach(async () => {
  store.close();
  await deleteStore(ANNA);
});
const apply = (documents: never[], space = 'uddevalla') => store.sync.apply(space, documents);

describe('groups in a space', () => {
  test('come with what was put down about them there, by name, closed ones last', async () => {
    await apply([
      group('6', { name: 'Öar', ideas: ['idea:' + id('1'), 'idea:' + id('2')] }),
      group('7', { name: 'Ann', closed: { by: ANNA, at: AT } }),
      group('8', { name: 'Bok' }),
      membership('6', ANNA),
      membership('8', BO),
      task('6', 'T1'),
      meeting('8', 'M1'),
      idea('1'),
      idea('2', { retracted: { by: ANNA, at: AT } })
    ]);
    await apply([membership('6', BO), group('9')], 'fyrbodal');
    const records = await store.groupsIn('uddevalla');
    expect(records.map((each) => each.group.name)).toEqual(['Bok', 'Öar', 'Ann']);
    expect(records.map((each) => each.memberships.map(({ person }) => person))).toEqual([[BO], [ANNA], []]);
    expect(records.map((each) => [each.tasks.length, each.meetings.length])).toEqual([
      [0, 1],
      [1, 0],
      [0, 0]
    ]);
    expect(records[1]!.unanswered).toBe(1);
  });

  test('an idea that has been answered waits no longer', async () => {
    await apply([group('6', { ideas: ['idea:' + id('1')] }), idea('1')]);
    expect((await store.groupsIn('uddevalla'))[0]!.unanswered).toBe(1);
    const answer = { idea: 'idea:' + id('1'), by: BO, at: AT, text: 'Ja.', answer: true };
    await apply([document(`comment:${id('1')}:${id('C')}`, answer)]);
    expect((await store.groupsIn('uddevalla'))[0]!.unanswered).toBe(0);
  });
});

describe('a group’s view', () => {
  test('has its ideas, decisions and versions, and how the person’s own doings stand', async () => {
    const variant = (of: string, own: string) =>
      document(`variant:${of}:${own}`, { of, field: 'notes', text: 'x', owner: ANNA });
    await apply([
      group('6', { ideas: ['idea:' + id('1'), 'idea:' + id('404')] }),
      idea('1'),
      meeting('6', 'M1'),
      meeting('8', 'M2'),
      document(`groupdecision:${id('6')}:${id('D')}`, { group: GROUP, text: 'Ja' }),
      variant(`meeting:${id('6')}:${id('M1')}`, 'a'),
      variant(`meeting:${id('8')}:${id('M2')}`, 'b')
    ]);
    await store.accept({ space: 'uddevalla', documents: [{ document: task('6', 'T1') }] });
    const view = (await store.groupView(id('6')))!;
    expect(view.ideas.map((each) => each.id)).toEqual(['idea:' + id('1')]);
    expect(view.decisions.map((each) => each.text)).toEqual(['Ja']);
    expect(view.variants.map((each) => each._id)).toEqual([`variant:meeting:${id('6')}:${id('M1')}:a`]);
    expect(view.statuses).toEqual({ [`grouptask:${id('6')}:${id('T1')}`]: 'saved' });
    expect(await store.groupView(id('404'))).toBeUndefined();
  });

  test('is the municipality’s own where the region has one under the same id', async () => {
    await apply([group('6', { name: 'Annan' })], 'fyrbodal');
    await apply([group('6', { name: 'Egen' })]);
    expect((await store.groupView(id('6')))!.group.name).toBe('Egen');
  });
});

describe('what somebody has to do', () => {
  test('is their open tasks, the soonest first, and the meetings of the groups they are in', async () => {
    const nextMeeting = { when: '2026-12-01T08:00:00.000Z', at: AT };
    await apply([
      group('6', { nextMeeting }),
      group('7', { nextMeeting }),
      group('8', { closed: { by: BO, at: AT }, nextMeeting }),
      membership('6', ANNA),
      membership('7', ANNA, false),
      membership('8', ANNA),
      task('6', 'T1', { assignee: ANNA }),
      task('6', 'T2', { assignee: ANNA, due: '2026-12-01' }),
      task('7', 'T3', { assignee: ANNA, due: '2026-11-24' }),
      task('6', 'T4', { assignee: ANNA, done: { given: true, at: AT } }),
      task('8', 'T5', { assignee: ANNA }),
      task('6', 'T6', { assignee: BO })
    ]);
    const work = await store.groupWork(ANNA);
    expect(work.tasks.map(({ task: each, group: of }) => [each.title, of.name])).toEqual([
      ['T3', 'Grupp 7'],
      ['T2', 'Grupp 6'],
      ['T1', 'Grupp 6']
    ]);
    expect(work.meets.map((each) => each.name)).toEqual(['Grupp 6']);
  });
});

describe('around the groups', () => {
  test('the region’s counts and a space’s people are read, and nobody else’s', async () => {
    const status = { municipality: 'uddevalla', standing: { groups: 0, members: 0, waiting: 0, at: AT } };
    await apply([document(groupStatusId('uddevalla'), status)], 'fyrbodal');
    const person = (of: string, name: string) => document('person:' + of, { name });
    await apply([person(ANNA, 'Östen'), person(BO, 'Anna')]);
    await apply([person(id('X'), 'Annan')], 'trollhattan');
    expect((await store.groupStatuses()).map((each) => each.municipality)).toEqual(['uddevalla']);
    expect((await store.peopleIn('uddevalla')).map(({ name }) => name)).toEqual(['Anna', 'Östen']);
  });

  test('a space is read when all of it has been read once', async () => {
    expect(await store.hasRead('uddevalla')).toBe(false);
    const checkpoint = { epoch: 'e', reached: '1', compared: AT };
    await store.sync.setCheckpoint('uddevalla', { ...checkpoint, since: 1 });
    expect(await store.hasRead('uddevalla')).toBe(false);
    await store.sync.setCheckpoint('uddevalla', { ...checkpoint, since: 1, seen: '1' });
    expect(await store.hasRead('uddevalla')).toBe(true);
  });

  test('what waits to be sent is called by the group, and a count by the municipality', async () => {
    await apply([group('6', { name: 'Natt' })]);
    await store.accept({
      space: 'uddevalla',
      documents: [{ document: meeting('6', 'M1') }, { document: task('6', 'T1') }]
    });
    const status = { municipality: 'uddevalla', standing: { groups: 1, members: 0, waiting: 0, at: AT } };
    await store.accept({ space: 'fyrbodal', documents: [{ document: document(groupStatusId('uddevalla'), status) }] });
    expect((await store.outbox()).map(({ title }) => title)).toEqual(['Natt', 'T1', 'Uddevalla']);
  });
});
