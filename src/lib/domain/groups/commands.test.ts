import { describe, expect, test } from 'vitest';
import type { Actor } from '../actor.ts';
import type { CommandResult, Context } from '../command.ts';
import { mergeDocuments } from '../merge.ts';
import {
  addTask,
  arrangeMeeting,
  changeLeaders,
  closeGroup,
  createGroup,
  decideInGroup,
  editGroup,
  editMeeting,
  editTask,
  linkIdeas,
  noteMeeting,
  replacedInGroup,
  setMembership,
  setTaskDone,
  takeTask,
  tellStanding,
  withdrawGroupDecision,
  withdrawMeeting,
  withdrawTask
} from './commands.ts';
import type { Meeting } from './meeting.ts';

const id = (tail: string): string => tail.padStart(26, '0');
const space = 'uddevalla';
const anna: Actor = { id: id('A1'), roles: ['uddevalla:member', 'fyrbodal:member'], space };
const bo: Actor = { id: id('B1'), roles: ['uddevalla:member', 'fyrbodal:member'], space };
const coach: Actor = { id: id('C1'), roles: ['uddevalla:coach', 'fyrbodal:member'], space };
const manager: Actor = { id: id('E1'), roles: ['uddevalla:manager', 'fyrbodal:member'], space };
let count = 0;
const as = (actor: Actor, hour = 8): Context => ({
  actor,
  now: `2026-11-23T${String(hour).padStart(2, '0')}:00:00.000Z`,
  newId: () => id('D' + String(++count))
});
function value<D>(result: CommandResult<D>): D {
  if (!result.ok) throw new Error('refused: ' + JSON.stringify(result.error));
  return result.value;
}
const refusal = (result: CommandResult<unknown>) => (result.ok ? 'ok' : result.error);
const IDEAS = ['idea:' + id('1'), 'idea:' + id('2')];

const group = value(createGroup({ name: ' Nattgruppen ', task: 'Lugnare nätter.\r\n' }, as(coach)));

describe('a group', () => {
  test('is made by those who see to groups, under their name, with what it is to do', () => {
    expect(group).toEqual({
      _id: expect.stringMatching(/^group:/) as string,
      v: 1,
      by: coach.id,
      at: as(coach).now,
      name: 'Nattgruppen',
      task: 'Lugnare nätter.'
    });
    expect(refusal(createGroup({ name: 'Min', task: '' }, as(anna)))).toEqual({ code: 'not-allowed' });
  });

  test('says beside which field something is wrong, and where a personal number stands', () => {
    expect(refusal(createGroup({ name: ' ', task: 'x' }, as(coach)))).toEqual({ code: 'empty', field: 'name' });
    expect(refusal(createGroup({ name: 'Natt', task: 'Om 19900101-2385' }, as(coach)))).toEqual({
      code: 'personal-number',
      field: 'task',
      spans: [[3, 16]]
    });
  });

  test('is changed under one’s own mark, and the unit can be taken away', () => {
    const placed = value(editGroup(group, { name: 'Natt', task: '', unit: 'unit:' + id('5') }, as(manager, 9)));
    expect(placed).toMatchObject({ unit: 'unit:' + id('5'), edited: { by: manager.id, at: as(manager, 9).now } });
    expect('unit' in value(editGroup(placed, { name: 'Natt', task: '' }, as(coach)))).toBe(false);
    expect(refusal(editGroup(group, { name: 'Natt', task: '' }, as(anna)))).toEqual({ code: 'not-allowed' });
  });

  test('has each of its ideas and leaders once, and none where none are left', () => {
    const linked = value(linkIdeas(group, [...IDEAS, IDEAS[0]!], as(coach)));
    expect(linked.ideas).toEqual(IDEAS);
    expect('ideas' in value(linkIdeas(linked, [], as(coach)))).toBe(false);
    expect(value(changeLeaders(group, [anna.id, anna.id], as(coach))).leaders).toEqual([anna.id]);
    expect('leaders' in value(changeLeaders(group, [], as(coach)))).toBe(false);
  });

  test('two who link ideas at once have both linked', () => {
    const [one, other] = IDEAS.map((idea) => value(linkIdeas(group, [idea], as(coach))));
    expect(mergeDocuments(group, one!, other!).document.ideas?.toSorted()).toEqual(IDEAS);
  });

  test('of two arrangements of the next meeting the later stands, also when it says that there is none', () => {
    const when = '2026-12-01T09:00:00.000Z';
    const arranged = value(arrangeMeeting(group, { when, place: ' Rum 3 ' }, as(coach, 9)));
    expect(arranged.nextMeeting).toEqual({ when, place: 'Rum 3', at: as(coach, 9).now });
    const cancelled = value(arrangeMeeting(arranged, null, as(manager, 10)));
    expect(cancelled.nextMeeting).toEqual({ at: as(manager, 10).now });
    const moved = value(arrangeMeeting(arranged, { when, place: '' }, as(coach, 11)));
    expect(mergeDocuments(arranged, cancelled, moved).document.nextMeeting).toEqual(moved.nextMeeting);
    expect(mergeDocuments(arranged, moved, cancelled).document.nextMeeting).toEqual(moved.nextMeeting);
  });

  test('is closed by those who see to groups', () => {
    expect(value(closeGroup(group, as(coach))).closed?.by).toBe(coach.id);
    expect(refusal(closeGroup(group, as(anna)))).toEqual({ code: 'not-allowed' });
  });
});

