import type { Share } from '#lib/domain/ideas/share.ts';
import type { ListedIdea } from '#lib/store/ideas.ts';
import type { Inbox } from '#lib/store/inbox.ts';

/** One row of the inbox. */
export type Item =
  | { readonly key: string; readonly section: 'waiting' | 'asked' | 'disputed'; readonly row: ListedIdea }
  | { readonly key: string; readonly section: 'shares'; readonly share: Share };

export type Section = Item['section'];
export const SECTIONS: readonly Section[] = ['waiting', 'asked', 'disputed', 'shares'];

/** The inbox as one list, section after section. An idea with two decisions stands there and not twice. */
export function itemsOf({ waiting, asked, disputed, passedOn }: Inbox): readonly Item[] {
  const torn = new Set(disputed.map(({ key }) => key));
  const rows = (section: 'waiting' | 'asked' | 'disputed', list: readonly ListedIdea[]): Item[] =>
    list.filter(({ key }) => section === 'disputed' || !torn.has(key)).map((row) => ({ key: row.key, section, row }));
  return [
    ...rows('waiting', waiting),
    ...rows('asked', asked),
    ...rows('disputed', disputed),
    ...passedOn.map((share): Item => ({ key: share._id, section: 'shares', share }))
  ];
}

/**
 * The row to go to when one has been dealt with: the next of its section, else the first that is left of it, else
 * whatever comes first. Undefined when nothing else is left.
 */
export function nextAfter(items: readonly Item[], key: string): string | undefined {
  const at = items.findIndex((item) => item.key === key);
  const section = items[at]?.section;
  const others = items.filter((item) => item.key !== key);
  const following = items.slice(at + 1).find((item) => item.section === section);
  return (following ?? others.find((item) => item.section === section) ?? others[0])?.key;
}
