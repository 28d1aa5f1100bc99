import { accumulated, calculate } from './calculation.ts';
import { isOneIdea } from './card-idea.ts';
import type { Dots } from './dots.ts';
import type { Entry } from './entry.ts';
import { dotsFor, headingOf, readSheet, type SheetReading } from './reading.ts';
import { sketchText } from './sketch.ts';
import { STEPS, type Step } from './steps.ts';
import type { Section, TemplateContent, TemplateField } from './template-format.ts';
import type { Worksheet } from './worksheet.ts';
import { yearsOf } from './years.ts';

/** A sheet as a summary reads it. */
export interface SummarySheet {
  readonly sheet: Worksheet;
  readonly content: TemplateContent;
  readonly entries: readonly Entry[];
  readonly dots: readonly Dots[];
}

/** Something that was found in a sheet and is worth seeing with others of its kind. */
export interface Finding {
  readonly id: string;
  readonly sheet: Worksheet;
  readonly text: string;
  /** What goes with it: a quote, a question, a description. */
  readonly with: readonly { readonly field: TemplateField; readonly text: string }[];
  /** Dots it has been given, of all kinds; nought where none were. */
  readonly dots: number;
}

// What a municipality's own template calls a field is theirs to choose; that it is about insights shows in its id or
// in its name.
const INSIGHT = /^(insikt|lärdom|lardom|överraskning|overraskning|insight|lesson|surprise)/i;
const IDEA = /^(idé|ide|idea)(er|as|s)?$/i;
const IDEA_CARD = /^(namn|name)$/i;

const wordsOf = ({ name }: TemplateField): readonly string[] =>
  typeof name === 'string' ? [name] : [name.sv, name.en];
const isAbout = (pattern: RegExp, field: TemplateField): boolean =>
  (field.type === 'text' || field.type === 'long') && [field.id, ...wordsOf(field)].some((each) => pattern.test(each));

const said = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The insights of some sheets, in the order of the sheets: each with its quote, its opportunity and its question. */
export const insightsOf = (sheets: readonly SummarySheet[]): Finding[] =>
  sheets.flatMap((each) =>
    findings(
      each,
      (section) => (section.fields ?? []).filter((field) => isAbout(INSIGHT, field)),
      (section, found) =>
        // A sheet that is about insights has more to say of them; elsewhere they are one thing among others.
        (section.fields ?? [])[0]?.id === found.id ? (section.fields ?? []).slice(1) : quotes(section)
    )
  );

const quotes = ({ fields = [] }: Section): TemplateField[] => fields.filter(({ id }) => /^(citat|quote)/.test(id));

/** The ideas of some sheets, those with most dots first: cards of ideas, and idea cards with what they say of theirs. */
export const ideasOf = (sheets: readonly SummarySheet[]): Finding[] =>
  sheets
    .flatMap((each) => {
      if (each.content.step !== 'ta-fram-ideer') return [];
      const isCard = isOneIdea(each.content);
      return findings(
        each,
        (section) => (section.fields ?? []).filter((field) => isAbout(isCard ? IDEA_CARD : IDEA, field)).slice(0, 1),
        (section, found) => (section.fields ?? []).filter(({ id }) => id !== found.id)
      );
    })
    .sort((a, b) => b.dots - a.dots);

function findings(
  { sheet, content, entries, dots }: SummarySheet,
  wanted: (section: Section) => readonly TemplateField[],
  along: (section: Section, found: TemplateField) => readonly TemplateField[]
): Finding[] {
  const reading = readSheet(entries);
  return content.sections.flatMap((section) =>
    wanted(section).flatMap((field) => {
      const found = (id: string, valueOf: (field: TemplateField) => unknown, entry?: Entry): Finding[] => {
        const text = said(valueOf(field));
        if (text === '') return [];
        const others = along(section, field).map((each) => ({ field: each, text: said(valueOf(each)) }));
        const sum = (section.variables ?? []).reduce(
          (all, variable) => all + (entry === undefined ? 0 : dotsFor(dots, entry._id, variable.id)),
          0
        );
        return [{ id, sheet, text, with: others.filter((each) => each.text !== ''), dots: sum }];
      };
      return section.form === 'text'
        ? found(`${sheet._id}/${field.id}`, ({ id }) => reading.value(id))
        : reading
            .rows(section.id)
            .flatMap((entry) => found(`${entry._id}/${field.id}`, ({ id }) => entry.values[id], entry));
    })
  );
}