describe('who is in it', () => {
  test('each joins and leaves by themselves, in one document', () => {
    const joined = value(setMembership(group._id, anna.id, true, null, as(anna)));
    expect(joined).toMatchObject({ _id: `membership:${group._id.slice(6)}:${anna.id}`, by: anna.id });
    expect(value(setMembership(group._id, anna.id, false, joined, as(anna, 9))).state.given).toBe(false);
    expect(refusal(setMembership(group._id, anna.id, false, joined, as(bo)))).toEqual({ code: 'not-allowed' });
  });

  test('a coach adds others, and who was added may leave', () => {
    const added = value(setMembership(group._id, bo.id, true, null, as(coach)));
    expect(value(setMembership(group._id, bo.id, false, added, as(bo, 9))).by).toBe(coach.id);
    expect(refusal(setMembership(group._id, bo.id, true, null, as(anna)))).toEqual({ code: 'not-allowed' });
  });

  test('somebody who joins while a coach adds them is in it once', () => {
    const own = value(setMembership(group._id, bo.id, true, null, as(bo, 8)));
    const added = value(setMembership(group._id, bo.id, true, null, as(coach, 9)));
    expect(mergeDocuments(null, own, added)).toEqual({ document: added, lost: [] });
  });
});

describe('a meeting', () => {
  const held = '2026-11-20T12:00:00.000Z';
  const notes = 'Närvaro: alla.\n\nNycklar: vi väntar.\n\nLarm: klart.';
  const meeting = value(noteMeeting(group._id, { held, present: [anna.id, anna.id], notes }, as(anna)));

  test('is put down by anybody, and changed by its writer and a coach', () => {
    expect(meeting).toMatchObject({ by: anna.id, held, present: [anna.id], notes });
    const input = { held, present: [], notes };
    expect('present' in value(editMeeting(meeting, input, as(coach)))).toBe(false);
    for (const actor of [bo, manager])
      expect(refusal(editMeeting(meeting, input, as(actor)))).toEqual({ code: 'not-allowed' });
  });

  test('two who write in different parts of it at once have both written', () => {
    const one = value(
      editMeeting(meeting, { held, present: [anna.id], notes: notes.replace('vi väntar', 'beställda') }, as(anna, 9))
    );
    const other = value(
      editMeeting(
        meeting,
        { held, present: [anna.id, bo.id], notes: notes.replace('klart', 'testas i natt') },
        as(coach, 9)
      )
    );
    const { document, lost } = mergeDocuments<Meeting>(meeting, one, other);
    expect(lost).toEqual([]);
    expect(document.notes).toBe('Närvaro: alla.\n\nNycklar: beställda.\n\nLarm: testas i natt.');
    expect(document.present).toEqual([anna.id, bo.id]);
  });

  test('two who write in the same part keep both: one stands, the other is lost to a version', () => {
    const one = value(editMeeting(meeting, { held, present: [], notes: 'Mitt.' }, as(anna, 9)));
    const other = value(editMeeting(meeting, { held, present: [], notes: 'Ditt.' }, as(coach, 9)));
    expect(mergeDocuments(meeting, one, other)).toMatchObject({
      document: { notes: 'Ditt.' },
      lost: [{ field: 'notes', text: 'Mitt.' }]
    });
  });

  test('what a choice between versions takes away stays readable, settled', () => {
    const version = value(replacedInGroup(meeting, 'notes', 'Nytt.', as(coach))!);
    expect(version).toMatchObject({ of: meeting._id, field: 'notes', text: notes, owner: anna.id });
    expect(version.resolved?.by).toBe(coach.id);
    expect(replacedInGroup(meeting, 'notes', notes + '\nMer.', as(coach))).toBeNull();
  });

  test('that never was is taken away by its writer or a coach', () => {
    expect(value(withdrawMeeting(meeting, as(coach))).withdrawn?.by).toBe(coach.id);
    expect(refusal(withdrawMeeting(meeting, as(bo)))).toEqual({ code: 'not-allowed' });
  });
});

