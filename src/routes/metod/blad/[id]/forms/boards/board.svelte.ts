import { tick, untrack } from 'svelte';
import type { Entry, Value } from '#lib/domain/methods/entry.ts';
import type { Spot } from '#lib/domain/methods/entry-commands.ts';
import { headingOf } from '#lib/domain/methods/reading.ts';
import { boardsWords } from '#lib/messages/boards.ts';
import { methodWords } from '#lib/messages/methods.ts';
import type { FormProps, OpenSheet } from '../../sheet.ts';

/** So long, ms, a moved card is waited for before the focus is left where it is. */
const PATIENCE = 5000;

/** A place on a board that a card can be moved to. */
export interface BoardPlace {
  readonly id: string;
  readonly name: string;
}

/** What is in hand on a board: the open card, the card with its menu, what was last said. */
export class BoardState {
  /** The card that is open, by its whole id. */
  open = $state<string | undefined>();
  menu = $state.raw<{ readonly entry: Entry; readonly anchor: HTMLElement } | undefined>();
  /** What just happened, for eyes and ears. */
  told = $state('');
  isLarge = $state(false);
  root = $state<HTMLElement>();
  /** Pixels of a sixteenth of the reader's own rem: boards are measured in those, so that large text has room. */
  unit = $state(1);
  /** A card that was let go and does not lie where it was put yet. */
  settling = $state<string | undefined>();

  readonly #props: () => FormProps;

  constructor(props: () => FormProps) {
    this.#props = props;
    this.open = untrack(() => props().sheet.desk.unsavedIn(props().section.id));
  }

  get sheet(): OpenSheet {
    return this.#props().sheet;
  }

  /** What a card is called where it is spoken of. */
  nameOf(entry: Entry): string {
    const name = headingOf(this.#props().section.fields ?? [], entry);
    return name === '' ? methodWords().sheet.empty : name.length > 60 ? name.slice(0, 59) + '…' : name;
  }

  /** The card as it stands now, with what has just been written on it. */
  async current(entry: Entry): Promise<Entry> {
    const { sheet } = this.#props();
    await sheet.desk.flush(entry._id);
    return sheet.view.entries.find(({ _id }) => _id === entry._id) ?? entry;
  }

  /**
   * Puts a card somewhere, says so, and keeps the focus on it.
   * @param isByHand the eyes are already where it was put
   */
  async move(entry: Entry, spot: Spot, said: string, isByHand = false): Promise<void> {
    const { sheet } = this.#props();
    if (isByHand) this.settling = entry._id;
    const moved = await sheet.desk.move(await this.current(entry), spot);
    if (moved.ok) {
      this.told = said;
      await this.#follow(moved.value, isByHand);
    }
    if (this.settling === entry._id) this.settling = undefined;
  }

  /** Sets one value of a card without opening it. */
  async set(entry: Entry, field: string, value: Value | undefined, said: string): Promise<void> {
    const { sheet, section } = this.#props();
    const current = await this.current(entry);
    const was = current.values[field];
    // A mark that is changed can be brought back; a curve that is drawn leaves no trail of every height it had.
    const began = { values: typeof was === 'string' ? { [field]: was } : {}, at: new Date().toISOString() };
    const target = { id: entry._id, slot: section.id, field };
    const written = await sheet.desk.write(target, value, current, began);
    if (written.ok) this.told = said;
    else sheet.desk.failure = written.error;
  }

  lifted(entry: Entry): void {
    this.told = boardsWords().lifted(this.nameOf(entry));
  }

  stays(entry: Entry): void {
    this.told = boardsWords().stays(this.nameOf(entry));
  }

  /** Gives the focus back to a card's button. */
  focus(id: string): void {
    this.root?.querySelector<HTMLElement>(`[data-entry="${id}"]`)?.focus();
  }

  // The store tells of the move a moment later, and the card may be made anew in its place.
  async #follow({ _id: id, place }: Entry, isByHand: boolean): Promise<void> {
    const end = performance.now() + PATIENCE;
    const isTold = (): boolean =>
      this.sheet.view.entries.some((each) => each._id === id && (each.place?.at ?? '') >= (place?.at ?? ''));
    while (!isTold() && performance.now() < end) await new Promise(requestAnimationFrame);
    await tick();
    const card = this.root?.querySelector<HTMLElement>(`[data-entry="${id}"]`);
    // Whoever has gone on to something else meanwhile stays with it.
    const { activeElement } = document;
    const isOnCard = this.root?.contains(activeElement) === true && activeElement?.closest('li') != null;
    if (!card || !(isOnCard || activeElement === document.body)) return;
    card.focus({ preventScroll: true });
    if (!isByHand) void arrived(card).then(() => card.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
  }
}

/** A length in units as the page wants it. */
export const rem = (units: number): string => `${(units / 16).toFixed(3)}rem`;

/** When a card no longer glides to its place. */
const arrived = (card: HTMLElement): Promise<unknown> =>
  Promise.allSettled((card.closest('li')?.getAnimations() ?? []).map(({ finished }) => finished));
