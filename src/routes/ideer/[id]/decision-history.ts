import GitMerge from '@lucide/svelte/icons/git-merge';
import Landmark from '@lucide/svelte/icons/landmark';
import Undo2 from '@lucide/svelte/icons/undo-2';
import type { Decision } from '#lib/domain/ideas/decision.ts';
import { unknownTo } from '#lib/domain/ideas/path.ts';
import { decisionWords } from '#lib/messages/decisions.ts';
import { m } from '#lib/messages/index.svelte.ts';
import { stageName } from '#lib/messages/stages.svelte.ts';
import type { IdeaView } from '#lib/store/idea-view.ts';
import { headline } from '#lib/ui/idea/excerpt.ts';
import type { Happening } from '#lib/ui/idea/happening.ts';

type NameOf = (by: string) => string;

/** An idea's decisions as its history tells them: amounts, what each followed or settled, and whether it was undone. */
export const decisionsOf = (view: IdeaView, nameOf: NameOf): Happening[] =>
  view.decisions.flatMap((decision) => {
    const words = decisionWords().event;
    const { _id, at, by, from, to, reason, grants, hours, kronor, withdrawn, into } = decision;
    const amounts = decisionWords().amounts(hours, kronor);
    const { grants: grantWords, decisionEvent } = m().ideas;
    const what =
      decisionEvent(stageName(from), stageName(to)) + (grants === undefined ? '' : `. ${grantWords[grants]}`);
    const happening: Happening = {
      key: _id,
      at,
      what: (withdrawn === undefined ? '' : words.undone + ': ') + what + (amounts === '' ? '' : `, ${amounts}`),
      who: nameOf(by),
      words: reason,
      notes: [
        ...(into !== undefined && view.survivor?.id === into
          ? [words.into(headline(view.survivor.document).title)]
          : []),
        ...notesOf(decision, view.decisions, nameOf)
      ],
      icon: Landmark,
      isMajor: true,
      isUndone: withdrawn !== undefined
    };
    if (withdrawn === undefined) return [happening];
    const undoing: Happening = {
      key: _id + '/undone',
      at: withdrawn.at,
      what: words.undid(stageName(to)),
      who: nameOf(withdrawn.by),
      icon: Undo2
    };
    return [happening, undoing];
  });

/** What a decision settled, or what it did not know of: where it simply follows the one before there is nothing to say. */
function notesOf(decision: Decision, all: readonly Decision[], nameOf: NameOf): string[] {
  const words = decisionWords().event;
  const named = (each: Decision): string => words.named(stageName(each.to), nameOf(each.by));
  if (decision.follows === undefined) return [];
  const followed = decision.follows.flatMap((id) => all.find((each) => each._id === id) ?? []);
  if (followed.length > 1) return [words.settles(followed.map(named).join(words.and))];
  const unknown = unknownTo(decision, all);
  if (unknown.length === 0) return [];
  return [...followed.map((each) => words.follows(named(each))), words.unaware(unknown.map(named).join(words.and))];
}

/** How other ideas came to live on in this one. */
export const mergesOf = (merged: readonly IdeaView[], nameOf: NameOf): Happening[] =>
  merged.flatMap(({ row, path: { current } }) =>
    current === undefined
      ? []
      : {
          key: current._id,
          at: current.at,
          what: decisionWords().event.merged(headline(row.document).title),
          who: nameOf(current.by),
          words: current.reason,
          icon: GitMerge,
          isMajor: true
        }
  );
