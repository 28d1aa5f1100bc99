import type { Component } from 'svelte';
import type { Form } from '#lib/domain/methods/template-format.ts';
import type { FormProps } from '../sheet.ts';

type Fetched = Promise<{ default: Component<FormProps> }>;

const FORM_COMPONENTS: Readonly<Record<Form, () => Fetched>> = {
  text: () => import('./Text.svelte'),
  rows: () => import('./Rows.svelte'),
  cards: () => import('./Cards.svelte'),
  diary: () => import('./Diary.svelte'),
  calculation: () => import('./Calculation.svelte'),
  chain: () => import('./Chain.svelte'),
  rings: () => import('./boards/Rings.svelte'),
  journey: () => import('./boards/Journey.svelte'),
  matrix: () => import('./boards/Matrix.svelte'),
  dots: () => import('./boards/Dots.svelte'),
  wheel: () => import('./boards/Wheel.svelte'),
  sketch: () => import('./boards/Sketch.svelte')
};

const fetched = new Map<Form, Fetched>();

/** The component of a form, fetched when a sheet has it, and once: the same promise for the same form. */
export function formComponent(form: Form): Fetched {
  const known = fetched.get(form) ?? FORM_COMPONENTS[form]();
  fetched.set(form, known);
  // What could not be had without contact is asked for again the next time.
  known.catch(() => fetched.delete(form));
  return known;
}
