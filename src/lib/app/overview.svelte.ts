import type { Measure, Overview } from '#lib/domain/leadership/measures.ts';
import { live } from './live.svelte.ts';
import { count, type Counted, type OverviewAnswer, useCounting } from './overview.ts';

/** Something counted that follows what is asked for, and what changes in the ideas. */
class Following<T> {
  /** What was last counted; stands while the next is. Undefined before the first. */
  value = $state.raw<T | undefined>(undefined);
  hasFailed = $state(false);

  constructor(
    asked: () => Counted | undefined,
    more: () =>
      { readonly ask: 'overview' } | { readonly ask: 'behind'; readonly measure: Measure; readonly point: string },
    valueOf: (answer: OverviewAnswer) => T | undefined
  ) {
    const isAsking = $derived(asked() !== undefined);
    $effect(() => (isAsking ? useCounting() : undefined));
    const mark = live(() => {
      const space = asked()?.space;
      return async (store) => (space === undefined ? undefined : store.overviewMark(space));
    });
    let last = 0;
    $effect(() => {
      const [counted, now] = [asked(), mark.value];
      if (counted === undefined || now === undefined) return;
      const turn = ++last;
      count({ ...counted, ...more(), mark: now }).then(
        (answer) => {
          if (turn !== last || answer === undefined) return;
          this.value = valueOf(answer);
          this.hasFailed = false;
        },
        (error: unknown) => {
          if (turn !== last) return;
          this.hasFailed = true;
          // Said on the page; what went wrong is for whoever looks into it.
          console.error(error);
        }
      );
    });
  }
}

/** All that is counted of a space's ideas. Make it while a component is being made. */
export class Overviewing extends Following<Overview> {
  constructor(asked: () => Counted | undefined) {
    super(
      asked,
      () => ({ ask: 'overview' }),
      (answer) => ('overview' in answer ? answer.overview : undefined)
    );
  }
}

/** The ideas behind one of the numbers, by id. Make it while a component is being made. */
export class Behind extends Following<readonly string[]> {
  constructor(asked: () => Counted | undefined, which: () => { readonly measure: Measure; readonly point: string }) {
    super(
      asked,
      () => ({ ask: 'behind', ...which() }),
      (answer) => ('ids' in answer ? answer.ids : undefined)
    );
  }
}
