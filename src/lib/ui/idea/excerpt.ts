/** What an idea is called, and what follows on a card: the first line of the need, unless that is the title. */
export function headline(idea: { readonly title: string; readonly need: string; readonly proposal?: string }): {
  readonly title: string;
  readonly excerpt: string;
} {
  const [first = '', ...rest] = idea.need
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (idea.title.trim() !== '') return { title: idea.title, excerpt: first };
  return { title: first.length > 140 ? first.slice(0, 139) + '…' : first, excerpt: rest[0] ?? '' };
}
