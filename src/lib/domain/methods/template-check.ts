import * as v from 'valibot';
import { err, ok, type Result } from '#lib/core/result.ts';
import {
  type Form,
  type Section,
  type TemplateContent,
  templateContent,
  type TemplateField
} from './template-format.ts';

/** What is wrong with a template. */
export type TemplateFaultCode =
  | 'wrong-type'
  | 'too-long'
  | 'empty'
  | 'malformed-text'
  | 'personal-number'
  | 'duplicate-id'
  | 'missing'
  | 'not-here'
  | 'unknown-field'
  | 'unknown-zone'
  | 'not-a-number'
  | 'circular'
  | 'backwards';

export interface TemplateFault {
  /** Where, as one would point in JSON: `sections[2].fields[0].options`. */
  readonly path: string;
  readonly code: TemplateFaultCode;
}

/** What a section may have, by its form. */
export type Part = 'fields' | 'zones' | 'axes' | 'curve' | 'variables' | 'dots' | 'years' | 'sound' | 'colours';

/** What each form must have, and what it may have beside. */
const PARTS: Readonly<Record<Form, { readonly needs: readonly Part[]; readonly takes: readonly Part[] }>> = {
  text: { needs: ['fields'], takes: [] },
  rows: { needs: ['fields'], takes: [] },
  cards: { needs: ['fields'], takes: ['colours'] },
  rings: { needs: ['fields', 'zones'], takes: ['colours'] },
  journey: { needs: ['fields', 'zones', 'curve'], takes: ['colours'] },
  matrix: { needs: ['fields'], takes: ['zones', 'axes', 'colours'] },
  dots: { needs: ['fields', 'variables', 'dots'], takes: ['colours'] },
  wheel: { needs: ['fields', 'zones'], takes: [] },
  chain: { needs: ['fields', 'zones'], takes: ['colours'] },
  calculation: { needs: ['fields', 'years'], takes: [] },
  diary: { needs: ['fields'], takes: ['sound'] },
  sketch: { needs: [], takes: [] }
};
const ALL: readonly Part[] = ['fields', 'zones', 'axes', 'curve', 'variables', 'dots', 'years', 'sound', 'colours'];

/** Whether a section of that form can have the part. */
export const hasPart = (form: Form, part: Part): boolean =>
  PARTS[form].needs.indexOf(part) >= 0 || PARTS[form].takes.indexOf(part) >= 0;

/** Reads what somebody imports or has made in the editor. Refused with every fault there is. */
export function readTemplate(given: unknown): Result<TemplateContent, readonly TemplateFault[]> {
  const result = v.safeParse(templateContent, given, { abortPipeEarly: true });
  if (result.success) {
    const faults = templateFaults(result.output);
    return faults.length === 0 ? ok(result.output) : err(faults);
  }
  return err(result.issues.map((issue) => ({ path: pathOf(issue), code: issue.message as TemplateFaultCode })));
}

const pathOf = (issue: { readonly path?: readonly { readonly key?: unknown }[] | undefined }): string =>
  (issue.path ?? []).reduce(
    (path, { key }) => (typeof key === 'number' ? `${path}[${key}]` : path + (path === '' ? '' : '.') + String(key)),
    ''
  );

/** What does not hold between the parts of a template whose shape is right. */
export function templateFaults(template: TemplateContent): TemplateFault[] {
  const faults: TemplateFault[] = [];
  const say = (path: string, code: TemplateFaultCode): void => void faults.push({ path, code });
  twice(template.sections).forEach((index) => say(`sections[${index}].id`, 'duplicate-id'));
  // A field of a text stands in a document named after it, so it is called that once in the whole sheet.
  const seen: string[] = [];
  template.sections.forEach((section, index) => {
    const path = `sections[${index}]`;
    checkSection(section, path, say);
    (section.fields ?? []).forEach((field, at) => {
      if (seen.indexOf(field.id) >= 0) say(`${path}.fields[${at}].id`, 'duplicate-id');
      seen.push(field.id);
    });
  });
  if (template.guide.minutes.to < template.guide.minutes.from) say('guide.minutes', 'backwards');
  if (template.guide.group.to < template.guide.group.from) say('guide.group', 'backwards');
  return faults;
}

// Runs in CouchDB's engines too, which know no flatMap.
const twice = (list: readonly { readonly id: string }[]): number[] =>
  list
    .map(({ id }, index) => (list.findIndex((each) => each.id === id) < index ? index : -1))
    .filter((index) => index >= 0);

type Say = (path: string, code: TemplateFaultCode) => void;

function checkSection(section: Section, path: string, say: Say): void {
  const { needs, takes } = PARTS[section.form];
  for (const part of needs) if (section[part] === undefined) say(`${path}.${part}`, 'missing');
  for (const part of ALL)
    if (section[part] !== undefined && needs.indexOf(part) < 0 && takes.indexOf(part) < 0)
      say(`${path}.${part}`, 'not-here');
  const { fields = [], zones = [], variables = [], years } = section;
  twice(zones).forEach((index) => say(`${path}.zones[${index}].id`, 'duplicate-id'));
  twice(variables).forEach((index) => say(`${path}.variables[${index}].id`, 'duplicate-id'));
  if (section.form === 'matrix' && zones.length !== 4 && section.axes === undefined) say(`${path}.zones`, 'missing');
  if (section.curve !== undefined) checkNumber(fields, section.curve, `${path}.curve`, say);
  if (years !== undefined && years.to < years.from) say(`${path}.years`, 'backwards');
  fields.forEach((field, index) => checkField(field, section, `${path}.fields[${index}]`, say));
}

function checkNumber(fields: readonly TemplateField[], id: string, path: string, say: Say): void {
  const field = fields.find((each) => each.id === id);
  if (field === undefined) say(path, 'unknown-field');
  else if (field.type !== 'number') say(path, 'not-a-number');
}

function checkField(field: TemplateField, section: Section, path: string, say: Say): void {
  const { options, compute, zone } = field;
  if (field.type === 'choice' && options === undefined) say(`${path}.options`, 'missing');
  if (field.type !== 'choice' && options !== undefined) say(`${path}.options`, 'not-here');
  twice(options ?? []).forEach((index) => say(`${path}.options[${index}].id`, 'duplicate-id'));
  if (field.min !== undefined && field.max !== undefined && field.max < field.min) say(`${path}.max`, 'backwards');
  if (zone !== undefined && !(section.zones ?? []).some((each) => each.id === zone))
    say(`${path}.zone`, 'unknown-zone');
  if (compute === undefined) return;
  if (field.type !== 'number') say(`${path}.type`, 'not-a-number');
  for (const id of compute.of) checkNumber(section.fields ?? [], id, `${path}.compute.of`, say);
  if (leadsTo(section.fields ?? [], field.id, field, [])) say(`${path}.compute`, 'circular');
}

/** Whether what a field is made of is in the end made of `goal`. */
const leadsTo = (
  fields: readonly TemplateField[],
  goal: string,
  from: TemplateField,
  seen: readonly string[]
): boolean =>
  (from.compute?.of ?? []).some((id) => {
    if (id === goal) return true;
    const next = fields.find((each) => each.id === id);
    return next !== undefined && seen.indexOf(id) < 0 && leadsTo(fields, goal, next, [...seen, id]);
  });
