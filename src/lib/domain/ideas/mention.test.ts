import { describe, expect, it } from 'vitest';
import { mentionParts, readMentions, writeMentions } from './mention.ts';

const anna = { id: '01JD0000000000000000ANNA01', name: 'Anna' };
const annaEk = { id: '01JD0000000000000000ANNA02', name: 'Anna Ek' };
const otherAnnaEk = { id: '01JD0000000000000000ANNA03', name: 'Anna Ek' };
const åsa = { id: '01JD0000000000000000ASA004', name: 'Åsa (vik.)' };
const names = new Map([anna, annaEk, otherAnnaEk, åsa].map(({ id, name }) => [id, name]));
const nameOf = (id: string): string => names.get(id) ?? 'Namn saknas';

describe('speaking to somebody', () => {
  it('keeps their id and no name', () => {
    const written = writeMentions('Hej @Anna Ek, vad säger du?', [annaEk]);
    expect(written).toEqual({ text: 'Hej @ANNA02, vad säger du?', mentions: [annaEk.id] });
    expect(readMentions(written, nameOf)).toBe('Hej @Anna Ek, vad säger du?');
    expect(mentionParts(written)).toEqual([{ text: 'Hej ' }, { person: annaEk.id }, { text: ', vad säger du?' }]);
  });

  it('tells one name from a longer one, and from a longer word', () => {
    const written = writeMentions('@Anna Ek och @Anna, men inte @Annas', [anna, annaEk]);
    expect(written.mentions).toEqual([annaEk.id, anna.id]);
    expect(written.text).toBe('@ANNA02 och @ANNA01, men inte @Annas');
  });

  it('two of the same name are named in the order they were chosen', () => {
    const written = writeMentions('@Anna Ek och @Anna Ek', [annaEk, otherAnnaEk]);
    expect(written).toEqual({ text: '@ANNA02 och @ANNA03', mentions: [annaEk.id, otherAnnaEk.id] });
  });

  it('leaves out those whose names have been struck', () => {
    expect(writeMentions('Hej allihop', [annaEk])).toEqual({ text: 'Hej allihop', mentions: [] });
    expect(writeMentions('Hej @Anna Ek', [])).toEqual({ text: 'Hej @Anna Ek', mentions: [] });
  });

  it('takes signs in names for what they are', () => {
    expect(writeMentions('@Åsa (vik.)!', [åsa]).mentions).toEqual([åsa.id]);
  });

  it('somebody who is no longer called anything is not called by what they were', () => {
    const written = writeMentions('Tack @Anna Ek', [annaEk]);
    expect(readMentions(written, () => 'Namn saknas')).toBe('Tack @Namn saknas');
  });

  it('what looks like a mark and is nobody’s is left as it is', () => {
    const text = 'Rum @ABC123 @';
    expect(mentionParts({ text, mentions: [anna.id] })).toEqual([{ text }]);
    expect(mentionParts({ text: '' })).toEqual([]);
  });
});
