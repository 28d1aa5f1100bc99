/** A moment as the fields of a form have it: the day and the time of this device's place. */
export interface LocalTime {
  /** `YYYY-MM-DD`; empty while nothing is chosen. */
  readonly date: string;
  /** `HH:MM`; empty while nothing is chosen. */
  readonly time: string;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** The fields of a moment. */
export function localTime(moment: string): LocalTime {
  const at = new Date(moment);
  return {
    date: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    time: `${two(at.getHours())}:${two(at.getMinutes())}`
  };
}

/** The moment that the fields say, ISO; undefined where they say none in this century. */
export function momentOf({ date, time }: LocalTime): string | undefined {
  if (!/^20\d\d-\d\d-\d\d$/.test(date) || !/^\d\d:\d\d$/.test(time)) return undefined;
  const at = new Date(`${date}T${time}`);
  return isNaN(at.getTime()) || localTime(at.toISOString()).date !== date ? undefined : at.toISOString();
}