/** What a part of a sheet comes to in a few lines. */
export interface Brief {
  readonly section: Section;
  /** Fields that are filled in once, with what they say. */
  readonly fields: readonly {
    readonly field: TemplateField;
    readonly value: string | number;
    readonly part?: number;
  }[];
  /** Rows and cards by their first words, those with most dots first. */
  readonly rows: readonly {
    readonly id: string;
    readonly text: string;
    readonly zone: string | undefined;
    readonly dots: number;
  }[];
  /** Whether there is a drawing, and what it shows in words. */
  readonly sketch: { readonly told: string } | undefined;
  /** What a calculation comes to in the end. */
  readonly net: { readonly amount: number; readonly years: number; readonly field: TemplateField } | undefined;
}

/** What a sheet says, part by part; those that say nothing are left out. */
export function briefOf({ content, entries, dots }: SummarySheet): Brief[] {
  const reading = readSheet(entries);
  return content.sections
    .map((section) => brief(section, reading, dots))
    .filter(
      ({ fields, rows, sketch, net }) =>
        fields.length > 0 || rows.length > 0 || sketch !== undefined || net !== undefined
    );
}

function brief(section: Section, reading: SheetReading, dots: readonly Dots[]): Brief {
  const nothing: Brief = { section, fields: [], rows: [], sketch: undefined, net: undefined };
  const fields = section.fields ?? [];
  const filled = (part?: number): Brief['fields'] =>
    fields.flatMap((field) => {
      const value = reading.value(field.id, part);
      return value === undefined ? [] : [{ field, value, ...(part === undefined ? {} : { part }) }];
    });
  switch (section.form) {
    case 'text':
      return { ...nothing, fields: filled() };
    case 'wheel': {
      const last = reading.parts(section);
      return { ...nothing, fields: last === 0 ? [] : filled(last) };
    }
    case 'calculation': {
      if (reading.parts(section) === 0) return nothing;
      const years = yearsOf(reading, section);
      const end = calculate(section, years)
        .filter(({ field }) => field.compute !== undefined)
        .at(-1);
      if (end === undefined) return nothing;
      return { ...nothing, net: { amount: accumulated(end.amounts).at(-1)!, years: years.length, field: end.field } };
    }
    case 'sketch':
      return reading.rows(section.id).length === 0 && sketchText(reading, section) === ''
        ? nothing
        : { ...nothing, sketch: { told: sketchText(reading, section) } };
    default: {
      const sumOf = (entry: Entry): number =>
        (section.variables ?? []).reduce((sum, { id }) => sum + dotsFor(dots, entry._id, id), 0);
      const rows = reading.rows(section.id).map((entry) => ({
        id: entry._id,
        text: headingOf(fields, entry),
        zone: section.zones?.find(({ id }) => id === entry.place?.zone)?.id,
        dots: sumOf(entry)
      }));
      return { ...nothing, rows: rows.sort((a, b) => b.dots - a.dots) };
    }
  }
}

/** What is left of a piece of work. */
export interface Left {
  /** Steps it has never been in. */
  readonly steps: readonly Step[];
  /** Sheets that nobody has written in. */
  readonly empty: readonly Worksheet[];
  /** Sheets that are begun and have empty fields, with those. */
  readonly unfilled: readonly { readonly sheet: Worksheet; readonly fields: readonly TemplateField[] }[];
}

/** What is left: steps not been in, sheets not begun, and fields not filled in. @param been the steps it was taken to */
export function leftOf(been: readonly Step[], sheets: readonly SummarySheet[]): Left {
  const isEmpty = (each: SummarySheet): boolean => briefOf(each).length === 0;
  return {
    // It begins in the first.
    steps: STEPS.slice(1).filter((step) => !been.includes(step)),
    empty: sheets.filter(isEmpty).map(({ sheet }) => sheet),
    unfilled: sheets
      .filter((each) => !isEmpty(each))
      .map(({ sheet, content, entries }) => {
        const reading = readSheet(entries);
        const alone = content.sections.flatMap(({ form, fields = [] }) => (form === 'text' ? fields : []));
        return {
          sheet,
          fields: alone.filter(({ id, type }) => type !== 'photo' && reading.value(id) === undefined)
        };
      })
      .filter(({ fields }) => fields.length > 0)
  };
}
