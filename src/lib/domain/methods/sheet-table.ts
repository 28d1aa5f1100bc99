import { bare } from '#lib/core/ids.ts';
import type { Cell, Column } from '../export/table.ts';
import { amountOf } from './calculation.ts';
import type { Dots } from './dots.ts';
import { type Colour, type Entry, slotKey, type Value } from './entry.ts';
import type { SheetMedia } from './media.ts';
import { dotsFor, headingOf, readSheet, slotOf } from './reading.ts';
import { sketchText } from './sketch.ts';
import type { Section, TemplateContent, TemplateField, Words } from './template-format.ts';
import { yearsOf } from './years.ts';

/** What columns are called, and how words of the template are said. */
export interface TableWords {
  readonly say: (words: Words) => string;
  readonly section: string;
  readonly place: string;
  readonly part: string;
  readonly colour: string;
  readonly colours: Readonly<Record<Colour, string>>;
  readonly leadsTo: string;
  readonly dots: (variable: string) => string;
  readonly sketch: string;
  readonly pictures: string;
  readonly seconds: string;
  readonly by: string;
  readonly at: string;
  readonly id: string;
}

interface SheetContents {
  readonly entries: readonly Entry[];
  readonly dots: readonly Dots[];
  readonly media: readonly SheetMedia[];
}

