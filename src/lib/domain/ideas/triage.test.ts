import { describe, expect, it } from 'vitest';
import type { Context } from '../command.ts';
import type { Decision } from './decision.ts';
import type { Idea } from './idea.ts';
import { isPossible, isUndone, triageIdea, type TriageInput, undoWritten, withTemplate } from './triage.ts';

const COACH = '01JD0000000000000000000001';
const ALIAS = '01JD000000000000000000000A';
const NOW = '2026-11-24T08:00:00.000Z';
const OTHER = 'idea:01JD0000000000000000000009';

let made = 0;
const contextIn = (space: string, id = COACH): Context => ({
  actor: { id, roles: ['uddevalla:member', 'uddevalla:coach', 'fyrbodal:member'], space },
  now: NOW,
  newId: () => '01JD00000000000000000001' + String(made++).padStart(2, '0')
});

const idea: Idea = {
  _id: 'idea:01JD0000000000000000000002',
  v: 1,
  by: ALIAS,
  hidden: true,
  at: '2026-11-20T08:00:00.000Z',
  title: 'Sittbänk',
  need: 'Det är långt.',
  proposal: ''
};

const act = (input: TriageInput, decided: readonly Decision[] = []) =>
  triageIdea(idea, decided, input, 'uddevalla', (space) => contextIn(space));

const written = (input: TriageInput) => {
  const result = act(input);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

describe('triageIdea', () => {
  it.each([
    ['receive', 'mottagen'],
    ['clarify', 'komplettering'],
    ['park', 'vilande'],
    ['close', 'avslutad']
  ] as const)('%s is a decision on %s with the words as its reason', (action, to) => {
    expect(written({ action, text: ' Tack. ' })).toMatchObject([
      { space: 'uddevalla', document: { idea: idea._id, from: 'ny', to, reason: 'Tack.' } }
    ]);
  });

  it('merges into the idea that lives on, and says when none was chosen', () => {
    expect(written({ action: 'merge', text: 'Samma sak.', into: OTHER })).toMatchObject([
      { document: { to: 'sammanslagen', into: OTHER } }
    ]);
    expect(act({ action: 'merge', text: 'Samma sak.' })).toMatchObject({ error: { code: 'empty', field: 'into' } });
  });

  it('answers with a comment, and with a decision where a stage is chosen', () => {
    expect(written({ action: 'answer', text: 'Ja.' })).toMatchObject([{ document: { answer: true, text: 'Ja.' } }]);
    expect(written({ action: 'answer', text: 'Ja.', stage: 'bedoms' })).toMatchObject([
      { document: { answer: true, text: 'Ja.' } },
      { document: { to: 'bedoms', reason: 'Ja.' } }
    ]);
  });

  it('passes on to a unit at home', () => {
    const unit = 'unit:01JD0000000000000000000005';
    expect(written({ action: 'refer', text: 'Er fråga.', destination: { unit } })).toMatchObject([
      { space: 'uddevalla', document: { unit, reason: 'Er fråga.' } }
    ]);
  });

  it('passes on to another municipality in two spaces, and nothing that is shared says who wrote it', () => {
    const documents = written({
      action: 'refer',
      text: 'Deras väg.',
      destination: { municipality: 'trollhattan' },
      isAnswer: true
    });
    expect(documents).toMatchObject([
      { space: 'uddevalla', document: { municipality: 'trollhattan' } },
      { space: 'fyrbodal', document: { from: 'uddevalla', to: 'trollhattan', title: 'Sittbänk', by: COACH } },
      { space: 'uddevalla', document: { answer: true, text: 'Deras väg.' } }
    ]);
    expect(JSON.stringify(documents)).not.toContain(ALIAS);
  });

  it('refuses the whole when a part is refused', () => {
    expect(act({ action: 'refer', text: ' ', destination: { municipality: 'trollhattan' } })).toMatchObject({
      ok: false,
      error: { code: 'empty', field: 'reason' }
    });
    expect(act({ action: 'refer', text: 'Hej' })).toMatchObject({ error: { code: 'empty', field: 'destination' } });
    expect(act({ action: 'close', text: 'Ring 19121212-1212.' })).toMatchObject({
      error: { code: 'personal-number', field: 'reason' }
    });
  });
});

describe('undoWritten', () => {
  it.each([
    [{ action: 'close', text: 'Nej.' }],
    [{ action: 'answer', text: 'Ja.', stage: 'bedoms' }],
    [{ action: 'refer', text: 'Dit.', destination: { municipality: 'trollhattan' }, isAnswer: true }]
  ] as const)('undoes everything that %j wrote', (input) => {
    for (const { space, document } of written(input)) {
      expect(isUndone(document)).toBe(false);
      const undone = undoWritten(document, contextIn(space));
      expect(undone.ok && isUndone(undone.value)).toBe(true);
    }
  });

  it('says no to what another wrote, and to what is no action', () => {
    const [decision] = written({ action: 'close', text: 'Nej.' });
    expect(undoWritten(decision!.document, contextIn('uddevalla', ALIAS))).toMatchObject({ ok: false });
    expect(undoWritten(idea, contextIn('uddevalla'))).toMatchObject({ error: { code: 'not-allowed' } });
  });
});

describe('isPossible', () => {
  it('follows the machine, and lets anything be answered and passed on', () => {
    expect(isPossible('receive', 'mottagen')).toBe(false);
    expect(isPossible('clarify', 'mottagen')).toBe(true);
    expect(isPossible('answer', 'i-drift')).toBe(true);
    expect(isPossible('refer', 'komplettering')).toBe(true);
  });
});

describe('withTemplate', () => {
  it('fills an empty field and takes another template’s place, and never the person’s own words', () => {
    expect(withTemplate('  ', undefined, 'Tack.')).toBe('Tack.');
    expect(withTemplate('Tack.\n', 'Tack.', 'Hej.')).toBe('Hej.');
    expect(withTemplate('Tack, Kim.', 'Tack.', 'Hej.')).toBe('Tack, Kim.\n\nHej.');
  });
});
