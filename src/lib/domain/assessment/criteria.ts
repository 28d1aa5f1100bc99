import { bare } from '#lib/core/ids.ts';
import type { Axis } from './criterion.ts';

/** What scores and sums need of a criterion. */
export interface Weighed {
  /** The ulid of a criterion's document, or the key of a built-in one. */
  readonly key: string;
  readonly weight: number;
  readonly axis: Axis;
}

/** The set that everybody has, without any document. */
export const BUILT_IN_SET = 'grund';

/** The criteria of the built-in set; their words are messages. */
export const BUILT_IN_KEYS = ['nytta', 'effekt', 'genomforbarhet', 'angelagenhet'] as const;
export type BuiltInKey = (typeof BUILT_IN_KEYS)[number];

export const BUILT_IN: readonly (Weighed & { readonly key: BuiltInKey })[] = [
  { key: 'nytta', weight: 3, axis: 'effect' },
  { key: 'effekt', weight: 3, axis: 'effect' },
  { key: 'genomforbarhet', weight: 2, axis: 'effort' },
  { key: 'angelagenhet', weight: 2, axis: 'effect' }
];

export const isBuiltIn = (key: string): key is BuiltInKey => (BUILT_IN_KEYS as readonly string[]).indexOf(key) >= 0;

/** What a set is called in an assessment: the ulid of its document, or the built-in one's key. */
export const setKeyOf = (set: string | undefined): string => (set === undefined ? BUILT_IN_SET : bare(set));
