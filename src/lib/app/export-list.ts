import { err, ok, type Result } from '#lib/core/result.ts';
import type { Cell, Column } from '#lib/domain/export/table.ts';
import { swedishDay } from '#lib/domain/workdays.ts';
import { download } from './download.ts';
import type { FileFormat, TableAnswer, TableMessage } from './table-file.ts';

/** A list that can be saved as a file, read a stretch at a time. */
export interface ListSource {
  /** What the sheet and the file are called. */
  readonly name: string;
  readonly columns: readonly Column[];
  rows(): AsyncIterable<readonly (readonly Cell[])[]>;
}

export type ExportFailure = 'nothing' | 'failed';

/** Lets the page answer to presses and keys between two stretches. */
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Makes a file of a list on this device and saves it among the downloads. The page reads it a stretch at a time; the
 * file is put together beside it.
 * @returns how many rows the file has
 */
export async function exportList(source: ListSource, format: FileFormat): Promise<Result<number, ExportFailure>> {
  const worker = new Worker(new URL('./table-file.worker.ts', import.meta.url), { type: 'module' });
  const tell = (message: TableMessage): void => worker.postMessage(message);
  try {
    const answer = new Promise<TableAnswer>((resolve) => {
      worker.addEventListener('message', ({ data }: MessageEvent<TableAnswer>) => resolve(data));
      worker.addEventListener('error', ({ message }) => resolve({ fault: message }));
    });
    tell({ begin: { format, sheet: source.name, columns: source.columns } });
    let count = 0;
    for await (const rows of source.rows()) {
      count += rows.length;
      tell({ rows });
      await breath();
    }
    if (count === 0) return err('nothing');
    tell({ end: true });
    const made = await answer;
    if ('fault' in made) return err('failed');
    download(made.file, `${source.name}-${swedishDay(new Date().toISOString())}.${format}`);
    return ok(count);
  } catch {
    return err('failed');
  } finally {
    worker.terminate();
  }
}
