import { setImmediate } from 'node:timers/promises';
import { bare, kindName } from '#lib/core/ids.ts';
import type { Happening } from '#lib/domain/events/happenings.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { SETTINGS_ID } from '#lib/domain/people/settings.ts';
import { swedishDay } from '#lib/domain/workdays.ts';
import type { PrivateDocument, PrivateDocuments, Space } from '../couch/backend.ts';
import { CouchError } from '../couch/errors.ts';
import { AROUND_IDEAS, Reading } from './around.ts';
import { concerned, type Listener } from './concerned.ts';
import { onlyOf, readerOf, type TakeIn } from './follower.ts';
import { lastInSweden, minuteOf } from './swedish-time.ts';

/** When days are looked through, Swedish time: days begin to be near, or have passed, at six, in summer at seven. */
const AT = '07:00';
const DAY_MS = 24 * 60 * 60_000;
/** What came near longer ago than this was told of, unless nobody looked for longer. */
const LOOKED_BACK = 3 * DAY_MS;
/** Another server may take over after this, milliseconds. */
const LEASE = 15 * 60_000;
/** Ideas looked at between two looks at everything else the server has to do. */
const IN_A_ROW = 50;

/** What no document tells of when it comes, but the calendar. */
const BY_THE_DAY: readonly Happening['type'][] = ['dueSoon', 'overdue', 'followUpDue', 'challengeOpened'];

interface DayMark extends PrivateDocument {
  readonly day: string;
  readonly until: number;
  readonly doneAt?: number;
}

/**
 * Finds what has come near or passed since yesterday in one space, once a day, on one of the servers that share it.
 * @param isStopping looked at now and then; what is left is done after the next start
 */
export async function lookThroughTheDay(
  space: Space,
  parts: {
    readonly own: PrivateDocuments;
    readonly listeners: (space: string) => Promise<readonly Listener[]>;
    readonly takeIn: TakeIn;
    readonly now: () => number;
  },
  isStopping: () => boolean
): Promise<void> {
  const { own, listeners, takeIn, now } = parts;
  const started = now();
  const day = swedishDay(new Date(lastInSweden(minuteOf(AT), started)).toISOString());
  const id = 'notice-day:' + space.name;
  const before = (await own.get(id)) as DayMark | undefined;
  if (before?.day === day && (before.doneAt !== undefined || before.until > started)) return;
  const audience = await listeners(space.name);
  if (audience.length === 0) return;
  const { doneAt = started - LOOKED_BACK, ...rest } = before ?? {};
  if (!(await isFirst(own, { ...rest, _id: id, day, until: started + LEASE, since: doneAt }))) return;
  // A day that another server began and did not finish goes as far back as that one meant to.
  const since = before?.day === day ? Number(before['since']) : doneAt;
  const from = new Date(Math.min(since, started - LOOKED_BACK)).toISOString();
  const isTold = ({ type, at }: Happening): boolean => BY_THE_DAY.includes(type) && at >= from;
  const reading = new Reading(space, readerOf(audience[0]!, space.name));
  const time = new Date(started).toISOString();
  let count = 0;
  for await (const documents of portions(reading)) {
    await takeIn(onlyOf(concerned(documents, audience, space.name, time), isTold));
    if (++count % IN_A_ROW === 0) await setImmediate();
    if (isStopping()) return;
  }
  const mark = (await own.get(id)) as DayMark;
  await isFirst(own, { ...mark, doneAt: started });
}

async function isFirst(own: PrivateDocuments, document: PrivateDocument): Promise<boolean> {
  try {
    await own.put(document);
    return true;
  } catch (error) {
    if (error instanceof CouchError && error.status === 409) return false;
    throw error;
  }
}

/** All that has days, in portions that tell of themselves: groups, challenges, and idea after idea. */
async function* portions(reading: Reading): AsyncGenerator<readonly Envelope[]> {
  yield await reading.all('grouptask:');
  yield await reading.all('challenge:');
  const settings = await reading.named([SETTINGS_ID]);
  // Ids begin with their idea's, so that all kinds can be read side by side, once.
  const kinds = AROUND_IDEAS.map((kind) => new Side(reading.pages(kind + ':')));
  for await (const page of reading.pages('idea:'))
    for (const idea of page) {
      const parts = await Promise.all(kinds.map((side) => side.of(bare(idea._id))));
      yield [...settings, idea, ...parts.flat()];
    }
}

/** The documents of one kind, given out idea by idea as they are come to. */
class Side {
  readonly #pages: AsyncGenerator<readonly Envelope[]>;
  #page: readonly Envelope[] = [];
  #at = 0;
  #isOver = false;

  constructor(pages: AsyncGenerator<readonly Envelope[]>) {
    this.#pages = pages;
  }

  /** @param idea each call with a later one than the call before */
  async of(idea: string): Promise<readonly Envelope[]> {
    const found: Envelope[] = [];
    for (let next = await this.#peek(); next !== undefined; next = await this.#peek()) {
      const key = keyOf(next);
      if (key > idea) break;
      if (key === idea) found.push(next);
      this.#at += 1;
    }
    return found;
  }

  async #peek(): Promise<Envelope | undefined> {
    if (this.#at >= this.#page.length && !this.#isOver) {
      const { done, value } = await this.#pages.next();
      this.#isOver = done === true;
      this.#page = done === true ? [] : value;
      this.#at = 0;
    }
    return this.#page[this.#at];
  }
}

const keyOf = ({ _id }: Envelope): string => _id.slice(kindName(_id).length + 1).split(':')[0]!;
