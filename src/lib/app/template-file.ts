import { err, ok, type Result } from '#lib/core/result.ts';
import { readTemplate, type TemplateFault } from '#lib/domain/methods/template-check.ts';
import { fitted } from '#lib/domain/methods/template-editing.ts';
import { say, type TemplateContent } from '#lib/domain/methods/template-format.ts';
import { download } from './download.ts';

/** Why a file is no template. */
export type FileFault =
  | { readonly code: 'too-large' }
  | { readonly code: 'unread' }
  /** @prop line where the text breaks off from JSON, where the browser tells */
  | { readonly code: 'not-json'; readonly line: number | undefined }
  /** @prop given what the file holds, which the faults point into */
  | { readonly code: 'faulty'; readonly faults: readonly TemplateFault[]; readonly given: unknown };

/** Many times what the largest template takes. */
const MOST_BYTES = 1_000_000;

/** Saves a template as a file of the format in docs/templates.md: the same text for the same template. */
export function saveTemplateFile(content: TemplateContent): void {
  const text = JSON.stringify(fitted(content), null, 2) + '\n';
  const name = say(content.name, 'sv').trim();
  download(new Blob([text], { type: 'application/json' }), `mall-${name === '' ? 'utkast' : name}.json`);
}

/** Reads what {@link saveTemplateFile} has saved, or what somebody has written by hand. */
export async function readTemplateFile(file: Blob): Promise<Result<TemplateContent, FileFault>> {
  if (file.size > MOST_BYTES) return err({ code: 'too-large' });
  let text: string;
  try {
    text = await file.text();
  } catch {
    return err({ code: 'unread' });
  }
  return readTemplateText(text);
}

/** The same of a file's text. */
export function readTemplateText(text: string): Result<TemplateContent, FileFault> {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    return err({ code: 'not-json', line: lineOf(text, String(error)) });
  }
  const read = readTemplate(given);
  return read.ok ? ok(read.value) : err({ code: 'faulty', faults: read.error, given });
}

// Browsers tell in words of their own: a line, or how many characters in.
function lineOf(text: string, message: string): number | undefined {
  const line = /line (\d+)/.exec(message)?.[1];
  if (line !== undefined) return Number(line);
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return text.slice(0, Number(position)).split('\n').length;
  return /end of/i.test(message) ? text.trimEnd().split('\n').length : undefined;
}
