import { install } from './install.svelte.ts';
import { mediaPolicy } from './media-policy.svelte.ts';
import { update } from './update.svelte.ts';

/** Starts what belongs to the device and not to the person: updates, installing, when pictures travel. */
export function startDevice(): () => void {
  const stops = [install.start(), mediaPolicy.start(), update.start()];
  return () => stops.forEach((stop) => stop());
}
