import type { Cell, Column } from '#lib/domain/export/table.ts';

export const FORMATS = ['xlsx', 'csv'] as const;
export type FileFormat = (typeof FORMATS)[number];

/** What a page tells the worker that makes a file: how it begins, rows in stretches, and that there are no more. */
export type TableMessage =
  | {
      readonly begin: { readonly format: FileFormat; readonly sheet: string; readonly columns: readonly Column[] };
    }
  | { readonly rows: readonly (readonly Cell[])[] }
  | { readonly end: true };

export type TableAnswer = { readonly file: Blob } | { readonly fault: string };
