import { bare } from '#lib/core/ids.ts';
import type { Entry, Value } from '#lib/domain/methods/entry.ts';
import type { SheetMedia } from '#lib/domain/methods/media.ts';
import { dotsFor, readSheet, type SheetReading } from '#lib/domain/methods/reading.ts';
import {
  say,
  type Section,
  type TemplateContent,
  type TemplateField,
  type Words
} from '#lib/domain/methods/template-format.ts';
import { day } from '#lib/messages/dates.svelte.ts';
import { type Language, language } from '#lib/messages/index.svelte.ts';
import { methodOutWords } from '#lib/messages/method-out.ts';
import type { SheetView } from '#lib/store/methods.ts';
import type { PaperCard } from './card.ts';
import type { DottedCard, Variable } from './dots.ts';
import type { Said } from './wheel.ts';

/** A sheet as it is put on paper: what is in it, in words. Made of data alone. */
export interface PaperSheet {
  readonly view: SheetView;
  readonly content: TemplateContent;
  readonly reading: SheetReading;
  readonly say: (words: Words | undefined) => string;
  /** Who wrote an entry; empty where that is not asked for. */
  readonly whoOf: (entry: Entry | undefined) => string;
  /** What a value says to a reader. */
  readonly textOf: (field: TemplateField, value: Value | undefined) => string;
  /** What stands in a field that is filled in once. */
  readonly saidIn: (field: TemplateField, part?: number) => string;
  readonly cardOf: (section: Section, entry: Entry) => PaperCard;
  /** Pictures and sounds of an entry, by the last part of its id. */
  readonly mediaOf: (key: string) => readonly SheetMedia[];
  readonly variablesOf: (section: Section) => readonly Variable[];
  readonly dotted: (section: Section) => readonly DottedCard[];
}

const numberFormat = (chosen: Language): Intl.NumberFormat =>
  new Intl.NumberFormat(chosen === 'sv' ? 'sv-SE' : 'en-GB', { maximumFractionDigits: 2 });

/**
 * Reads a sheet for paper.
 * @param nameOf what people are called; undefined where no names are to stand on it
 */
export function paperSheet(
  view: SheetView,
  content: TemplateContent,
  nameOf: ((person: string) => string) | undefined
): PaperSheet {
  const chosen = language();
  const words = methodOutWords();
  const reading = readSheet(view.entries);
  const format = numberFormat(chosen);
  const speak = (given: Words | undefined): string => (given === undefined ? '' : say(given, chosen));
  const media = new Map<string, SheetMedia[]>();
  for (const each of view.media)
    if (each.removed?.given !== true) media.set(each.entry, [...(media.get(each.entry) ?? []), each]);

  const textOf = (field: TemplateField, value: Value | undefined): string => {
    if (value === undefined) return '';
    if (field.type === 'choice') return speak(field.options?.find(({ id }) => id === value)?.name) || String(value);
    if (typeof value === 'number') return `${format.format(value)} ${speak(field.unit)}`.trim();
    return field.type === 'date' && /^\d{4}-\d\d-\d\d$/.test(value) ? day(value + 'T12:00:00') : value.trim();
  };
  const whoOf = (entry: Entry | undefined): string => {
    if (nameOf === undefined || entry === undefined) return '';
    const { by, voice, at, edited } = entry;
    const written = words.by(nameOf(voice ?? by), day(at));
    const last = edited?.voice ?? edited?.by;
    return edited === undefined || last === (voice ?? by)
      ? written
      : `${written} · ${words.by(nameOf(last!), day(edited.at))}`;
  };
  const cardOf = (section: Section, entry: Entry): PaperCard => {
    const said = (section.fields ?? [])
      .filter(({ type }) => type !== 'photo')
      .map((field) => ({ field, text: textOf(field, entry.values[field.id]) }))
      .filter(({ text }) => text !== '');
    const first = section.fields?.[0]?.id;
    const head = said.find(({ field }) => field.id === first);
    return {
      id: entry._id,
      heading: head?.text ?? (said.length === 0 ? words.empty : '–'),
      more: said
        .filter((each) => each !== head)
        .map(({ field, text }) => ({ id: field.id, label: field.type === 'choice' ? '' : speak(field.name), text })),
      who: whoOf(entry),
      colour: section.colours === true ? (entry.colour?.name ?? 'yellow') : 'white',
      zone: entry.place?.zone,
      x: entry.place?.x,
      y: entry.place?.y,
      links: (entry.links ?? []).map((key) => `entry:${bare(entry.worksheet)}:${key}`)
    };
  };
  const variablesOf = ({ variables = [] }: Section): Variable[] =>
    variables.map(({ id, name }) => ({ id, name: String(reading.value(id) ?? speak(name)) }));

  return {
    view,
    content,
    reading,
    say: speak,
    whoOf,
    textOf,
    saidIn: (field, part) => textOf(field, reading.value(field.id, part)),
    cardOf,
    mediaOf: (key) => media.get(key) ?? [],
    variablesOf,
    dotted: (section) =>
      reading.rows(section.id).map((entry) => ({
        card: cardOf(section, entry),
        given: Object.fromEntries(
          variablesOf(section).map(({ id }) => [id, dotsFor(view.dots, entry._id, id)] as const)
        )
      }))
  };
}

/** The fields of a part of a wheel in one turn, with what is said in each. */
export const saidIn = (sheet: PaperSheet, section: Section, zone: string | undefined, turn: number): Said[] =>
  (section.fields ?? [])
    .filter((field) => field.zone === zone && field.type !== 'photo')
    .map((field) => ({ id: field.id, name: sheet.say(field.name), text: sheet.saidIn(field, turn) }));
