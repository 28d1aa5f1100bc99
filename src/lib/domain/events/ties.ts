import type { Decision } from '../ideas/decision.ts';
import type { Follow } from '../ideas/follow.ts';
import type { Idea } from '../ideas/idea.ts';
import { pathOf, survivorOf } from '../ideas/path.ts';
import type { Support } from '../ideas/support.ts';
import { type Because, isReader, type Reader } from './happening.ts';

/** What ties a reader to an idea. */
export type Tie = Extract<Because, 'author' | 'coauthor' | 'follower' | 'supporter'>;

/** How a reader stands to the ideas in question. */
export interface Ties {
  /** The idea that lives on for this one, where it is among the documents; otherwise this one. */
  survivorOf(idea: string): string;
  /**
   * The nearest tie to an idea at a moment, through the ideas that were merged with it too: who supported one that
   * lives on in another hears of the other from then on. What happened before somebody followed or supported an idea
   * is not news to them.
   */
  tieTo(idea: string, at: string): Tie | undefined;
}

const NEAREST: readonly Tie[] = ['author', 'coauthor', 'follower', 'supporter'];

interface Since {
  readonly tie: Tie;
  /** ISO; the empty string: always. */
  readonly since: string;
}

/** The reader's ties to the ideas among these documents. */
export function tiesOf(
  around: {
    readonly ideas: readonly Idea[];
    readonly decisions: readonly Decision[];
    readonly follows: readonly Follow[];
    readonly supports: readonly Support[];
  },
  reader: Pick<Reader, 'ids'>
): Ties {
  const own = new Map<string, Since[]>();
  const tie = (idea: string, next: Since): void => void own.set(idea, [...(own.get(idea) ?? []), next]);
  for (const idea of around.ideas) {
    if (isReader(reader, idea.by)) tie(idea._id, { tie: 'author', since: '' });
    else if ((idea.coauthors ?? []).some((each) => isReader(reader, each)))
      tie(idea._id, { tie: 'coauthor', since: '' });
  }
  for (const { idea, by, state } of around.follows)
    if (isReader(reader, by) && state.given) tie(idea, { tie: 'follower', since: state.at });
  for (const { idea, by, state } of around.supports)
    if (isReader(reader, by) && state.given) tie(idea, { tie: 'supporter', since: state.at });

  const decided = new Map<string, Decision[]>();
  for (const decision of around.decisions)
    decided.set(decision.idea, [...(decided.get(decision.idea) ?? []), decision]);
  const merges = new Map<string, Decision>();
  for (const [idea, decisions] of decided) {
    const { current } = pathOf(decisions);
    if (current?.into !== undefined) merges.set(idea, current);
  }
  const here = new Set(around.ideas.map((idea) => idea._id));
  const lastOf = (idea: string): string => {
    const survivor = survivorOf(idea, (id) => merges.get(id)?.into);
    return here.has(survivor) ? survivor : idea;
  };
  const families = new Map<string, string[]>();
  for (const idea of new Set([...here, ...own.keys()])) {
    const survivor = lastOf(idea);
    families.set(survivor, [...(families.get(survivor) ?? []), idea]);
  }
  const mergedAt = (idea: string): string => merges.get(idea)?.at ?? '';

  return {
    survivorOf: lastOf,
    tieTo: (idea, at) => {
      const found = (families.get(lastOf(idea)) ?? [idea]).flatMap((other) => {
        const merged = other === idea ? '' : [mergedAt(other), mergedAt(idea)].sort()[1]!;
        return (own.get(other) ?? []).filter(({ since }) => since <= at && merged < at);
      });
      return NEAREST.find((each) => found.some(({ tie: one }) => one === each));
    }
  };
}
