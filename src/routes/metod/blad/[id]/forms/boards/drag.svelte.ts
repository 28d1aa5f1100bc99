import type { Attachment } from 'svelte/attachments';
import type { Entry } from '#lib/domain/methods/entry.ts';

/** A finger that stays so long, ms, means the card; one that moves before that means the page. */
const PRESS_MS = 300;
/** So far a press may wander and still be one, px. */
const STEADY = 8;
/** Within so many px of an edge the page scrolls, at most so many px a frame. */
const EDGE = 72;
const STEP = 16;

interface Press {
  readonly entry: Entry;
  readonly pointer: number;
  readonly x: number;
  readonly y: number;
  /** Only where a finger or a pen has to stay for a while first. */
  readonly timer: ReturnType<typeof setTimeout> | undefined;
  hasMoved: boolean;
  /** Ends everything that is listened to. */
  readonly over: AbortController;
}

interface Options<Target> {
  /** Where a card is let go, in pixels of the window; undefined where it cannot be. */
  readonly aim: (x: number, y: number, entry: Entry) => Target | undefined;
  readonly onlift: (entry: Entry) => void;
  /** Undefined: let go where it was taken or where it cannot lie, or given up. */
  readonly ondrop: (entry: Entry, target: Target | undefined) => void;
}

/** How much to scroll a frame, for something so near an edge, px. */
const push = (near: number): number => (near >= EDGE ? 0 : Math.ceil(STEP * Math.min(1, (EDGE - near) / EDGE)));

/** Puts what is in the hand above everything, and where the window says, whatever it stands in. */
export const afloat: Attachment<HTMLElement> = (element) => element.showPopover?.();

/**
 * A card that is dragged over a board: with a mouse as soon as it moves, with a finger or a pen after a long press,
 * since one that moves at once scrolls.
 */
export class BoardDrag<Target> {
  /** What is being dragged. */
  entry = $state.raw<Entry | undefined>();
  /** Where it would lie if it were let go now. */
  target = $state.raw<Target | undefined>();
  x = $state(0);
  y = $state(0);

  #press: Press | undefined;
  #surface: HTMLElement | undefined;
  #frame = 0;
  readonly #options: Options<Target>;

  constructor(options: Options<Target>) {
    this.#options = options;
  }

  /** For the element that the cards lie on. */
  readonly surface: Attachment<HTMLElement> = (element) => {
    this.#surface = element;
    const quiet = (event: Event): void => {
      if (this.#press !== undefined) event.preventDefault();
    };
    // Not passive: a browser asks beforehand whether a touch may be kept from scrolling.
    element.addEventListener('touchmove', this.#still, { passive: false });
    element.addEventListener('contextmenu', quiet);
    element.addEventListener('dragstart', quiet);
    return () => {
      this.#end();
      element.removeEventListener('touchmove', this.#still);
      element.removeEventListener('contextmenu', quiet);
      element.removeEventListener('dragstart', quiet);
    };
  };

  /** A pointer went down on a card. */
  press(event: PointerEvent, entry: Entry): void {
    if (event.button !== 0 || !event.isPrimary || this.#press !== undefined) return;
    const { clientX: x, clientY: y, pointerId: pointer } = event;
    const over = new AbortController();
    const { signal } = over;
    const timer = event.pointerType === 'mouse' ? undefined : setTimeout(() => this.#lift(x, y), PRESS_MS);
    this.#press = { entry, pointer, x, y, timer, hasMoved: false, over };
    addEventListener('pointermove', this.#move, { signal });
    addEventListener('pointerup', this.#up, { signal });
    addEventListener('pointercancel', this.#cancel, { signal });
    addEventListener('keydown', this.#key, { signal, capture: true });
    // A touch speaks to what it began on, also when that is made anew elsewhere meanwhile: another's move may come.
    event.target?.addEventListener('touchmove', this.#still, { signal, passive: false });
  }

  #lift(x: number, y: number): void {
    const press = this.#press;
    if (press === undefined) return;
    this.entry = press.entry;
    if (press.timer !== undefined) navigator.vibrate?.(12);
    this.#at(x, y);
    this.#options.onlift(press.entry);
    this.#frame = requestAnimationFrame(this.#scroll);
  }

  // While a card is dragged the page stands still under the finger.
  readonly #still = (event: Event): void => {
    if (this.entry !== undefined && event.cancelable) event.preventDefault();
  };

  readonly #move = (event: PointerEvent): void => {
    const press = this.#press;
    if (press === undefined || event.pointerId !== press.pointer) return;
    // The button was let go where nobody could tell.
    if (event.pointerType === 'mouse' && event.buttons === 0) return this.#cancel();
    const { clientX: x, clientY: y } = event;
    press.hasMoved ||= Math.hypot(x - press.x, y - press.y) >= STEADY;
    if (this.entry !== undefined) return this.#at(x, y);
    if (!press.hasMoved) return;
    if (press.timer === undefined) this.#lift(x, y);
    else this.#end();
  };

  readonly #up = (event: PointerEvent): void => {
    const press = this.#press;
    if (press === undefined || event.pointerId !== press.pointer) return;
    if (this.entry !== undefined) this.#at(event.clientX, event.clientY);
    const { entry, target } = this;
    this.#end();
    if (entry === undefined) return;
    swallowClick();
    this.#options.ondrop(entry, press.hasMoved ? target : undefined);
  };

  readonly #cancel = (): void => {
    const { entry } = this;
    this.#end();
    if (entry !== undefined) this.#options.ondrop(entry, undefined);
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.entry === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    swallowClick();
    this.#cancel();
  };

  readonly #scroll = (): void => {
    const surface = this.#surface;
    if (this.entry === undefined || surface === undefined) return;
    const { left, right } = surface.getBoundingClientRect();
    const across = push(right - this.x) - push(this.x - left);
    const down = push(innerHeight - this.y) - push(this.y);
    const page = surface.closest('[data-large]') ?? document.scrollingElement;
    if (across !== 0) surface.scrollBy(across, 0);
    if (down !== 0) page?.scrollBy(0, down);
    // What lies under the hand is another thing when the page has moved.
    if (across !== 0 || down !== 0) this.#at(this.x, this.y);
    this.#frame = requestAnimationFrame(this.#scroll);
  };

  #at(x: number, y: number): void {
    this.x = x;
    this.y = y;
    if (this.entry === undefined) return;
    const target = this.#options.aim(x, y, this.entry);
    // The same place again tells nobody anything.
    if (JSON.stringify(target) !== JSON.stringify(this.target)) this.target = target;
  }

  #end(): void {
    clearTimeout(this.#press?.timer);
    this.#press?.over.abort();
    cancelAnimationFrame(this.#frame);
    this.#press = undefined;
    this.entry = undefined;
    this.target = undefined;
  }
}

/**
 * A card is let go on the button it was taken by, or given up with the mouse still down: the click that follows is no
 * press on it. It has been if a next press begins; what a keyboard or a reader presses is another thing.
 */
function swallowClick(): void {
  const over = new AbortController();
  const options = { capture: true, signal: over.signal };
  const swallow = (click: MouseEvent): void => {
    if (click.detail === 0) return;
    click.preventDefault();
    click.stopPropagation();
    over.abort();
  };
  addEventListener('click', swallow, options);
  addEventListener('pointerdown', () => over.abort(), options);
}
