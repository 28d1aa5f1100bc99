import { sheetTable } from '#lib/domain/methods/sheet-table.ts';
import { say, type TemplateContent } from '#lib/domain/methods/template-format.ts';
import { language } from '#lib/messages/index.svelte.ts';
import { methodOutWords } from '#lib/messages/method-out.ts';
import { methodWords } from '#lib/messages/methods.ts';
import type { SheetView } from '#lib/store/methods.ts';
import { exportList } from '../export-list.ts';
import type { FileFormat } from '../table-file.ts';

/**
 * Saves the rows of a worksheet as a file.
 * @param nameOf what people are called; undefined where no names are to stand in it
 */
export function exportSheetRows(
  view: SheetView,
  content: TemplateContent,
  nameOf: ((person: string) => string) | undefined,
  format: FileFormat
) {
  const chosen = language();
  const words = {
    ...methodOutWords().columns,
    colours: methodWords().sheet.colours,
    say: (given: Parameters<typeof say>[0]) => say(given, chosen)
  };
  const { columns, rows } = sheetTable(content, view, words, nameOf);
  async function* stretches() {
    yield rows;
  }
  return exportList({ name: view.sheet.name, columns, rows: stretches }, format);
}
