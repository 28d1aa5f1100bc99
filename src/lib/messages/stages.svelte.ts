import type { Stage } from '#lib/domain/ideas/stages.ts';
import { m } from './index.svelte.ts';

/** A municipality's own words for stages. */
export type StageLabels = Readonly<Partial<Record<Stage, string>>>;

let own = $state.raw<StageLabels>({});

/** Says what the person's municipality calls the stages; what it has no word of its own for keeps ours. */
export function setStageLabels(labels: StageLabels): void {
  own = labels;
}

/** What a stage is called on the screen: the municipality's own word, or ours. Followed by whatever reads it. */
export const stageName = (stage: Stage): string => own[stage] ?? m().ideas.stages[stage];

/** What every stage is called. */
export const stageNames = (): Readonly<Record<Stage, string>> => ({ ...m().ideas.stages, ...own });
