import type { Component } from 'svelte';

/** One line of an idea's history. */
export interface Happening {
  readonly key: string;
  /** ISO. */
  readonly at: string;
  readonly what: string;
  readonly who?: string | undefined;
  /** Words that belong to it, such as a decision's reason. */
  readonly words?: string | undefined;
  /** What is to be known about it beside, a line each. */
  readonly notes?: readonly string[];
  /** It was undone, and counts for nothing. */
  readonly isUndone?: boolean;
  readonly icon: Component<{ size?: number | string; 'aria-hidden'?: 'true' }>;
  /** A turn in the idea's life. */
  readonly isMajor?: boolean;
}
