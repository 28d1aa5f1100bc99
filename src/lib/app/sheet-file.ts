import { bare } from '#lib/core/ids.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { BUILT_IN } from '#lib/domain/methods/builtin.ts';
import type { TemplateContent } from '#lib/domain/methods/template-format.ts';
import type { Worksheet } from '#lib/domain/methods/worksheet.ts';
import type { MethodRecord } from '#lib/store/method-record.ts';
import { download } from './download.ts';
import { filed, type FiledAttachment } from './filed.ts';
import { session } from './session.svelte.ts';

/** What the file of a worksheet or of a piece of work is, as docs/worksheet-file.md tells it. */
interface MethodFile {
  readonly format: 'ideslussen-arbetsblad' | 'ideslussen-utvecklingsarbete';
  readonly version: 1;
  /** When it was made, ISO. */
  readonly made: string;
  readonly space: string;
  /** The worksheet or the work it is of. */
  readonly of: string;
  /** What the sheets ask, by what they call their template. */
  readonly templates: Readonly<Record<string, TemplateContent>>;
  readonly documents: readonly Envelope[];
  readonly attachments: readonly FiledAttachment[];
}

/** What each sheet of a record asks. A template that has not come to this device is missing. */
function templatesOf({ documents, templates }: MethodRecord): Record<string, TemplateContent> {
  const names = documents
    .filter(({ _id }) => _id.startsWith('worksheet:'))
    .map((sheet) => (sheet as Worksheet).template);
  return Object.fromEntries(
    [...new Set(names)].sort().flatMap((name) => {
      const content = BUILT_IN[name] ?? templates.find(({ _id }) => _id === name)?.content;
      return content === undefined ? [] : [[name, content] as const];
    })
  );
}

async function save(
  found: MethodRecord | undefined,
  format: MethodFile['format'],
  name: string
): Promise<Result<number, 'missing'>> {
  if (found === undefined) return err('missing');
  const { space, of, documents } = found;
  const attachments = await filed(space, found.attachments);
  const made = new Date().toISOString();
  const file: MethodFile = {
    format,
    version: 1,
    made,
    space,
    of,
    templates: templatesOf(found),
    documents,
    attachments
  };
  download(new Blob([JSON.stringify(file, null, 1) + '\n'], { type: 'application/json' }), `${name}-${bare(of)}.json`);
  return ok(attachments.filter(({ base64 }) => base64 === null).length);
}

/**
 * Saves everything of one worksheet as one file (JSON), pictures and sounds in it. Those that are not on this device
 * are fetched where there is contact.
 * @returns how many pictures and sounds are missing from the file
 */
export const saveSheetFile = async (id: string): Promise<Result<number, 'missing'>> =>
  save(await session.store.sheetRecord(id), 'ideslussen-arbetsblad', 'arbetsblad');

/** Saves everything of a piece of work, with all its sheets, in the same way. */
export const saveWorkFile = async (id: string): Promise<Result<number, 'missing'>> =>
  save(await session.store.caseRecord(id), 'ideslussen-utvecklingsarbete', 'utvecklingsarbete');