export interface SheetTable {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A row before its cells stand in columns. */
interface Line {
  readonly section: Section;
  readonly values: Readonly<Record<string, Value | undefined>>;
  readonly part?: number;
  /** What its pictures and sounds belong to. */
  readonly keys: readonly string[];
  /** Who wrote it: what was written last in it. */
  readonly entry: Entry | undefined;
}

/**
 * A worksheet as one table: a line for each row and card, each year and turn, and each part that is filled in once. A
 * field has a column of its own, whatever part it stands in.
 * @param nameOf what people are called; undefined leaves out who wrote and when
 */
export function sheetTable(
  { sections }: Pick<TemplateContent, 'sections'>,
  { entries, dots, media }: SheetContents,
  words: TableWords,
  nameOf: ((person: string) => string) | undefined
): SheetTable {
  const reading = readSheet(entries);
  const lines = sections.flatMap((section) => linesOf(section, reading));
  const fields = sections.flatMap((section) => (section.fields ?? []).map((field) => ({ section, field })));
  const headers = fieldHeaders(fields, words);
  const variables = sections.flatMap((section) =>
    (section.variables ?? []).map(({ id, name }) => ({
      section,
      id,
      name: words.dots(String(reading.value(id) ?? words.say(name)))
    }))
  );
  const kept = media.filter(({ removed }) => removed?.given !== true);
  const shown = fields.filter(({ field }) => field.type !== 'photo');
  const has = (test: (section: Section) => boolean): boolean => sections.some(test);

  const parts: readonly { readonly column: Column; readonly cell: (line: Line) => Cell }[] = [
    {
      column: { header: words.section, type: 'text', width: 22 },
      cell: ({ section }) => (section.name === undefined ? undefined : words.say(section.name))
    },
    ...(has(({ form, zones }) => zones !== undefined && form !== 'wheel') || has(({ axes }) => axes !== undefined)
      ? [{ column: { header: words.place, type: 'text', width: 22 } as const, cell: placeOf }]
      : []),
    ...(has(({ form }) => form === 'wheel' || form === 'calculation')
      ? [{ column: { header: words.part, type: 'number', width: 10 } as const, cell: ({ part }: Line): Cell => part }]
      : []),
    ...shown.map(({ section, field }) => ({
      column: { header: headers.get(field.id)!, type: columnType(field), width: 32 },
      cell: (line: Line): Cell => (line.section === section ? cellOf(field, line.values[field.id], words) : undefined)
    })),
    ...sections
      .filter(({ form }) => form === 'sketch')
      .map((section) => ({
        column: {
          header: section.name === undefined ? words.sketch : words.say(section.name),
          type: 'text',
          width: 32
        } as const,
        cell: (line: Line): Cell => (line.section === section ? sketchText(reading, section) : undefined)
      })),
    ...variables.map(({ section, id, name }) => ({
      column: { header: name, type: 'number', width: 14 } as const,
      cell: (line: Line): Cell =>
        line.section === section && line.entry !== undefined ? dotsFor(dots, line.entry._id, id) : undefined
    })),
    ...(has(({ colours }) => colours === true)
      ? [
          {
            column: { header: words.colour, type: 'text', width: 10 } as const,
            cell: ({ section, entry }: Line): Cell =>
              section.colours === true && entry !== undefined
                ? words.colours[entry.colour?.name ?? 'yellow']
                : undefined
          }
        ]
      : []),
    ...(has(({ form }) => form === 'chain')
      ? [{ column: { header: words.leadsTo, type: 'text', width: 32 } as const, cell: ledTo }]
      : []),
    ...(kept.some(({ width }) => width !== undefined)
      ? [
          {
            column: { header: words.pictures, type: 'number', width: 8 } as const,
            cell: ({ keys }: Line): Cell =>
              kept.filter(({ entry, width }) => width !== undefined && keys.includes(entry)).length || undefined
          }
        ]
      : []),
    ...(kept.some(({ seconds }) => seconds !== undefined)
      ? [
          {
            column: { header: words.seconds, type: 'number', width: 10 } as const,
            cell: ({ keys }: Line): Cell =>
              kept.reduce((sum, { entry, seconds = 0 }) => (keys.includes(entry) ? sum + seconds : sum), 0) || undefined
          }
        ]
      : []),
    ...(nameOf === undefined
      ? []
      : [
          {
            column: { header: words.by, type: 'text', width: 22 } as const,
            cell: ({ entry }: Line): Cell => entry && nameOf(entry.voice ?? entry.by)
          },
          {
            column: { header: words.at, type: 'moment', width: 17 } as const,
            cell: ({ entry }: Line): Cell => entry?.at
          }
        ]),
    { column: { header: words.id, type: 'text', width: 30 }, cell: ({ entry }) => entry?._id }
  ];
  return {
    columns: parts.map(({ column }) => column),
    rows: lines.map((line) => parts.map(({ cell }) => cell(line)))
  };

  function placeOf({ section, entry }: Line): Cell {
    const place = entry?.place;
    const zone = section.zones?.find(({ id }) => id === place?.zone);
    if (zone !== undefined) return words.say(zone.name);
    if (section.axes === undefined || place?.x === undefined || place.y === undefined) return undefined;
    // In hundredths, as one would say it.
    const { x, y } = section.axes;
    return `${words.say(x.name)} ${Math.round(place.x / 10)}, ${words.say(y.name)} ${Math.round(place.y / 10)}`;
  }

  function ledTo({ section, entry }: Line): Cell {
    const names = (entry?.links ?? []).flatMap((key) => {
      const to = entries.find(({ _id, slot }) => bare(_id) === key && slot === section.id);
      return to === undefined ? [] : [headingOf(section.fields ?? [], to)];
    });
    return names.length === 0 ? undefined : names.join('\n');
  }
}

function linesOf(section: Section, reading: ReturnType<typeof readSheet>): Line[] {
  const fields = section.fields ?? [];
  const alone = (part?: number, values?: Line['values']): Line[] => {
    const slots = fields.map(({ id }) => slotOf(id, part));
    const written = slots.flatMap((slot) => reading.field(slot) ?? []);
    const said = values ?? Object.fromEntries(fields.map(({ id }) => [id, reading.value(id, part)]));
    const keys = [...slots, section.id].map(slotKey);
    return written.length === 0
      ? []
      : [{ section, values: said, keys, entry: written.reduce(laterOf), ...(part === undefined ? {} : { part }) }];
  };
  switch (section.form) {
    case 'text':
      return alone();
    case 'wheel':
      return Array.from({ length: reading.parts(section) }, (_, index) => alone(index + 1)).flat();
    case 'calculation':
      return yearsOf(reading, section).flatMap((given, index) =>
        alone(
          index + 1,
          Object.fromEntries(
            fields.map(({ id, compute }) => [id, compute === undefined ? given[id] : amountOf(fields, id, given)])
          )
        )
      );
    case 'sketch': {
      // Strokes are no rows: what is drawn is a picture, and said in words.
      const entry = reading.field(section.id);
      return sketchText(reading, section) === '' ? [] : [{ section, values: {}, keys: [slotKey(section.id)], entry }];
    }
    default:
      return reading
        .rows(section.id)
        .map((entry) => ({ section, values: entry.values, keys: [bare(entry._id)], entry }));
  }
}

const stampOf = ({ at, edited }: Entry): string => (edited ?? { at }).at;
const laterOf = (one: Entry, other: Entry): Entry => (stampOf(other) > stampOf(one) ? other : one);

const columnType = ({ type }: TemplateField): Column['type'] =>
  type === 'number' ? 'number' : type === 'date' ? 'day' : 'text';

function cellOf({ type, options }: TemplateField, value: Value | undefined, { say }: TableWords): Cell {
  if (type !== 'choice' || value === undefined) return value;
  const option = options?.find(({ id }) => id === value);
  return option === undefined ? value : say(option.name);
}

/** What fields' columns are called: those of the same name by their part too, and by a number where that does not do. */
function fieldHeaders(
  fields: readonly { readonly section: Section; readonly field: TemplateField }[],
  { say }: TableWords
): ReadonlyMap<string, string> {
  const plain = fields.map(({ field }) => say(field.name) + (field.unit === undefined ? '' : ` (${say(field.unit)})`));
  const taken = new Set<string>();
  return new Map(
    fields.map(({ section, field }, index) => {
      const name = plain[index]!;
      const isAlone = plain.filter((each) => each === name).length === 1;
      const wanted = isAlone || section.name === undefined ? name : `${say(section.name)}: ${name}`;
      let header = wanted;
      for (let number = 2; taken.has(header); number++) header = `${wanted} ${number}`;
      taken.add(header);
      return [field.id, header];
    })
  );
}
