import { describe, expect, it } from 'vitest';
import { closeReply, suggestReplies, writeReply } from './replying.ts';
import { SUGGESTED_REPLIES } from './suggested-replies.ts';

let made = 0;
const as = (role: string) => ({
  actor: { id: '01JD0000000000000000000001', roles: ['uddevalla:' + role], space: 'uddevalla' },
  newId: () => '01JD00000000000000000000' + String(made++).padStart(2, '0')
});
const INPUT = { use: 'close', name: ' Inte  nu ', text: ' Tack. ' } as const;

describe('a reply template', () => {
  it('is written, changed and closed by a coach, and its words stay', () => {
    const first = writeReply(null, INPUT, as('coach'));
    expect(first).toMatchObject({ ok: true, value: { use: 'close', name: 'Inte nu', text: 'Tack.' } });
    if (!first.ok) return;
    const changed = writeReply(first.value, { ...INPUT, text: 'Tack!' }, as('coach'));
    expect(changed).toMatchObject({ value: { _id: first.value._id, text: 'Tack!' } });
    const closed = closeReply(first.value, true, as('coach'));
    expect(closed).toMatchObject({ value: { closed: true, text: 'Tack.' } });
    if (closed.ok) expect(closeReply(closed.value, false, as('admin'))).toEqual({ ok: true, value: first.value });
  });

  it('is refused to a member, without a name, without words, and with a personal number', () => {
    expect(writeReply(null, INPUT, as('member'))).toMatchObject({ error: { code: 'not-allowed' } });
    expect(writeReply(null, { ...INPUT, name: ' ' }, as('coach'))).toMatchObject({ error: { field: 'name' } });
    expect(writeReply(null, { ...INPUT, text: '' }, as('coach'))).toMatchObject({ error: { field: 'text' } });
    expect(writeReply(null, { ...INPUT, text: 'Ring 19121212-1212.' }, as('coach'))).toMatchObject({
      error: { code: 'personal-number', field: 'text' }
    });
  });
});

describe('the suggestions', () => {
  it('are templates for every use, each of which may be written', () => {
    const all = suggestReplies([], SUGGESTED_REPLIES, as('coach'));
    expect(all.ok && all.value.length).toBe(SUGGESTED_REPLIES.length);
    expect(new Set(SUGGESTED_REPLIES.map(({ use }) => use))).toEqual(
      new Set(['receive', 'answer', 'clarify', 'park', 'close', 'merge', 'refer'])
    );
  });

  it('are not put in twice', () => {
    const all = suggestReplies([], SUGGESTED_REPLIES, as('coach'));
    if (!all.ok) throw new Error('refused');
    expect(suggestReplies(all.value.slice(1), SUGGESTED_REPLIES, as('coach'))).toMatchObject({
      value: [{ name: SUGGESTED_REPLIES[0]!.name }]
    });
    expect(suggestReplies([], SUGGESTED_REPLIES, as('member'))).toMatchObject({ error: { code: 'not-allowed' } });
  });
});
