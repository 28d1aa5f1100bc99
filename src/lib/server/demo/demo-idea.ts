import type { Category } from '#lib/domain/ideas/idea.ts';
import type { Stage } from '#lib/domain/ideas/stages.ts';

/** The municipalities the demo knows, as their spaces are named. */
export const DEMO_MUNICIPALITIES = ['uddevalla', 'trollhattan', 'vanersborg'] as const;
export type DemoMunicipality = (typeof DEMO_MUNICIPALITIES)[number];

/** A decision on a demo idea; `daysAgo` counts from the day the demo is seeded, whole days. */
export interface DemoStep {
  readonly to: Stage;
  /** Login name of whoever decided. */
  readonly by: string;
  readonly daysAgo: number;
  readonly reason: string;
}

/** A comment on a demo idea. */
export interface DemoComment {
  readonly by: string;
  readonly daysAgo: number;
  readonly text: string;
}

/** An idea the demo starts with. Invented, like everybody in it. */
export interface DemoIdea {
  readonly municipality: DemoMunicipality;
  /** A name in DEMO_UNITS of the same municipality. */
  readonly unit: string;
  /** Login name: `medarbetare.uddevalla`. */
  readonly author: string;
  readonly title: string;
  readonly need: string;
  readonly proposal: string;
  readonly category?: Category;
  /** When it was written, in whole days before the demo is seeded. */
  readonly daysAgo: number;
  /** Decisions in order, the first out of `ny`. */
  readonly path: readonly DemoStep[];
  readonly comments: readonly DemoComment[];
  /** Login names of those who support it, never its author. */
  readonly supporters: readonly string[];
}
