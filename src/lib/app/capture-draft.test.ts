import { describe, expect, it } from 'vitest';
import { type CaptureContent, fromDraft, isBlank, toDraft } from './capture-draft.ts';

const blank: CaptureContent = {
  title: '',
  need: '',
  proposal: '',
  unit: '',
  category: '',
  challenge: '',
  answers: {},
  hidden: false,
  buildsOn: '',
  photos: [],
  spoken: undefined
};

describe('a draft of an idea', () => {
  it('gives back every word, picture and sound', () => {
    const content: CaptureContent = {
      ...blank,
      title: 'Rast i hemtjänsten',
      need: 'Vi hinner inte äta.',
      proposal: 'Ett rum.',
      unit: 'unit:01JD0000000000000000000000',
      category: 'category:01JD0000000000000000000000',
      challenge: 'challenge:01JD0000000000000000000000',
      answers: { 'field:01JD0000000000000000000000': 'Varje dag' },
      hidden: true,
      buildsOn: 'idea:01JD0000000000000000000001',
      photos: [{ key: 'A', width: 4, height: 3, original: new Blob(['stor']), thumbnail: new Blob(['liten']) }],
      spoken: { blob: new Blob(['ljud']), seconds: 12 }
    };
    expect(fromDraft(toDraft(content))).toEqual(content);
  });

  it('leaves out a picture whose bytes are gone, and a category nobody knows', () => {
    const read = fromDraft({
      fields: { title: 'Kvar', category: 'okänd', photos: [{ key: 'A', width: 4, height: 3 }] },
      blobs: []
    });
    expect(read).toEqual({ ...blank, title: 'Kvar' });
  });

  it('is blank until there are words, a picture or a sound', () => {
    expect(isBlank({ ...blank, title: '  ', unit: 'unit:x', hidden: true })).toBe(true);
    expect(isBlank({ ...blank, challenge: 'challenge:x', answers: { 'field:x': ' ' } })).toBe(true);
    expect(isBlank({ ...blank, need: 'a' })).toBe(false);
    expect(isBlank({ ...blank, answers: { 'field:x': 'Varje dag' } })).toBe(false);
    expect(isBlank({ ...blank, spoken: { blob: new Blob(), seconds: 1 } })).toBe(false);
  });
});
