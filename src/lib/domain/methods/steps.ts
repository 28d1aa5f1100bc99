/** Innovationsguiden's six steps, in order. Going back is normal. */
export const STEPS = ['ringa-in', 'undersoka', 'fokusera', 'ta-fram-ideer', 'testa-ideer', 'forverkliga'] as const;
export type Step = (typeof STEPS)[number];