describe('a decision', () => {
  test('stands as it was written, and is withdrawn once', () => {
    const decision = value(decideInGroup(group._id, ' Vi provar. ', undefined, as(anna)));
    expect(decision).toMatchObject({ text: 'Vi provar.', by: anna.id });
    const withdrawn = value(withdrawGroupDecision(decision, as(anna, 9)));
    expect(withdrawn.withdrawn?.by).toBe(anna.id);
    expect(refusal(withdrawGroupDecision(withdrawn, as(anna, 10)))).toEqual({ code: 'not-allowed' });
    expect(refusal(withdrawGroupDecision(decision, as(bo)))).toEqual({ code: 'not-allowed' });
    expect(refusal(decideInGroup(group._id, ' ', undefined, as(anna)))).toEqual({ code: 'empty', field: 'text' });
  });
});

describe('a task', () => {
  const task = value(addTask(group._id, { title: 'Ring låssmeden', assignee: bo.id, due: '2026-12-01' }, as(anna)));
  const free = value(addTask(group._id, { title: 'Mät dörrarna' }, as(anna)));

  test('is ticked off by whoever has it, and put back', () => {
    const done = value(setTaskDone(task, true, as(bo, 9)));
    expect(done.done).toEqual({ given: true, at: as(bo, 9).now });
    expect(value(setTaskDone(done, false, as(anna, 10))).done?.given).toBe(false);
    expect(refusal(setTaskDone(free, true, as(bo)))).toEqual({ code: 'not-allowed' });
  });

  test('that nobody has is taken by anybody', () => {
    expect(value(takeTask(free, as(bo)))).toMatchObject({ assignee: bo.id, edited: { by: bo.id } });
    const other: Actor = { ...bo, id: id('B2') };
    expect(refusal(takeTask(task, as(other)))).toEqual({ code: 'not-allowed' });
  });

  test('is changed and taken away by those whose it is', () => {
    const moved = value(editTask(task, { title: 'Ring låssmeden', due: '2026-12-08' }, as(bo)));
    expect(moved).toMatchObject({ due: '2026-12-08' });
    expect('assignee' in moved).toBe(false);
    expect(value(withdrawTask(task, as(manager))).withdrawn?.by).toBe(manager.id);
  });

  test('done on one device and moved on another is done and moved', () => {
    const done = value(setTaskDone(task, true, as(bo, 9)));
    const moved = value(editTask(task, { ...task, due: '2026-12-08' }, as(anna, 9)));
    expect(mergeDocuments(task, done, moved)).toMatchObject({
      document: { done: { given: true }, due: '2026-12-08' },
      lost: []
    });
  });
});

describe('what the region is told', () => {
  const standing = { groups: 1, members: 3, waiting: 0, at: as(coach).now };
  const inRegion = (actor: Actor, hour = 8): Context => as({ ...actor, space: 'fyrbodal' }, hour);

  test('has one place for each municipality, and a later count takes the earlier’s', () => {
    const first = value(tellStanding('uddevalla', standing, null, inRegion(coach)));
    expect(first).toEqual({ _id: 'groupstatus:' + id('1485'), v: 1, municipality: 'uddevalla', standing });
    const later = value(
      tellStanding('uddevalla', { ...standing, members: 4, at: as(manager, 9).now }, first, inRegion(manager))
    );
    const sooner = value(tellStanding('uddevalla', { ...standing, members: 9 }, null, inRegion(coach)));
    expect(mergeDocuments(null, sooner, later).document).toEqual(later);
    expect(mergeDocuments(null, later, sooner).document).toEqual(later);
  });

  test('is told by those who see to the municipality’s own groups', () => {
    for (const [municipality, actor] of [
      ['uddevalla', anna],
      ['trollhattan', coach]
    ] as const)
      expect(refusal(tellStanding(municipality, standing, null, inRegion(actor)))).toEqual({ code: 'not-allowed' });
  });
});
