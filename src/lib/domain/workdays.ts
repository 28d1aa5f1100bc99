/** A calendar day, `YYYY-MM-DD`, as it is in Sweden. */
export type Day = string;

const DAY_MS = 86_400_000;
const timeOf = (day: Day): number => Date.parse(day + 'T00:00:00.000Z');
const dayOf = (time: number): Day => new Date(time).toISOString().slice(0, 10);

const inSweden = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit'
});

const HOURS_KEPT = 20_000;
const dayOfHour = new Map<string, Day>();

/** Which day a moment falls on in Sweden. */
export function swedishDay(instant: string): Day {
  // Tens of thousands are asked for at once, and a day in Sweden begins on the hour.
  const hour = instant.endsWith('Z') ? instant.slice(0, 13) : instant;
  const known = dayOfHour.get(hour);
  if (known !== undefined) return known;
  if (dayOfHour.size >= HOURS_KEPT) dayOfHour.clear();
  const day = inSweden.format(new Date(instant));
  dayOfHour.set(hour, day);
  return day;
}

/** Easter Sunday of a year, by the Gregorian reckoning (the anonymous algorithm in Meeus, Astronomical Algorithms, ch. 8). */
function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1);
}

/** The first such weekday (0 is Sunday) on or after a day. */
function firstAfter(year: number, month: number, date: number, weekday: number): number {
  const time = Date.UTC(year, month - 1, date);
  return time + ((weekday - new Date(time).getUTCDay() + 7) % 7) * DAY_MS;
}

const holidays = new Map<number, ReadonlySet<Day>>();

/**
 * The year's days on which municipal offices are closed, weekends apart: the public holidays of lag (1989:253) om
 * allmänna helgdagar, and the eves of midsummer, Christmas and New Year, which semesterlagen 3 a § puts beside them.
 */
export function holidaysOf(year: number): ReadonlySet<Day> {
  const known = holidays.get(year);
  if (known !== undefined) return known;
  const sunday = easter(year);
  const fixed = ['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31'];
  const made = new Set<Day>([
    ...fixed.map((each) => `${year}-${each}`),
    ...[-2, 1, 39].map((days) => dayOf(sunday + days * DAY_MS)),
    dayOf(firstAfter(year, 6, 19, 5))
  ]);
  holidays.set(year, made);
  return made;
}

/** Whether people at a municipal office work that day. */
export function isWorkday(day: Day): boolean {
  const weekday = new Date(timeOf(day)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidaysOf(Number(day.slice(0, 4))).has(day);
}

/** The day that lies so many working days after another. */
export function addWorkdays(day: Day, count: number): Day {
  let time = timeOf(day);
  for (let left = count; left > 0;) {
    time += DAY_MS;
    if (isWorkday(dayOf(time))) left -= 1;
  }
  return dayOf(time);
}

const counted = new Map<number, Uint16Array>();

/** How many working days of a year have been, with each day of it counted in. */
function workdaysThrough(year: number): Uint16Array {
  const known = counted.get(year);
  if (known !== undefined) return known;
  const first = Date.UTC(year, 0, 1);
  const days = new Uint16Array((Date.UTC(year + 1, 0, 1) - first) / DAY_MS);
  let count = 0;
  for (let index = 0; index < days.length; index++) {
    if (isWorkday(dayOf(first + index * DAY_MS))) count += 1;
    days[index] = count;
  }
  counted.set(year, days);
  return days;
}

/** Working days after `from`, up to and with `to`; negative when `to` comes first. */
export function workdaysBetween(from: Day, to: Day): number {
  if (to < from) return -workdaysBetween(to, from);
  const through = (day: Day): number => {
    const year = Number(day.slice(0, 4));
    return workdaysThrough(year)[(timeOf(day) - Date.UTC(year, 0, 1)) / DAY_MS]!;
  };
  let count = through(to) - through(from);
  for (let year = Number(from.slice(0, 4)); year < Number(to.slice(0, 4)); year++) {
    const days = workdaysThrough(year);
    count += days[days.length - 1]!;
  }
  return count;
}
