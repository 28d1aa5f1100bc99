import { bare } from '#lib/core/ids.ts';
import { err, ok, type Result } from '#lib/core/result.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { download } from './download.ts';
import { filed, type FiledAttachment } from './filed.ts';
import { session } from './session.svelte.ts';

/** What an idea's file is, as docs/idefil.md tells it. */
interface IdeaFile {
  readonly format: 'ideslussen-ide';
  readonly version: 1;
  /** When it was made, ISO. Not by whom: a file of one's own hidden idea must not tell whose it is. */
  readonly made: string;
  readonly space: string;
  readonly idea: string;
  readonly documents: readonly Envelope[];
  readonly attachments: readonly FiledAttachment[];
}

/**
 * Saves everything of one idea as one file (JSON), pictures and sounds in it. Those that are not on this device are
 * fetched where there is contact.
 * @param id as a store's `ideaView` takes it
 * @returns how many pictures and sounds are missing from the file
 */
export async function saveIdeaFile(id: string): Promise<Result<number, 'missing'>> {
  const record = await session.store.ideaRecord(id);
  if (record === undefined) return err('missing');
  const { space, idea, documents } = record;
  const attachments = await filed(space, record.attachments);
  const made = new Date().toISOString();
  const file: IdeaFile = { format: 'ideslussen-ide', version: 1, made, space, idea, documents, attachments };
  download(new Blob([JSON.stringify(file, null, 1) + '\n'], { type: 'application/json' }), `ide-${bare(idea)}.json`);
  return ok(attachments.filter(({ base64 }) => base64 === null).length);
}
