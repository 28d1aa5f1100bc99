import { bare } from '#lib/core/ids.ts';
import type { Dots } from './dots.ts';
import { type Entry, isRemoved, slotKey, type Value } from './entry.ts';
import { inOrder } from './order.ts';
import type { Section, TemplateContent, TemplateField } from './template-format.ts';

/** What a sheet holds, ready to be read by section and field. */
export interface SheetReading {
  /** The rows and cards of a section as they stand, without those taken away. */
  rows(section: string): readonly Entry[];
  /** What is filled in once: the entry of a field, or of a field in a year or a turn, `timmar.2`. */
  field(slot: string): Entry | undefined;
  /** The value of what is filled in once. */
  value(field: string, part?: number): Value | undefined;
  /** The greatest year or turn that anything is written in, for the fields of a section; nought where nothing is. */
  parts(section: Section): number;
  /** Rows and cards that have been taken away, the last first. */
  readonly removed: readonly Entry[];
}

/** Reads a sheet's entries. */
export function readSheet(entries: readonly Entry[]): SheetReading {
  const bySlot = new Map<string, Entry[]>();
  const lone = new Map<string, Entry>();
  const removed: Entry[] = [];
  for (const entry of entries) {
    if (bare(entry._id) === slotKey(entry.slot)) {
      lone.set(entry.slot, entry);
    } else if (isRemoved(entry)) removed.push(entry);
    else {
      const rows = bySlot.get(entry.slot);
      if (rows === undefined) bySlot.set(entry.slot, [entry]);
      else rows.push(entry);
    }
  }
  for (const [slot, list] of bySlot) bySlot.set(slot, inOrder(list));
  return {
    rows: (section) => bySlot.get(section) ?? [],
    field: (slot) => lone.get(slot),
    value: (field, part) => lone.get(slotOf(field, part))?.values[field],
    parts: ({ fields = [] }) =>
      Math.max(
        0,
        ...[...lone].flatMap(([slot, { values }]) => {
          const [id, part] = slot.split('.');
          return part !== undefined && values[id!] !== undefined && fields.some((each) => each.id === id)
            ? [Number(part)]
            : [];
        })
      ),
    removed: removed.sort((a, b) => ((a.removed?.at ?? '') < (b.removed?.at ?? '') ? 1 : -1))
  };
}

/** Where a field of one year or one turn is written. */
export const slotOf = (field: string, part?: number): string => (part === undefined ? field : `${field}.${part}`);

/** How much of a sheet is filled in. */
export interface Filled {
  /** Fields filled in once that have something in them. */
  readonly fields: number;
  readonly ofFields: number;
  readonly rows: number;
}

/** How far a sheet has come: fields of its texts, and rows and cards of the rest. */
export function filledOf({ sections }: Pick<TemplateContent, 'sections'>, entries: readonly Entry[]): Filled {
  const reading = readSheet(entries);
  const lone = sections.flatMap(({ form, fields = [] }) => (form === 'text' ? fields : []));
  const others = sections.filter(({ form }) => form !== 'text');
  return {
    fields: lone.filter(({ id }) => reading.value(id) !== undefined).length,
    ofFields: lone.length,
    rows:
      others.reduce((sum, section) => sum + reading.rows(section.id).length, 0) +
      others.filter((section) => reading.parts(section) > 0).length
  };
}

/** What a row or a card is called where there is room for one line: its first words. */
export function headingOf(fields: readonly TemplateField[], { values }: Pick<Entry, 'values'>): string {
  for (const { id, type } of fields) {
    const value = values[id];
    if ((type === 'text' || type === 'long' || type === 'role') && typeof value === 'string')
      return value.trim().split('\n')[0]!.slice(0, 140);
  }
  return '';
}

/** How many dots a card has for a variable, over everybody. */
export const dotsFor = (dots: readonly Dots[], entry: string, variable: string): number =>
  dots.reduce((sum, each) => (each.entry === entry ? sum + (each.given[variable]?.count ?? 0) : sum), 0);

/** How many dots a person has given for a variable. More than they have is possible: two devices may be apart. */
export const givenBy = (dots: readonly Dots[], person: string, variable: string): number =>
  dots.reduce((sum, each) => (each.person === person ? sum + (each.given[variable]?.count ?? 0) : sum), 0);
