import { ulid } from 'ulid';
import { bare, idOf } from '#lib/core/ids.ts';
import { ok, type Result } from '#lib/core/result.ts';
import type { CommandResult } from '#lib/domain/command.ts';
import { resolveVariant } from '#lib/domain/ideas/commands.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import {
  addEntry,
  beginField,
  type Began,
  type Changes,
  colourEntry,
  linkEntry,
  moveEntry,
  type NewEntry,
  removeEntry,
  restoreEntry,
  type Spot,
  writeEntry
} from '#lib/domain/methods/entry-commands.ts';
import { giveDots } from '#lib/domain/methods/dots-commands.ts';
import { type Colour, type Entry, loneEntryId, type Value } from '#lib/domain/methods/entry.ts';
import { addMedia, type MediaInput, setMediaRemoved } from '#lib/domain/methods/media-commands.ts';
import type { SheetMedia } from '#lib/domain/methods/media.ts';
import { check } from '#lib/domain/rules.ts';
import type { Variant } from '#lib/domain/variant.ts';
import type { Accepted } from '#lib/store/accept.ts';
import type { SheetView } from '#lib/store/methods.ts';
import { contextIn, type Failure, keep } from './command.ts';
import { draftPrefix, putLeft, takeLeft } from './sheet-drafts.ts';
import { session } from './session.svelte.ts';

/** Where words are being written. */
export interface Target {
  /** The whole id of the entry, which need not be there yet. */
  readonly id: string;
  /** A section for a row or a card; a field, with year or turn, for what is filled in once. */
  readonly slot: string;
  /** The value's name in the entry. */
  readonly field: string;
  /** Where a new row or card is put. */
  readonly spot?: Spot | undefined;
  readonly colour?: Colour | undefined;
}

/** Something that is written on a desk and not saved yet. */
interface Unsaved {
  /** The whole id of the entry it is a part of. */
  readonly entry: string;
  /** What is written and not saved; undefined where there is nothing. */
  unsaved: () => { readonly id: string; readonly text: string; readonly slot: string } | undefined;
  /** Saves at once what has been written; false where it could not be kept and stands in its field. */
  flush: () => Promise<boolean>;
}

/**
 * A worksheet as it is worked on: what its forms call. Everything is kept on the device at once and joins with what
 * others write; nothing here waits for the server.
 */
export class Desk {
  /** Whoever says what is written down, where it is not the person who is signed in. */
  voice = $state<string | undefined>();
  /** The last thing that could not be kept. */
  failure = $state.raw<Failure | null>(null);

  readonly #view: () => SheetView;
  /** What this desk has made: another field of the same row may be written before the store has told of it. */
  readonly #made = new Map<string, Entry>();
  readonly #writing = new Map<string, Promise<unknown>>();
  readonly #pens = new Set<Unsaved>();
  #drafts: Map<string, { readonly text: string; readonly entry: string; readonly slot: string }> = new Map();

  constructor(view: () => SheetView) {
    this.#view = view;
  }

