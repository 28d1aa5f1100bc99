import { describe, expect, it } from 'vitest';
import { type Choices, NO_CHOICES, readChoices } from './choices.ts';

const chosen: Choices = {
  push: { answered: true, commented: false },
  mail: 'daily',
  address: 'anna.berg@uddevalla.example',
  quiet: { from: '20:30', to: '06:15' },
  language: 'en'
};

describe('readChoices', () => {
  it('keeps what was chosen as it was', () => {
    expect(readChoices(chosen)).toEqual({ ok: true, value: chosen });
  });

  it('takes what holds until somebody has chosen, which is that nothing is sent', () => {
    expect(readChoices(NO_CHOICES)).toEqual({ ok: true, value: NO_CHOICES });
    expect(Object.values(NO_CHOICES.push)).not.toContain(true);
    expect(NO_CHOICES.mail).toBe('none');
  });

  it('takes nights over midnight, no quiet hours, and no address where no mail is wanted', () => {
    expect(readChoices({ ...chosen, quiet: null }).ok).toBe(true);
    expect(readChoices({ ...chosen, mail: 'none', address: '' }).ok).toBe(true);
    const { address: _address, ...without } = chosen;
    expect(readChoices({ ...without, mail: 'none' }).ok).toBe(true);
  });

  it.each([
    ['a summary with nowhere to send it', { ...chosen, address: '' }, { code: 'empty', field: 'address' }],
    ['what is no address', { ...chosen, address: 'anna' }, { code: 'wrong-type', field: 'address' }],
    ['two addresses in one', { ...chosen, address: 'a@b.se\nBcc: c@d.se' }, { code: 'wrong-type', field: 'address' }],
    ['a very long address', { ...chosen, address: 'a'.repeat(250) + '@b.se' }, { code: 'too-long', field: 'address' }],
    [
      'what is no time of day',
      { ...chosen, quiet: { from: '24:00', to: '07:00' } },
      { code: 'wrong-type', field: 'quiet' }
    ],
    ['a night of no length', { ...chosen, quiet: { from: '07:00', to: '07:00' } }, { code: 'empty', field: 'quiet' }],
    ['a type that there is not', { ...chosen, push: { gossip: true } }, { code: 'wrong-type', field: 'push' }],
    ['another rhythm', { ...chosen, mail: 'hourly' }, { code: 'wrong-type', field: 'mail' }],
    ['another language', { ...chosen, language: 'de' }, { code: 'wrong-type', field: 'language' }],
    ['a field too many', { ...chosen, extra: 1 }, { code: 'wrong-type' }],
    ['nothing', null, { code: 'wrong-type' }]
  ])('refuses %s', (_what, value, error) => {
    expect(readChoices(value)).toEqual({ ok: false, error });
  });
});
