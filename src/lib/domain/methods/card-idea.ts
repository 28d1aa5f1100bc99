import type { Values } from './entry.ts';
import type { Words, Section, TemplateContent, TemplateField } from './template-format.ts';

// Fields of the app's own templates, and what a municipality is likely to call its own.
const TITLES = ['namn', 'rubrik', 'titel', 'hur-kan-vi'];
const NEEDS = ['behov', 'behov-malgrupp', 'problem', 'insikt', 'utmaning', 'hinder', 'risk'];
const PROPOSALS = ['ide', 'forslag', 'losning', 'mojlighet', 'beskrivning', 'handling', 'atgard', 'forandringside'];

const TITLE_MAX = 140;
const TEXT_MAX = 8000;

/** What a card says, as an idea says it. */
export interface CardWords {
  readonly title: string;
  readonly need: string;
  readonly proposal: string;
}

type Say = (words: Words) => string;

/** What is filled in once in a sheet, by field: what its cards are an answer to. */
export function loneValues({ sections }: TemplateContent, valueOf: (field: string) => unknown): Values {
  const values: Record<string, string> = {};
  for (const { id } of textFields(sections)) {
    const value = valueOf(id);
    if (typeof value === 'string') values[id] = value;
  }
  return values;
}

const textFields = (sections: readonly Section[]): TemplateField[] =>
  sections.flatMap(({ form, fields = [] }) => (form === 'text' ? fields : []));

/** Whether a whole sheet describes one idea, as an idea card does: nothing but texts, and one of them a proposal. */
export const isOneIdea = ({ sections }: TemplateContent): boolean =>
  sections.every(({ form }) => form === 'text' || form === 'sketch') &&
  textFields(sections).some(({ id }) => PROPOSALS.indexOf(id) >= 0);

/** A whole sheet as an idea. */
export const wordsOfSheet = (content: TemplateContent, values: Values, say: Say): CardWords =>
  wordsOfCard(textFields(content.sections), values, {}, say);

/**
 * A row or a card as an idea: its fields by what they are called, and what has no place of its own below the need.
 * @param around what the sheet says once, whose need is the card's where it has none
 */
export function wordsOfCard(fields: readonly TemplateField[], values: Values, around: Values, say: Say): CardWords {
  const said = fields.flatMap((field) => {
    const text = shown(field, values, say);
    return text === '' ? [] : [{ ...field, text }];
  });
  type Said = (typeof said)[number];
  const among = (ids: readonly string[]): Said[] => said.filter(({ id }) => ids.indexOf(id) >= 0);
  // Whoever it is about names nothing, where there is anything else.
  const told = said.filter(({ type }) => type !== 'choice').sort((a, b) => roleLast(a) - roleLast(b));
  const named = [...among(TITLES), ...among(PROPOSALS), ...among(NEEDS), ...told][0];
  const title = lineOf(named?.text ?? '');
  // What fits in the title as a whole needs not be said again.
  const rest = said.filter((each) => each !== named || title !== each.text);
  const isPlain = ({ id }: Said): boolean => NEEDS.indexOf(id) >= 0 || id === named?.id;
  const proposal = rest.filter(({ id }) => PROPOSALS.indexOf(id) >= 0);
  const others = rest.filter((each) => proposal.indexOf(each) < 0);
  const needs = others.some(isPlain)
    ? []
    : NEEDS.flatMap((id) => (typeof around[id] === 'string' ? [around[id].trim()] : [])).slice(0, 1);
  return {
    title,
    need: joined([
      ...needs,
      ...others.filter(isPlain).map(({ text }) => text),
      ...others.filter((each) => !isPlain(each)).map(({ name, text }) => labelled(say(name), text))
    ]),
    proposal: joined(proposal.map(({ text }) => text))
  };
}

const roleLast = ({ type }: Pick<TemplateField, 'type'>): number => (type === 'role' ? 1 : 0);

function shown({ id, type, options, unit }: TemplateField, values: Values, say: Say): string {
  const value = values[id];
  if (value === undefined) return '';
  if (type === 'choice') {
    const option = options?.find((each) => each.id === value);
    return option === undefined ? '' : say(option.name);
  }
  return (String(value) + (type === 'number' && unit !== undefined ? ' ' + say(unit) : '')).trim();
}

const labelled = (name: string, text: string): string => (/[?…:]$/.test(name) ? `${name} ${text}` : `${name}: ${text}`);

/** The first line, or as many whole words of it as a title takes. */
function lineOf(text: string): string {
  const [line = ''] = text.split('\n', 1);
  if (line.length <= TITLE_MAX) return line.trim();
  const cut = line.slice(0, TITLE_MAX - 1);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), TITLE_MAX / 2)).trim() + '…';
}

const joined = (texts: readonly string[]): string => texts.join('\n\n').slice(0, TEXT_MAX);
