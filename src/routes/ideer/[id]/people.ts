import type { ListedPerson } from '#lib/store/ideas.ts';

/** How many a field suggests: more than that, and it is quicker to type on. */
const SHOWN = 5;

const plain = (text: string): string => text.toLocaleLowerCase('sv').trim();

/** Those whose first or any later name begins so, the ones whose first name does before the others. */
export function peopleNamed(people: readonly ListedPerson[], typed: string): readonly ListedPerson[] {
  const wanted = plain(typed);
  const first = people.filter(({ name }) => plain(name).startsWith(wanted));
  const later = people.filter(
    ({ name }) => !first.some((each) => each.name === name) && plain(name).includes(' ' + wanted)
  );
  return [...first, ...later].slice(0, SHOWN);
}

/** The name that is being written after an @ at the caret, and where the @ stands; undefined where there is none. */
export function mentionAt(text: string, caret: number): { readonly from: number; readonly typed: string } | undefined {
  const match = /(?:^|[\s(])@([\p{L}\p{N}-]{0,40}(?: [\p{L}\p{N}-]{0,40})?)$/u.exec(text.slice(0, caret));
  return match === null ? undefined : { from: caret - match[1]!.length - 1, typed: match[1]! };
}
