import type { Began } from '#lib/domain/methods/entry-commands.ts';
import type { Entry, Value } from '#lib/domain/methods/entry.ts';
import type { Failure } from './command.ts';
import type { Desk, Target } from './desk.svelte.ts';
import { valueDraft } from './sheet-drafts.ts';
import { DraftKeeper } from './draft.svelte.ts';

const PAUSE_MS = 700;

/** How a value is written as text, and read back; undefined is no value, and `null` one that cannot be read. */
export interface Script {
  read: (text: string) => Value | undefined | null;
  show: (value: Value | undefined) => string;
}

export const WORDS: Script = {
  read: (text) => (text.trim() === '' ? undefined : text),
  show: (value) => (value === undefined ? '' : String(value))
};

/** Swedish numbers: blanks between thousands, and a comma. */
export const NUMBER: Script = {
  read: (text) => {
    const plain = text
      .replace(/[\s\u00a0\u202f]/g, '')
      .replace('\u2212', '-')
      .replace(',', '.');
    if (plain === '') return undefined;
    return /^-?\d*\.?\d+$|^-?\d+\.?$/.test(plain) ? Number(plain) : null;
  },
  show: (value) => (typeof value === 'number' ? String(value).replace('.', ',') : '')
};

/**
 * One value being written. What is typed stands here at once and as a draft on the disk; it is saved when the writing
 * pauses, when the field is left and when the page goes away. What others wrote meanwhile is joined when it is saved,
 * and shown when the field is left: nothing moves under somebody's hands.
 */
export class Pen {
  text = $state('');
  /** Why the words could not be kept; they stay in the field. */
  failure = $state.raw<Failure | null>(null);
  /** What stands cannot be read as what the field takes. */
  isUnreadable = $state(false);
  state = $state<'still' | 'writing' | 'saved'>('still');

  readonly #desk: Desk;
  readonly #target: Target;
  readonly #script: Script;
  readonly #draft: DraftKeeper;
  readonly #draftId: string;
  /** What the words come from. */
  #base: Entry | undefined;
  /** What the store last told. */
  #latest: Entry | undefined;
  #began: Began | undefined;
  #isHeld = false;
  #hasTyped = false;
  #isUnsaved = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | undefined;

  constructor(desk: Desk, sheet: string, target: Target, entry: Entry | undefined, script: Script = WORDS) {
    this.#desk = desk;
    this.#target = target;
    this.#script = script;
    this.#draftId = valueDraft(sheet, target.id, target.field);
    this.#draft = new DraftKeeper(this.#draftId);
    this.#base = this.#latest = entry;
    const draft = desk.takeDraft(this.#draftId);
    this.text = draft ?? script.show(entry?.values[target.field]);
    if (draft !== undefined && draft !== script.show(entry?.values[target.field])) {
      this.#isUnsaved = true;
      this.#began = this.#now();
      this.#schedule();
    }
  }

  /** Has the words saved when the page goes away. Give to an effect. */
  attend(): () => void {
    const leave = this.#desk.attend(this);
    return () => {
      leave();
      // A field that goes away with its row takes nothing along.
      void this.flush();
    };
  }

  unsaved = () => (this.#isUnsaved ? { id: this.#draftId, text: this.text, slot: this.#target.slot } : undefined);

  get entry(): string {
    return this.#target.id;
  }

  /** The store has told how the entry stands. */
  meet(entry: Entry | undefined): void {
    this.#latest = entry;
    if (!this.#isUnsaved && !(this.#isHeld && this.#hasTyped)) this.#adopt();
  }

  /** Somebody has sat down to write. */
  hold(): void {
    if (this.#isHeld) return;
    this.#isHeld = true;
    this.#hasTyped = false;
    this.#began = this.#now();
  }

  type(text: string): void {
    if (text === this.text) return;
    this.text = text;
    this.#hasTyped = true;
    this.#isUnsaved = true;
    this.state = 'writing';
    this.#began ??= this.#now();
    this.#keepDraft();
    this.#schedule();
  }

  /** The field is left. */
  async release(): Promise<void> {
    this.#isHeld = false;
    await this.flush();
    this.#began = undefined;
    if (!this.#isUnsaved && !this.#isHeld) this.#adopt();
  }

  /** Saves what has been written, as far as the rules let it. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.#saving !== undefined) await this.#saving;
    if (!this.#isUnsaved) return true;
    this.#saving = this.#save().finally(() => (this.#saving = undefined));
    await this.#saving;
    return !this.#isUnsaved;
  }

  async #save(): Promise<void> {
    const { text } = this;
    const value = this.#script.read(text);
    this.isUnreadable = value === null;
    if (value === null) return;
    const kept = await this.#desk.write(this.#target, value, this.#base, this.#began, this.#draftId);
    this.failure = kept.ok ? null : kept.error;
    if (!kept.ok) {
      this.state = 'still';
      return;
    }
    this.#base = kept.value.entry;
    if (kept.value.keptBefore) this.#began = undefined;
    if (this.text === text) {
      this.#isUnsaved = false;
      this.state = 'saved';
      return;
    }
    // Written on while it was saved, and the draft went with what was saved.
    this.#keepDraft();
    this.#schedule();
  }

  #keepDraft(): void {
    this.#draft.save({ text: this.text, entry: this.#target.id, slot: this.#target.slot });
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), PAUSE_MS);
  }

  #now(): Began {
    const value = (this.#latest ?? this.#base)?.values[this.#target.field];
    return { values: value === undefined ? {} : { [this.#target.field]: value }, at: new Date().toISOString() };
  }

  #adopt(): void {
    const latest = this.#latest;
    // The store has not told of what was saved here yet.
    if (latest === undefined || (this.#base?.edited?.at ?? '') > (latest.edited?.at ?? '')) return;
    this.#base = latest;
    const shown = this.#script.show(latest.values[this.#target.field]);
    if (shown !== this.text.trim()) this.text = shown;
  }
}
