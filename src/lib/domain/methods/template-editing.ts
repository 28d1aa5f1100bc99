import { hasPart, type Part } from './template-check.ts';
import type { Form, Section, TemplateContent, TemplateField, Words } from './template-format.ts';

/** Names for what a new section begins with, in the language of whoever makes it. */
export interface StartWords {
  readonly text: string;
  readonly day: string;
  readonly step: string;
  readonly feeling: string;
  readonly cost: string;
  readonly income: string;
  readonly net: string;
  readonly money: string;
  readonly value: string;
  readonly rings: readonly string[];
  readonly columns: readonly string[];
  readonly turn: readonly string[];
  readonly chain: readonly string[];
  readonly corners: readonly string[];
  readonly axes: { readonly x: string; readonly y: string; readonly low: string; readonly high: string };
}

/** Gives an id that no part has had before: an answer is never shown under another question. */
export type NewPartId = (kind: 'del' | 'falt' | 'plats' | 'val' | 'sak') => string;

/** A template with nothing in it yet. */
export const blankTemplate = (): TemplateContent => ({
  format: 1,
  name: '',
  step: 'ringa-in',
  guide: { purpose: '', when: '', minutes: { from: 20, to: 60 }, group: { from: 2, to: 8 }, how: [''] },
  sections: []
});

/** What a section of that form begins with: enough to be tried at once. */
export function blankSection(form: Form, words: StartWords, newId: NewPartId): Section {
  const field = (name: string, more: Partial<TemplateField> = {}): TemplateField => ({
    id: newId('falt'),
    name,
    type: 'long',
    ...more
  });
  const zones = (names: readonly string[]) => names.map((name) => ({ id: newId('plats'), name }));
  const base: Section = { id: newId('del'), form, fields: [field(words.text)] };
  if (form === 'rings') return { ...base, zones: zones(words.rings) };
  if (form === 'chain') return { ...base, zones: zones(words.chain) };
  if (form === 'matrix') {
    const { x, y, low, high } = words.axes;
    return { ...base, axes: { x: { name: x, low, high }, y: { name: y, low, high } } };
  }
  if (form === 'dots') return { ...base, dots: 3, variables: [{ id: newId('sak'), name: words.value }] };
  if (form === 'diary') return { ...base, fields: [field(words.day, { type: 'date' }), field(words.text)] };
  if (form === 'journey') {
    const feeling = field(words.feeling, { type: 'number', min: -2, max: 2 });
    return { ...base, zones: zones(words.columns), fields: [field(words.step), feeling], curve: feeling.id };
  }
  if (form === 'wheel') {
    const parts = zones(words.turn);
    return { ...base, zones: parts, fields: parts.map(({ id, name }) => field(name, { zone: id })) };
  }
  if (form === 'calculation') {
    const cost = field(words.cost, { type: 'number', unit: words.money });
    const income = field(words.income, { type: 'number', unit: words.money });
    const net = field(words.net, {
      type: 'number',
      unit: words.money,
      compute: { op: 'difference', of: [income.id, cost.id] }
    });
    return { ...base, years: { from: 3, to: 4 }, fields: [cost, income, net] };
  }
  if (form === 'sketch') return { id: base.id, form };
  return base;
}

/**
 * The same section in another form: fields and places come along, and what the new form must have beside is there.
 * What only the old one had a use for stays in the draft, and is taken out of what is published.
 */
export function inForm(section: Section, form: Form, words: StartWords, newId: NewPartId): Section {
  const fresh = blankSection(form, words, newId);
  const next: Section = { ...fresh, ...section, form };
  // A curve and a sum are made of numbers, which fields that came along need not have.
  if (form === 'journey' && section.curve === undefined) {
    const [, feeling] = fresh.fields!;
    return { ...next, fields: [...(section.fields ?? []), feeling!], curve: feeling!.id };
  }
  if (form === 'matrix' && section.axes === undefined && section.zones !== undefined && section.zones.length !== 4)
    return { ...next, axes: fresh.axes };
  if (form === 'calculation' && !(section.fields ?? []).some(({ type }) => type === 'number'))
    return { ...next, fields: fresh.fields };
  return next;
}

/** The list with one of its parts a step earlier or later; the same where there is no such place. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const next = [...list];
  const to = index + by;
  if (to < 0 || to >= list.length) return next;
  [next[index], next[to]] = [next[to]!, next[index]!];
  return next;
}

const isBlank = (words: Words | undefined): boolean =>
  words === undefined || (typeof words === 'string' && words.trim() === '');

/** What is left out is left out, so that a template is the same text however it was made. */
function without<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}

const trimmed = (words: Words): Words =>
  typeof words === 'string' ? words.trim() : { sv: words.sv.trim(), en: words.en.trim() };

const given = (words: Words | undefined): Words | undefined => (isBlank(words) ? undefined : trimmed(words!));

const fittedField = (field: TemplateField, form: Form): TemplateField => {
  const isNumber = field.type === 'number';
  return without({
    id: field.id,
    type: field.type,
    name: trimmed(field.name),
    help: given(field.help),
    options: field.type === 'choice' ? field.options?.map(({ id, name }) => ({ id, name: trimmed(name) })) : undefined,
    min: isNumber ? field.min : undefined,
    max: isNumber ? field.max : undefined,
    unit: isNumber ? given(field.unit) : undefined,
    zone: form === 'wheel' ? field.zone : undefined,
    compute: isNumber ? field.compute : undefined
  });
};

const fittedSection = (section: Section): Section => {
  const { form } = section;
  const has = (part: Part): boolean => hasPart(form, part);
  const axis = ({ name, low, high }: NonNullable<Section['axes']>['x']) => ({
    name: trimmed(name),
    low: trimmed(low),
    high: trimmed(high)
  });
  const { axes } = section;
  const isMeasured = has('axes') && axes !== undefined;
  return without({
    id: section.id,
    form,
    name: given(section.name),
    help: given(section.help),
    add: given(section.add),
    fields: has('fields') ? section.fields?.map((field) => fittedField(field, form)) : undefined,
    // A board measures on two axes or has four named fields; where it measures, the names wait in the draft.
    zones:
      has('zones') && !isMeasured
        ? section.zones?.map(({ id, name, help }) => without({ id, name: trimmed(name), help: given(help) }))
        : undefined,
    axes: isMeasured ? { x: axis(axes.x), y: axis(axes.y) } : undefined,
    curve: has('curve') ? section.curve : undefined,
    variables: has('variables')
      ? section.variables?.map(({ id, name, fixed }) =>
          without({ id, name: trimmed(name), fixed: fixed === true ? true : undefined })
        )
      : undefined,
    dots: has('dots') ? section.dots : undefined,
    years: has('years') ? section.years : undefined,
    colours: has('colours') && section.colours === true ? true : undefined,
    sound: has('sound') && section.sound === true ? true : undefined
  });
};

/** The template as it would be published: without what its forms have no use for, and without what was left empty. */
export function fitted(draft: TemplateContent): TemplateContent {
  const { guide } = draft;
  return {
    format: 1,
    name: trimmed(draft.name),
    step: draft.step,
    guide: {
      purpose: trimmed(guide.purpose),
      when: trimmed(guide.when),
      minutes: guide.minutes,
      group: guide.group,
      how: guide.how.filter((line) => !isBlank(line)).map(trimmed)
    },
    sections: draft.sections.map(fittedSection)
  };
}
