import { describe, expect, test } from 'vitest';
import { answeringOf } from './answering.ts';
import type { Comment } from './comment.ts';
import type { Decision } from './decision.ts';
import type { Stage } from './stages.ts';

const at = (date: string): string => date + 'T09:00:00.000Z';
const AUTHOR = 'A';
const idea = { by: AUTHOR, at: at('2026-11-23'), answerBy: '2026-12-07' };
const decision = (to: Stage, date: string, more: Partial<Decision> = {}): Decision =>
  ({ _id: to + date, at: at(date), to, ...more }) as Decision;
const comment = (by: string, date: string, more: Partial<Comment> = {}): Comment =>
  ({ _id: by + date, at: at(date), by, text: 'x', ...more }) as Comment;
const how = (decisions: readonly Decision[], comments: readonly Comment[] = [], now = at('2026-12-01')) =>
  answeringOf(idea, decisions, comments, 10, now);

describe('answeringOf', () => {
  test('stands on the day that was promised, or on the municipality’s days where none was', () => {
    expect(how([])).toEqual({ by: '2026-12-07', answeredAt: undefined, isPaused: false });
    expect(answeringOf({ by: AUTHOR, at: idea.at }, [], [], 5, idea.at).by).toBe('2026-11-30');
  });

  test('to receive is not to answer; to decide or to write an answer is', () => {
    expect(how([decision('mottagen', '2026-11-24')]).answeredAt).toBeUndefined();
    expect(how([decision('bedoms', '2026-11-25')]).answeredAt).toBe(at('2026-11-25'));
    expect(how([], [comment('C', '2026-11-24')]).answeredAt).toBeUndefined();
    expect(how([], [comment('C', '2026-11-24', { answer: true })]).answeredAt).toBe(at('2026-11-24'));
  });

  test('a decision or an answer that was taken back is none', () => {
    const mark = { by: 'C', at: at('2026-11-26') };
    expect(how([decision('avslutad', '2026-11-25', { withdrawn: mark })]).answeredAt).toBeUndefined();
    expect(how([], [comment('C', '2026-11-24', { answer: true, retracted: mark })]).answeredAt).toBeUndefined();
  });

  test('the clock stands still while the author is asked, and goes on when they have said something', () => {
    const asked = decision('komplettering', '2026-11-25');
    expect(how([asked])).toMatchObject({ isPaused: true, by: '2026-12-11' });
    expect(how([asked], [comment(AUTHOR, '2026-11-27')])).toMatchObject({ isPaused: false, by: '2026-12-09' });
    expect(how([asked], [comment('C', '2026-11-27')]).isPaused).toBe(true);
    expect(how([asked, decision('mottagen', '2026-11-26')])).toMatchObject({ isPaused: false, by: '2026-12-08' });
  });
});
