import AtSign from '@lucide/svelte/icons/at-sign';
import BookOpen from '@lucide/svelte/icons/book-open';
import CalendarCheck from '@lucide/svelte/icons/calendar-check';
import CalendarDays from '@lucide/svelte/icons/calendar-days';
import CircleQuestionMark from '@lucide/svelte/icons/circle-question-mark';
import Clock from '@lucide/svelte/icons/clock';
import ClockAlert from '@lucide/svelte/icons/clock-alert';
import Flag from '@lucide/svelte/icons/flag';
import Gavel from '@lucide/svelte/icons/gavel';
import GitMerge from '@lucide/svelte/icons/git-merge';
import ListTodo from '@lucide/svelte/icons/list-todo';
import MessageSquare from '@lucide/svelte/icons/message-square';
import MessageSquareReply from '@lucide/svelte/icons/message-square-reply';
import Send from '@lucide/svelte/icons/send';
import Target from '@lucide/svelte/icons/target';
import type { Component } from 'svelte';
import type { HappeningType } from '#lib/domain/events/happening.ts';

/** What each type looks like. The words beside it say the same. */
export const ICONS: Readonly<Record<HappeningType, Component<{ size?: number | string; 'aria-hidden'?: 'true' }>>> = {
  answered: MessageSquareReply,
  asked: CircleQuestionMark,
  decided: Gavel,
  mentioned: AtSign,
  commented: MessageSquare,
  merged: GitMerge,
  passedOn: Send,
  dueSoon: Clock,
  overdue: ClockAlert,
  followUpDue: CalendarCheck,
  taskGiven: ListTodo,
  meetingCalled: CalendarDays,
  challengeOpened: Target,
  challengeResult: Flag,
  storyTold: BookOpen
};
