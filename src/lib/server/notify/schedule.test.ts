import { describe, expect, test } from 'vitest';
import { type Choices, NO_CHOICES } from '#lib/domain/events/choices.ts';
import type { Device, Mailbox } from './book.ts';
import { afterQuiet, mailAt, nextAt, pushAt, retryAfter } from './schedule.ts';

const at = (iso: string): number => Date.parse(iso);
const iso = (time: number | undefined): string | undefined =>
  time === undefined ? undefined : new Date(time).toISOString();

const device: Device = {
  id: 'a',
  endpoint: 'https://push.example/a',
  keys: { p256dh: '', auth: '' },
  at: '2026-11-01T00:00:00.000Z',
  waiting: ['x']
};
const choices: Choices = { ...NO_CHOICES, quiet: { from: '19:00', to: '07:00' } };

describe('quiet hours', () => {
  test.each([
    ['at noon', '2026-11-24T11:00:00Z', '2026-11-24T11:00:00.000Z'],
    ['the minute before', '2026-11-24T17:59:59Z', '2026-11-24T17:59:59.000Z'],
    ['when they begin', '2026-11-24T18:00:00Z', '2026-11-25T06:00:00.000Z'],
    ['after midnight', '2026-11-25T02:00:00Z', '2026-11-25T06:00:00.000Z'],
    ['when they end', '2026-11-25T06:00:00Z', '2026-11-25T06:00:00.000Z']
  ])('%s', (_name, now, then) => expect(iso(afterQuiet(choices.quiet, at(now)))).toBe(then));

  test('within a day', () => {
    const quiet = { from: '12:00', to: '13:00' };
    expect(iso(afterQuiet(quiet, at('2026-11-24T11:30:00Z')))).toBe('2026-11-24T12:00:00.000Z');
    expect(iso(afterQuiet(quiet, at('2026-11-24T13:30:00Z')))).toBe('2026-11-24T13:30:00.000Z');
    expect(iso(afterQuiet(null, at('2026-11-24T23:30:00Z')))).toBe('2026-11-24T23:30:00.000Z');
  });
});

describe('a device', () => {
  const now = at('2026-11-24T11:00:00Z');

  test('is told at once, and not when nothing waits', () => {
    expect(pushAt(device, choices, now)).toBe(now);
    expect(pushAt({ ...device, waiting: [] }, choices, now)).toBeUndefined();
  });

  test('is told once a minute at most, and not while somebody is at it', () => {
    expect(pushAt({ ...device, toldAt: now - 10_000 }, choices, now)).toBe(now + 50_000);
    expect(pushAt({ ...device, lease: { until: now + 120_000, tries: 0 } }, choices, now)).toBe(now + 120_000);
  });

  test('is not told in quiet hours that come while it waits', () => {
    const lease = { until: at('2026-11-24T18:30:00Z'), tries: 3 };
    expect(iso(pushAt({ ...device, lease }, choices, now))).toBe('2026-11-25T06:00:00.000Z');
  });
});

describe('a summary', () => {
  const mail: Mailbox = {
    address: 'anna@example.se',
    confirmedAt: '2026-11-24T11:00:00.000Z',
    unsubscribe: 'x',
    waiting: ['commented'],
    since: at('2026-11-24T12:00:00.000Z')
  };
  const daily: Choices = { ...choices, mail: 'daily' };

  test('goes the next morning, or the next Monday', () => {
    expect(iso(mailAt(mail, daily))).toBe('2026-11-25T06:00:00.000Z');
    expect(iso(mailAt(mail, { ...daily, mail: 'weekly' }))).toBe('2026-11-30T06:00:00.000Z');
    const late = { ...mail, since: at('2026-11-30T06:00:00Z') };
    expect(iso(mailAt(late, { ...daily, mail: 'weekly' }))).toBe('2026-12-07T06:00:00.000Z');
    const held = { ...mail, lease: { until: at('2026-11-25T06:10:00Z'), tries: 1 } };
    expect(iso(mailAt(held, daily))).toBe('2026-11-25T06:10:00.000Z');
  });

  test('goes nowhere unasked, unconfirmed or empty', () => {
    expect(mailAt(mail, { ...daily, mail: 'none' })).toBeUndefined();
    const { since, ...empty } = mail;
    expect(mailAt({ ...empty, waiting: [] }, daily)).toBeUndefined();
    const { confirmedAt: _, ...unconfirmed } = mail;
    expect(since).toBeDefined();
    expect(mailAt(unconfirmed, daily)).toBeUndefined();
    expect(mailAt(undefined, daily)).toBeUndefined();
  });

  test('and a device: whichever comes first', () => {
    const now = at('2026-11-24T20:00:00Z');
    const page = { choices: daily, devices: [device], mail, known: {} };
    expect(iso(nextAt(page, now))).toBe('2026-11-25T06:00:00.000Z');
    expect(nextAt({ ...page, choices: { ...daily, quiet: null } }, now)).toBe(now);
    expect(nextAt({ ...page, devices: [], choices: { ...daily, mail: 'none' } }, now)).toBeUndefined();
  });
});

test('what failed is tried again more and more seldom, and within a day eight times', () => {
  const waits = Array.from({ length: 8 }, (_, tries) => retryAfter(tries));
  expect(waits[0]).toBe(30_000);
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  const day = 24 * 60 * 60_000;
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(day * 1.2);
});
