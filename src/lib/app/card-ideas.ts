import type { Result } from '#lib/core/result.ts';
import { captureIdea } from '#lib/domain/ideas/commands.ts';
import type { Idea } from '#lib/domain/ideas/idea.ts';
import { type CardWords, loneValues, wordsOfCard, wordsOfSheet } from '#lib/domain/methods/card-idea.ts';
import type { Entry } from '#lib/domain/methods/entry.ts';
import type { SheetReading } from '#lib/domain/methods/reading.ts';
import { say, type TemplateContent, type Words } from '#lib/domain/methods/template-format.ts';
import { language } from '#lib/messages/index.svelte.ts';
import type { SheetView } from '#lib/store/methods.ts';
import { contextIn, type Failure, keepOne } from './command.ts';
import { session } from './session.svelte.ts';

/** A sheet with what it says. */
interface Read {
  readonly view: SheetView;
  readonly content: TemplateContent;
  readonly reading: SheetReading;
}

const words = (given: Words): string => say(given, language());

/** Makes a row or a card an idea in the space where the sheet is. One that is an idea already stays that idea. */
export function ideaOfCard({ view, content, reading }: Read, entry: Entry): Promise<Result<Idea, Failure>> {
  const fields = content.sections.find(({ id }) => id === entry.slot)?.fields ?? [];
  const around = loneValues(content, (field) => reading.value(field));
  return capture(view, entry._id, wordsOfCard(fields, entry.values, around, words));
}

/** Makes a whole sheet an idea, where it describes one. */
export function ideaOfSheet({ view, content, reading }: Read): Promise<Result<Idea, Failure>> {
  const values = loneValues(content, (field) => reading.value(field));
  return capture(view, view.sheet._id, wordsOfSheet(content, values, words));
}

async function capture(
  { space, case: work }: SheetView,
  card: string,
  said: CardWords
): Promise<Result<Idea, Failure>> {
  const answerDays = await session.store.answerDays(space);
  // What the work is about, the idea is about too.
  const about = { challenge: work?.challenge, buildsOn: work?.idea };
  return keepOne(space, captureIdea({ ...said, ...about, card, answerDays }, contextIn(space)));
}
