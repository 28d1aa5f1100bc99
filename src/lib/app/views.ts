import type { Result } from '#lib/core/result.ts';
import { saveView, withdrawView } from '#lib/domain/find/commands.ts';
import type { Filter } from '#lib/domain/find/filter.ts';
import { sharesViews, type View } from '#lib/domain/find/view.ts';
import type { Placed } from '#lib/store/fields.ts';
import type { Looking } from '#lib/store/idea-filter.ts';
import { contextIn, type Failure, keepOne } from './command.ts';
import { session } from './session.svelte.ts';
import { today } from './today.svelte.ts';

/** Who looks at a list, and when. Followed by whatever reads it. */
export const looking = (): Looking => ({
  today: today(),
  ...(session.isAnswering && session.homeSpace !== undefined ? { answersIn: session.homeSpace } : {})
});

/** Whether the person gives views to everybody in their municipality. */
export const mayShareViews = (): boolean =>
  session.homeSpace !== undefined && sharesViews(session.actor(session.homeSpace));

/** Whether the person has a place for views of their own: whoever leaves no ideas has none. */
export const mayKeepViews = (): boolean => session.homeSpace !== undefined;

/** Gives a filter a name, for oneself or for everybody. */
export async function keepView(name: string, filter: Filter, shared: boolean): Promise<Result<View, Failure>> {
  const { homeSpace } = session;
  if (homeSpace === undefined) throw new Error('nowhere to keep a view');
  return keepOne(homeSpace, saveView({ name, filter, shared }, contextIn(homeSpace)));
}

/** Takes a view away, or back again. */
export const setWithdrawn = ({ space, document }: Placed<View>, isWithdrawn: boolean): Promise<Result<View, Failure>> =>
  keepOne(space, withdrawView(document, isWithdrawn, contextIn(space)), document);

/** Whether the person may take a view away. */
export const mayWithdraw = ({ space, document }: Placed<View>): boolean =>
  withdrawView(document, true, contextIn(space)).ok;
