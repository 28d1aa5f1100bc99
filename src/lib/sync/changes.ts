import type { Envelope } from '#lib/domain/kind.ts';

/** Documents a page: larger pages cost memory, smaller ones requests. Measured in docs/bench.md. */
export const PAGE = 2000;
/** The row keeps the document; which revisions lost is the engine's matter alone. */
export function withoutConflicts(document: Envelope): Envelope {
  if (!('_conflicts' in document)) return document;
  const { _conflicts, ...rest } = document as Envelope & { _conflicts: unknown };
  return rest;
}
