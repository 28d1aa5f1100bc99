import type { FileFault } from '#lib/app/template-file.ts';
import type { TemplateFault } from '#lib/domain/methods/template-check.ts';
import type { FaultWords } from '#lib/messages/template-faults.ts';

interface Step {
  readonly key: string;
  readonly index: number | undefined;
}

/** `sections[1].fields` is a step into the second section and one into its fields. */
const stepsOf = (path: string): Step[] =>
  path
    .split('.')
    .filter((part) => part !== '')
    .map((part) => {
      const found = /^(.*?)\[(\d+)\]$/.exec(part);
      return found === null ? { key: part, index: undefined } : { key: found[1]!, index: Number(found[2]) };
    });

const into = (value: unknown, { key, index }: Step): unknown => {
  const part = (value as Readonly<Record<string, unknown>> | null | undefined)?.[key];
  return index === undefined ? part : (part as readonly unknown[] | undefined)?.[index];
};

/** What a part is called by whoever made it, in Swedish where it has a name in both languages. */
function nameOf(part: unknown): string {
  const { name } = (typeof part === 'object' && part !== null ? part : {}) as { readonly name?: unknown };
  const words = typeof name === 'object' && name !== null ? (name as { readonly sv?: unknown }).sv : name;
  return typeof words === 'string' ? words.trim().slice(0, 40) : '';
}

/**
 * A fault as a sentence that says where it is and what is wrong.
 * @param given what the fault is in, however wrong it is
 */
export function faultSentence({ path, code }: TemplateFault, given: unknown, words: FaultWords): string {
  const { fault } = words;
  const steps = stepsOf(path);
  const last = steps.at(-1);
  if (last === undefined) return fault.whole;
  let at = given;
  const places: string[] = [];
  for (const step of steps) {
    at = into(at, step);
    const one = fault.one[step.key];
    if (step.index === undefined || one === undefined) continue;
    const place = one(step.index + 1);
    const name = nameOf(at);
    places.push(name === '' ? place : fault.quoted(place, name));
  }
  const where = places.join(', ');
  const isOne = last.index !== undefined && fault.one[last.key] !== undefined;
  // An axis, or one of two languages, is told by what it belongs to.
  const parts = steps
    .filter(({ index }) => index === undefined)
    .map(({ key }) => fault.parts[key])
    .slice(-2);
  const isKnown = isOne || fault.parts[last.key] !== undefined;
  if (!isKnown) return where === '' ? fault.unknown(last.key) : fault.said(where, fault.unknown(last.key));
  const what = isOne ? '' : parts.filter((part) => part !== undefined).join(', ');
  return fault.said([where, what].filter((part) => part !== '').join(', '), fault.codes[code]);
}

// Another sort of file has everything wrong with it, and to be told all that is no help.
const isTemplate = (given: unknown): boolean =>
  typeof given === 'object' && given !== null && ['format', 'name', 'sections'].some((part) => part in given);

/** Why a file could not be read in: the parts that are wrong, the first of them. */
export function fileSentences(fault: FileFault, words: FaultWords): string[] {
  const MOST = 6;
  if (fault.code === 'too-large') return [words.file.tooLarge];
  if (fault.code === 'unread') return [words.file.unread];
  if (fault.code === 'not-json')
    return [fault.line === undefined ? words.file.notJson : words.file.notJsonAt(fault.line)];
  if (!isTemplate(fault.given)) return [words.fault.whole];
  const sentences = [...new Set(fault.faults.map((each) => faultSentence(each, fault.given, words)))];
  const rest = sentences.length - MOST;
  return rest > 0 ? [...sentences.slice(0, MOST), words.file.more(rest)] : sentences;
}
