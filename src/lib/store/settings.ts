import { ANSWER_DAYS } from '#lib/domain/ideas/answering.ts';
import { type Settings, SETTINGS_ID } from '#lib/domain/people/settings.ts';
import { type Database, keyOf } from './database.ts';

/** What a municipality has decided for itself; what it has not decided is absent. */
export const settingsOf = async (db: Database, space: string): Promise<Settings | undefined> =>
  (await db.rows<Settings>('settings').get(keyOf(space, SETTINGS_ID)))?.document;

/** Working days within which a municipality answers. */
export const answerDaysOf = async (db: Database, space: string): Promise<number> =>
  (await settingsOf(db, space))?.answerDays ?? ANSWER_DAYS;