  get #sheet() {
    return this.#view().sheet;
  }
  get #space() {
    return this.#view().space;
  }
  get #context() {
    return contextIn(this.#space);
  }

  /** Reads what was being written last time in the sheet with that ulid. Await before the forms are shown. */
  async open(sheet: string): Promise<void> {
    const prefix = draftPrefix(sheet);
    const drafts = (await session.store.drafts()).filter(({ id }) => id.startsWith(prefix));
    const text = (value: unknown): string => (typeof value === 'string' ? value : '');
    this.#drafts = new Map(
      [...drafts, ...takeLeft(prefix)].map(({ id, fields }) => [
        id,
        { text: text(fields['text']), entry: text(fields['entry']), slot: text(fields['slot']) }
      ])
    );
  }

  /**
   * The page goes away: everything is saved, and the words since the last pause are also put where it takes no time,
   * since a page that is left may not live to see a write on the disk end. They stay in the tab, and with the person.
   */
  leave(): void {
    for (const pen of this.#pens) {
      const words = pen.unsaved();
      if (words !== undefined) putLeft(words.id, { text: words.text, entry: pen.entry, slot: words.slot });
    }
    void this.flush();
  }

  /** What was being written in a field and never saved, given once; undefined where there is nothing. */
  takeDraft(id: string): string | undefined {
    const draft = this.#drafts.get(id);
    this.#drafts.delete(id);
    return draft?.text;
  }

  /** A row or a card that was being written on and never saved, which need not be there yet: its whole id. */
  unsavedIn(slot: string): string | undefined {
    return [...this.#drafts.values()].find((draft) => draft.slot === slot && draft.entry !== '')?.entry;
  }

  /** Has somebody's unsaved words saved when the page goes away, until the returned function is called. */
  attend(pen: Unsaved): () => void {
    this.#pens.add(pen);
    return () => this.#pens.delete(pen);
  }

  /** Saves everything that has been written, on the sheet or on one entry. False where some of it could not be kept. */
  async flush(entry?: string): Promise<boolean> {
    const pens = [...this.#pens].filter((pen) => entry === undefined || pen.entry === entry);
    return (await Promise.all(pens.map((pen) => pen.flush()))).every((isSaved) => isSaved);
  }

  /** The id of a row or card that is about to be written. */
  newId(): string {
    return idOf('entry', this.#sheet._id, ulid());
  }

  /** The id of what is filled in once. */
  fieldId(slot: string): string {
    return loneEntryId(this.#sheet._id, slot);
  }

  /** Puts what has been made here on the disk. A desk to try things on has another place for it. */
  protected keep(documents: readonly Accepted[], draft?: string): Promise<Result<void, Failure>> {
    return keep(this.#space, documents, draft);
  }

  async #keepOne<D extends Envelope>(made: CommandResult<D>, previous?: D): Promise<Result<D, Failure>> {
    if (!made.ok) return made;
    const kept = await this.keep([{ document: made.value, previous }]);
    return kept.ok ? ok(made.value) : kept;
  }

  #tell<T>(result: Result<T, Failure>): Result<T, Failure> {
    this.failure = result.ok ? null : result.error;
    return result;
  }

  /**
   * Saves a value.
   * @param base the version the words come from; undefined where there was none
   * @param began what stood when the person sat down, to be kept as an earlier version
   * @param draft the draft the words were in, which goes in the same transaction
   */
  write(
    target: Target,
    value: Value | undefined,
    base: Entry | undefined,
    began: Began | undefined,
    draft?: string
  ): Promise<Result<{ readonly entry: Entry; readonly keptBefore: boolean }, Failure>> {
    const before = this.#writing.get(target.id) ?? Promise.resolve();
    // One after the other for each entry: the first value of a new row makes it, and the next must find it.
    const next = before.then(() => this.#write(target, { [target.field]: value }, base, began, draft));
    this.#writing.set(target.id, next);
    void next.finally(() => {
      if (this.#writing.get(target.id) === next) this.#writing.delete(target.id);
    });
    return next;
  }

  async #write(target: Target, changes: Changes, base: Entry | undefined, began: Began | undefined, draft?: string) {
    const { id, slot, spot, colour } = target;
    const previous = base ?? this.#made.get(id);
    const context = this.#context;
    const isLone = id === this.fieldId(slot);
    const made =
      previous !== undefined
        ? writeEntry(previous, changes, this.voice, began, context)
        : {
            entry: isLone
              ? beginField(this.#sheet, slot, changes, this.voice, context)
              : addEntry(this.#sheet, { slot, changes, spot, colour, voice: this.voice, key: bare(id) }, context),
            before: []
          };
    if (!made.entry.ok) return made.entry;
    const entry = made.entry.value;
    const documents: Accepted[] = [{ document: entry, previous }, ...made.before.map((document) => ({ document }))];
    const kept = await this.keep(documents, draft);
    if (!kept.ok) return kept;
    this.#made.set(id, entry);
    return ok({ entry, keptBefore: made.before.length > 0 });
  }

  /** An entry with what was written on it here last, which the store need not have told of yet. */
  latest(entry: Entry): Entry {
    const made = this.#made.get(entry._id);
    const now = this.#view().entries.find(({ _id }) => _id === entry._id) ?? entry;
    return made !== undefined && (made.edited?.at ?? made.at) > (now.edited?.at ?? now.at) ? made : now;
  }

  async #put(entry: Entry, change: (previous: Entry) => ReturnType<typeof moveEntry>) {
    // What is in hand goes first: a card that is moved says what has just been written on it.
    await this.#writing.get(entry._id);
    return this.#tell(await this.#keepOne(change(entry), entry));
  }

  /** Puts up a row or a card. */
  async add(input: NewEntry): Promise<Result<Entry, Failure>> {
    return this.#keepOne(addEntry(this.#sheet, { voice: this.voice, ...input }, this.#context));
  }

  move = (entry: Entry, spot: Spot) => this.#put(entry, (previous) => moveEntry(previous, spot, this.#context));
  colour = (entry: Entry, name: Colour) => this.#put(entry, (previous) => colourEntry(previous, name, this.#context));
  link = (entry: Entry, links: readonly string[]) =>
    this.#put(entry, (previous) => linkEntry(previous, links, this.#context));
  remove = (entry: Entry) => this.#put(entry, (previous) => removeEntry(previous, this.#context));
  restore = (entry: Entry) => this.#put(entry, (previous) => restoreEntry(previous, this.#context));

  /** Gives a card somebody's dots for a variable. */
  async dot(entry: Entry, person: string, variable: string, count: number): Promise<void> {
    const previous = this.#view().dots.find((each) => each.entry === entry._id && each.person === person);
    this.#tell(
      await this.#keepOne(giveDots(entry, person, variable, count, previous ?? null, this.#context), previous)
    );
  }

  /** Keeps a picture or a sound, with its bytes. */
  async attach(input: MediaInput, blobs: Readonly<Record<string, Blob>>): Promise<Result<SheetMedia, Failure>> {
    const made = addMedia(this.#sheet, { ...input, voice: this.voice }, this.#context);
    if (!made.ok) return this.#tell(made);
    const kept = await this.keep([{ document: made.value, blobs }]);
    return this.#tell(kept.ok ? ok(made.value) : kept);
  }

  takeOut = async (media: SheetMedia, given: boolean): Promise<void> => {
    this.#tell(await this.#keepOne(setMediaRemoved(media, given, this.#context), media));
  };

  /** Erases a picture or a sound for everybody: somebody may be in it who should not be. */
  async erase(media: SheetMedia): Promise<void> {
    const document = { _id: media._id, _deleted: true as const };
    const allowed = check(document, media, session.actor(this.#space));
    this.#tell(allowed.ok ? await this.keep([{ document }]) : allowed);
  }

  mayErase = (media: SheetMedia): boolean =>
    check({ _id: media._id, _deleted: true }, media, session.actor(this.#space)).ok;

  /**
   * Settles two versions of a value in one transaction; what stood until now can still be read.
   * @param text what it shall say; null keeps what stands
   */
  async settle(entry: Entry, variant: Variant, text: Value | null): Promise<Result<void, Failure>> {
    const context = this.#context;
    const settled = resolveVariant(variant, context);
    if (!settled.ok) return this.#tell(settled);
    const documents: Accepted[] = [{ document: settled.value, previous: variant }];
    if (text !== null) documents.push(...this.#replacing(entry, variant.field, text));
    return this.#tell(await this.keep(documents));
  }

  /** Brings an earlier version of a value back; what stands is kept as a version in its turn. */
  async bringBack(entry: Entry, variant: Variant, text: Value): Promise<Result<void, Failure>> {
    return this.#tell(await this.keep(this.#replacing(entry, variant.field, text)));
  }

  #replacing(entry: Entry, field: string, text: Value): Accepted[] {
    const context = this.#context;
    const began = { values: entry.values, at: context.now };
    const { entry: edited, before } = writeEntry(
      entry,
      { [field.slice(field.indexOf('.') + 1)]: text },
      this.voice,
      began,
      context
    );
    if (!edited.ok) return [];
    return [{ document: edited.value, previous: entry }, ...before.map((document) => ({ document }))];
  }
}
