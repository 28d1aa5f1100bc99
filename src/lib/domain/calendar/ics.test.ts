import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { type CalendarEntry, icsOf } from './ics.ts';

const meeting: CalendarEntry = {
  uid: 'group-1@ideslussen',
  at: { start: '2026-12-01T12:30:00.000Z', minutes: 60 },
  title: 'Möte; Trygga nycklar, vinter',
  place: 'Rum 3\nStadshuset',
  description: 'Ta med \\listan',
  url: 'https://ideslussen.example/samverkan/grupp/1',
  changed: '2026-11-23T08:00:00.000Z'
};

const read = (text: string): ICAL.Event[] =>
  new ICAL.Component(ICAL.parse(text) as unknown[])
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));

describe('a calendar file, read back by another library', () => {
  test('says when, where and what, with every sign as it was written', () => {
    const [event] = read(icsOf([meeting]));
    expect(event).toMatchObject({
      uid: meeting.uid,
      summary: meeting.title,
      location: meeting.place,
      description: meeting.description,
      sequence: 1795420800
    });
    expect(event!.startDate.toJSDate().toISOString()).toBe('2026-12-01T12:30:00.000Z');
    expect(event!.endDate.toJSDate().toISOString()).toBe('2026-12-01T13:30:00.000Z');
    expect(event!.component.getFirstPropertyValue('url')).toBe(meeting.url);
    expect(String(event!.component.getFirstPropertyValue('dtstamp'))).toBe('2026-11-23T08:00:00Z');
  });

  test('a day is a whole day, and that day wherever the clock stands', () => {
    const [event] = read(icsOf([{ ...meeting, at: { day: '2026-12-24' } }]));
    expect(event!.startDate.isDate).toBe(true);
    expect(String(event!.startDate)).toBe('2026-12-24');
    expect(String(event!.endDate)).toBe('2026-12-25');
  });

  test('leaves out what is not known', () => {
    const { place: _place, description: _description, url: _url, ...bare } = meeting;
    expect(icsOf([bare])).not.toMatch(/LOCATION|DESCRIPTION|URL/);
  });

  test('the same says the same: nothing is drawn or read off a clock', () => {
    expect(icsOf([meeting], 'Idéslussen')).toBe(icsOf([meeting], 'Idéslussen'));
  });

  test('no line has more than 75 octets, and long words come back whole', () => {
    const title = 'Åäö 👵🏽 lång rubrik '.repeat(20).trim();
    const text = icsOf([{ ...meeting, title }]);
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(read(text)[0]!.summary).toBe(title);
  });
});
