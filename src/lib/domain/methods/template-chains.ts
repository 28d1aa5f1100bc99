import { REGION } from '../actor.ts';
import type { Template } from './template.ts';

/** A template's version with the space it stands in. */
export interface PlacedTemplate {
  readonly space: string;
  readonly template: Template;
}

/** All the versions of one template in one space. A municipality's of the region's, or of the app's, is its own. */
export interface TemplateChain {
  readonly space: string;
  /** The first version of all, which may stand elsewhere. */
  readonly origin: string;
  /** Oldest first. Two may follow the same: the later is the one that holds, and the other is not lost. */
  readonly versions: readonly Template[];
  readonly latest: Template;
  readonly isOffered: boolean;
}

export const originOf = ({ _id, origin }: Template): string => origin ?? _id;

/** The templates that have been made, each with its versions, the one that last got a version first. */
export function chainsOf(made: readonly PlacedTemplate[]): TemplateChain[] {
  const chains = new Map<string, { readonly space: string; readonly origin: string; readonly versions: Template[] }>();
  for (const { space, template } of made) {
    const origin = originOf(template);
    const key = space + '/' + origin;
    const chain = chains.get(key) ?? { space, origin, versions: [] };
    chain.versions.push(template);
    chains.set(key, chain);
  }
  return [...chains.values()]
    .map(({ space, origin, versions }) => {
      versions.sort((a, b) => (a.at + a._id < b.at + b._id ? -1 : 1));
      const latest = versions[versions.length - 1]!;
      return { space, origin, versions, latest, isOffered: latest.offered?.given !== false };
    })
    .sort((a, b) => (a.latest.at + a.origin < b.latest.at + b.origin ? 1 : -1));
}

/**
 * The chains that hold where somebody works: the municipality's own, and the region's where it has none of the same
 * origin. In the region the region's alone, since nobody from elsewhere could read another's.
 */
export function chainsIn(made: readonly PlacedTemplate[], space: string): TemplateChain[] {
  const chains = chainsOf(made);
  const own = chains.filter((chain) => chain.space === space);
  if (space === REGION) return own;
  const regional = chains.filter(
    (chain) => chain.space === REGION && !own.some(({ origin }) => origin === chain.origin)
  );
  return [...own, ...regional];
}
