import CircleX from '@lucide/svelte/icons/circle-x';
import Check from '@lucide/svelte/icons/check';
import Combine from '@lucide/svelte/icons/merge';
import CornerUpRight from '@lucide/svelte/icons/corner-up-right';
import MessageCircleQuestionMark from '@lucide/svelte/icons/message-circle-question-mark';
import Moon from '@lucide/svelte/icons/moon';
import Reply from '@lucide/svelte/icons/reply';
import type { Component } from 'svelte';
import type { TriageAction } from '#lib/domain/ideas/triage.ts';

/** What can be done with an idea, in the order the buttons stand, with the letter that does it. */
export const ACTIONS: readonly {
  readonly action: TriageAction;
  /** Lower case. From the Swedish words, whatever the language: the hands remember. */
  readonly letter: string;
  readonly icon: Component<{ size?: number | string; 'aria-hidden'?: 'true' }>;
}[] = [
  { action: 'receive', letter: 't', icon: Check },
  { action: 'answer', letter: 's', icon: Reply },
  { action: 'clarify', letter: 'b', icon: MessageCircleQuestionMark },
  { action: 'refer', letter: 'v', icon: CornerUpRight },
  { action: 'merge', letter: 'i', icon: Combine },
  { action: 'park', letter: 'l', icon: Moon },
  { action: 'close', letter: 'a', icon: CircleX }
];
