import type { Desk } from '#lib/app/desk.svelte.ts';
import type { Entry } from '#lib/domain/methods/entry.ts';
import type { SheetReading } from '#lib/domain/methods/reading.ts';
import type { Section, TemplateContent, Words } from '#lib/domain/methods/template-format.ts';
import type { SheetMedia } from '#lib/domain/methods/media.ts';
import type { Variant } from '#lib/domain/variant.ts';
import type { CardIdea, SheetView } from '#lib/store/methods.ts';

/** A sheet as its forms see it: what is in it, and what can be done. */
export interface OpenSheet {
  readonly view: SheetView;
  readonly content: TemplateContent;
  readonly reading: SheetReading;
  /** Everything that changes the sheet: `add`, `write`, `move`, `colour`, `link`, `remove`, `restore`, `dot`, `attach`. */
  readonly desk: Desk;
  /** Whether who wrote what is shown. */
  readonly showsWho: boolean;
  /** From whom something new has come since the sheet was opened here, in words. */
  readonly news: string;
  /** Entries that others have added or changed since the sheet was opened here. */
  readonly fresh: ReadonlySet<string>;
  /** Words of the template in the reader's language. */
  readonly say: (words: Words | undefined) => string;
  readonly nameOf: (person: string) => string;
  /** Everyone who can put dots here: whoever writes, and those who are with them at the device. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** Versions of an entry's values, settled ones too. */
  readonly variantsOf: (entry: string) => readonly Variant[];
  /** Pictures and sounds of an entry, by its whole id. */
  readonly mediaOf: (entry: string) => readonly SheetMedia[];
  /** The ideas that its cards, or the whole of it, have become, by whole id; undefined where nothing may become one. */
  readonly ideas: ReadonlyMap<string, CardIdea> | undefined;
  /** Says something quietly, for eyes and ears. */
  readonly tell: (words: string) => void;
}

/** What every form is given. One form, one component in `forms/`, one line in `forms/registry.ts`. */
export interface FormProps {
  readonly sheet: OpenSheet;
  readonly section: Section;
  /** The section's rows and cards as they stand, in order. Fields filled in once are in `sheet.reading`. */
  readonly entries: readonly Entry[];
  readonly canEdit: boolean;
}
