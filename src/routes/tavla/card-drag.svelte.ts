import type { Attachment } from 'svelte/attachments';
import type { Stage } from '#lib/domain/ideas/stages.ts';
import type { ListedIdea } from '#lib/store/ideas.ts';

/** A finger that stays so long, ms, means the card; one that moves before that means the page. */
const PRESS_MS = 350;
/** So far a press may wander and still be one, px. */
const STEADY = 8;
/** Within so many px of the board's edge it scrolls, so many px a frame. */
const EDGE = 64;
const STEP = 14;

interface Press {
  readonly row: ListedIdea;
  readonly pointer: number;
  readonly x: number;
  readonly y: number;
  timer?: ReturnType<typeof setTimeout>;
}

/**
 * A card that is dragged over the board: with a mouse as soon as it moves, with a finger after a long press, since
 * a finger that moves at once scrolls.
 */
export class CardDrag {
  /** What is being dragged. */
  row = $state.raw<ListedIdea | undefined>(undefined);
  /** The column it is over. */
  over = $state.raw<Stage | undefined>(undefined);
  x = $state(0);
  y = $state(0);

  #press: Press | undefined;
  #board: HTMLElement | undefined;
  #frame = 0;

  readonly #onstart: (row: ListedIdea) => void;
  readonly #ondrop: (row: ListedIdea, to: Stage) => void;

  constructor(onstart: (row: ListedIdea) => void, ondrop: (row: ListedIdea, to: Stage) => void) {
    this.#onstart = onstart;
    this.#ondrop = ondrop;
  }

  /** For the element that holds the columns, each with its stage in `data-stage`. */
  readonly board: Attachment<HTMLElement> = (element) => {
    this.#board = element;
    // Not passive: while a card is dragged the page stands still under the finger.
    const still = (event: Event): void => {
      if (this.row !== undefined) event.preventDefault();
    };
    const quiet = (event: Event): void => {
      if (this.#press !== undefined) event.preventDefault();
    };
    element.addEventListener('touchmove', still, { passive: false });
    element.addEventListener('contextmenu', quiet);
    element.addEventListener('dragstart', still);
    return () => {
      this.#end();
      element.removeEventListener('touchmove', still);
      element.removeEventListener('contextmenu', quiet);
      element.removeEventListener('dragstart', still);
    };
  };

  /** A pointer went down on a card that may be moved. */
  press(event: PointerEvent, row: ListedIdea): void {
    if (event.button !== 0 || !event.isPrimary || this.#press !== undefined) return;
    if ((event.target as Element).closest('button') !== null || this.#columns().length < 2) return;
    const { clientX: x, clientY: y, pointerId: pointer } = event;
    this.#press = { row, pointer, x, y };
    if (event.pointerType !== 'mouse') this.#press.timer = setTimeout(() => this.#lift(x, y), PRESS_MS);
    addEventListener('pointermove', this.#move);
    addEventListener('pointerup', this.#up);
    addEventListener('pointercancel', this.#cancel);
    addEventListener('keydown', this.#key, true);
  }

  #columns(): HTMLElement[] {
    const all = this.#board?.querySelectorAll<HTMLElement>('[data-stage]') ?? [];
    return [...all].filter((column) => column.offsetParent !== null);
  }

  #lift(x: number, y: number): void {
    const press = this.#press;
    if (press === undefined) return;
    this.row = press.row;
    this.#at(x, y);
    this.#onstart(press.row);
    this.#frame = requestAnimationFrame(this.#scroll);
  }

  readonly #move = (event: PointerEvent): void => {
    const press = this.#press;
    if (press === undefined || event.pointerId !== press.pointer) return;
    const { clientX: x, clientY: y } = event;
    if (this.row !== undefined) return this.#at(x, y);
    if (Math.hypot(x - press.x, y - press.y) < STEADY) return;
    if (press.timer === undefined) this.#lift(x, y);
    else this.#end();
  };

  readonly #up = (event: PointerEvent): void => {
    if (event.pointerId !== this.#press?.pointer) return;
    const { row, over } = this;
    this.#end();
    if (row === undefined) return;
    // The card is let go on the link it was taken by: that is no press on the link.
    const swallow = (click: MouseEvent): void => {
      click.preventDefault();
      click.stopPropagation();
    };
    addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => removeEventListener('click', swallow, { capture: true }));
    if (over !== undefined) this.#ondrop(row, over);
  };

  readonly #cancel = (): void => this.#end();

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.row === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.#end();
  };

  readonly #scroll = (): void => {
    if (this.row === undefined || this.#board === undefined) return;
    const { left, right } = this.#board.getBoundingClientRect();
    if (this.x < left + EDGE) this.#board.scrollLeft -= STEP;
    else if (this.x > right - EDGE) this.#board.scrollLeft += STEP;
    this.#at(this.x, this.y);
    this.#frame = requestAnimationFrame(this.#scroll);
  };

  #at(x: number, y: number): void {
    this.x = x;
    this.y = y;
    const column = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-stage]');
    this.over = column?.dataset['stage'] as Stage | undefined;
  }

  #end(): void {
    clearTimeout(this.#press?.timer);
    cancelAnimationFrame(this.#frame);
    this.#press = undefined;
    this.row = undefined;
    this.over = undefined;
    removeEventListener('pointermove', this.#move);
    removeEventListener('pointerup', this.#up);
    removeEventListener('pointercancel', this.#cancel);
    removeEventListener('keydown', this.#key, true);
  }
}
