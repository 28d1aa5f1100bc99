import { SvelteSet } from 'svelte/reactivity';

/** Which of a page's pictures are shown as tables: all or none, and those that somebody has turned. */
export class Shown {
  readonly #turned = new SvelteSet<string>();

  constructor(readonly startsAsTables: boolean) {}

  isTable = (name: string): boolean => this.#turned.has(name) !== this.startsAsTables;

  turn = (name: string): void => {
    if (!this.#turned.delete(name)) this.#turned.add(name);
  };

  /** What a picture is told of it. */
  of = (name: string): { readonly isTable: boolean; readonly ontoggle: () => void } => ({
    isTable: this.isTable(name),
    ontoggle: () => this.turn(name)
  });
}
