import { untrack } from 'svelte';
import type { ListedIdea } from '#lib/store/ideas.ts';
import { live } from './live.svelte.ts';

/** Rows are loaded in whole steps, so that a scroll of a few lines asks for nothing. */
const STEP = 25;

/**
 * The rows of a long list that are near the screen, followed as they change. Those once seen are
 * kept, so that scrolling back shows them at once. Make it while a component is being made.
 */
export class RowWindow {
  #seen = $state.raw<ReadonlyMap<string, ListedIdea>>(new Map());
  #from = $state(0);
  #to = $state(STEP * 2);

  /** @param keys the whole list, as `ideaIds` gives it */
  constructor(keys: () => readonly string[]) {
    const rows = live(() => {
      const wanted = keys().slice(this.#from, this.#to);
      return (store) => store.ideaRows(wanted);
    });
    $effect(() => {
      const loaded = rows.value ?? [];
      untrack(() => {
        const seen = new Map(this.#seen);
        for (const row of loaded) if (row !== undefined) seen.set(row.key, row);
        this.#seen = seen;
      });
    });
  }

  row(key: string): ListedIdea | undefined {
    return this.#seen.get(key);
  }

  /** Says which places of the list are on the screen. */
  show(first: number, last: number): void {
    this.#from = Math.max(0, Math.floor(first / STEP - 1) * STEP);
    this.#to = Math.ceil(last / STEP + 1) * STEP;
  }
}
