import { toBase64 } from '#lib/core/base64.ts';
import type { RecordedAttachment } from '#lib/store/record.ts';

/** A picture or a sound in a file of documents. */
export interface FiledAttachment {
  readonly document: string;
  readonly name: string;
  readonly type: string | null;
  /** Null where it was not on the device and could not be fetched. */
  readonly base64: string | null;
}

/** Pictures and sounds as they stand in a file; what is not on this device is fetched where there is contact. */
export async function filed(space: string, recorded: readonly RecordedAttachment[]): Promise<FiledAttachment[]> {
  const attachments: FiledAttachment[] = [];
  for (const attachment of recorded) {
    const bytes = attachment.bytes ?? (await fetched(space, attachment));
    const { document, name, type = null } = attachment;
    attachments.push({ document, name, type, base64: bytes === undefined ? null : toBase64(bytes) });
  }
  return attachments;
}

/** Undefined where there is no contact, or it is there no more. */
async function fetched(space: string, { document, name }: RecordedAttachment): Promise<ArrayBuffer | undefined> {
  try {
    const answer = await fetch(`/db/${space}/${encodeURIComponent(document)}/${name}`, {
      credentials: 'same-origin',
      signal: AbortSignal.timeout(20_000)
    });
    // A sign-in page somewhere on the way answers everything with 200 and HTML.
    const isIt = answer.ok && !(answer.headers.get('content-type') ?? '').startsWith('text/html');
    return isIt ? await answer.arrayBuffer() : undefined;
  } catch {
    return undefined;
  }
}
