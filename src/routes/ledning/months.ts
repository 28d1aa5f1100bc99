import { monthNames } from '#lib/messages/dates.svelte.ts';

/** `november 2026` */
export const monthAndYear = (month: string): string => `${monthNames(month).long} ${month.slice(0, 4)}`;

/** `nov`, as it stands below a column. */
export const shortMonth = (month: string): string => monthNames(month).short.replace('.', '').slice(0, 3);
