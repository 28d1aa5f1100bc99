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
  readonly icon: Component<{ size?: number | string; 'aria-hidden'?: 'true' }>;
  /** A turn in the idea's life. */
  readonly isMajor?: boolean;
}
