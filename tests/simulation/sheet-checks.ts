import { sameContent } from '#lib/core/json.ts';
import { kindName } from '#lib/core/ids.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import type { Dots } from '#lib/domain/methods/dots.ts';
import { type Entry, isRemoved } from '#lib/domain/methods/entry.ts';
import type { OutboxEntry } from '#lib/store/database.ts';
import type { AcceptedWrite, World } from './world.ts';

/** A value that the last word decides, with when it was said. */
type Said = { readonly at: string } | undefined;

/** The facts of a document that are one fact with a time each, by name. */
function factsOf(document: Envelope | null): Readonly<Record<string, Said>> {
  if (document === null) return {};
  if (kindName(document._id) === 'dots') return (document as Dots).given;
  const { place, colour, removed } = document as Entry;
  return { place, colour, removed };
}

/**
 * What of worksheets was accepted and does not stand at rest as it should: where a card lies, its colour, whether it
 * is there, its dots and what it leads to. Words are for the rest of the checker, which knows of no kinds.
 */
export function unkeptSheets(
  world: World,
  accepted: readonly AcceptedWrite[],
  server: readonly Envelope[],
  unsent: readonly OutboxEntry[]
): string[] {
  // What the server's rules said no to stays with whoever wrote it, and says so there.
  const apart = new Set(unsent.map((entry) => entry.id));
  const found: string[] = [];
  for (const document of server) {
    const { _id: id } = document;
    if (!['entry', 'dots'].includes(kindName(id)) || apart.has(id)) continue;
    const writes = accepted.filter((write) => write.document._id === id && !world.evicted.has(write.device + ' ' + id));
    // Some of it was on a disk alone that is gone.
    if (writes.length < accepted.filter((write) => write.document._id === id).length) continue;
    found.push(...putBack(document, writes));
    if (kindName(id) === 'entry')
      found.push(...linksOf(document as Entry, writes), ...hidden(document as Entry, writes));
  }
  return found;
}

/** Facts that stand as nobody put them, or as they stood before somebody who saw them put them otherwise. */
function putBack(document: Envelope, writes: readonly AcceptedWrite[]): string[] {
  const facts = factsOf(document);
  const names = new Set([...Object.keys(facts), ...writes.flatMap((write) => Object.keys(factsOf(write.document)))]);
  return [...names].flatMap((name) => {
    const stands = facts[name];
    const changes = writes
      .map((write) => ({ from: factsOf(write.previous)[name], to: factsOf(write.document)[name] }))
      .filter(({ from, to }) => !sameContent(from, to));
    if (changes.length === 0) return [];
    if (!changes.some(({ to }) => sameContent(to, stands)))
      return [`${name} of ${document._id} stands as nobody put it: ${JSON.stringify(stands)}`];
    // Of two whose beginning is no longer known the later clock decides.
    const undone = changes.find(
      ({ from, to }) => sameContent(from, stands) && (to?.at ?? '') >= (stands?.at ?? '') && !again(changes, stands)
    );
    return undone === undefined ? [] : [`${name} of ${document._id} stands as before it was changed`];
  });
}

/** Somebody who saw something else put it so, word for word: two clocks may show the same moment. */
const again = (changes: readonly { readonly from: Said; readonly to: Said }[], stands: Said): boolean =>
  changes.filter(({ to }) => sameContent(to, stands)).length > 1;

/** Links that were drawn and are not there, though nobody who saw them took them away. */
function linksOf({ _id, links = [] }: Entry, writes: readonly AcceptedWrite[]): string[] {
  const of = (document: Envelope | null): readonly string[] => (document as Entry | null)?.links ?? [];
  return writes.flatMap(({ document, previous }) =>
    of(document)
      .filter((link) => !of(previous).includes(link) && !links.includes(link))
      .filter(
        (link) => !writes.some((later) => of(later.previous).includes(link) && !of(later.document).includes(link))
      )
      .map((link) => `lost: the link from ${_id} to ${link}`)
  );
}

/** What was written on something while somebody took it away hides with it. */
function hidden(entry: Entry, writes: readonly AcceptedWrite[]): string[] {
  const isSeen = ({ document }: AcceptedWrite): boolean => {
    const { removed, values } = document as Entry;
    return removed?.given === true && sameContent(values, entry.values);
  };
  return !isRemoved(entry) || writes.some(isSeen)
    ? []
    : [`hidden: ${entry._id} is taken away with words its remover never saw`];
}
