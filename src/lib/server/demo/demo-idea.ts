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
  /** Title of the idea that lives on, an earlier one of the same municipality; only with `sammanslagen`. */
  readonly into?: string;
  /** What a mandate comes to. */
  readonly hours?: number;
  readonly kronor?: number;
}

/** A comment on a demo idea. */
export interface DemoComment {
  readonly by: string;
  readonly daysAgo: number;
  /** `@` stands for whoever is spoken to. */
  readonly text: string;
  /** Login name of whoever is spoken to. */
  readonly mentions?: string;
  /** It is the municipality's answer to the author. */
  readonly isAnswer?: true;
}

/** A challenge the demo starts with; days count from the day it is seeded. */
export interface DemoChallenge {
  readonly municipality: DemoMunicipality;
  readonly by: string;
  readonly title: string;
  readonly text: string;
  readonly criteria?: string;
  readonly daysAgo: number;
  /** Whole days from today to its last; negative where it has ended. */
  readonly daysLeft: number;
  readonly questions: readonly string[];
  /** What came of it, told by whoever asked. */
  readonly told?: { readonly daysAgo: number; readonly result: string };
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
  /** Title of the challenge it answers, of the same municipality. */
  readonly challenge?: string;
  /** When it was written, in whole days before the demo is seeded. */
  readonly daysAgo: number;
  /** Decisions in order, the first out of `ny`. */
  readonly path: readonly DemoStep[];
  readonly comments: readonly DemoComment[];
  /** It was passed on to another municipality of the demo. */
  readonly passedOn?: {
    readonly to: DemoMunicipality;
    readonly by: string;
    readonly daysAgo: number;
    readonly reason: string;
  };
  /** Login names of those who support it, never its author. */
  readonly supporters: readonly string[];
}
