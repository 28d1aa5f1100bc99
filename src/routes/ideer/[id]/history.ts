import CornerUpRight from '@lucide/svelte/icons/corner-up-right';
import GitMerge from '@lucide/svelte/icons/git-merge';
import Image from '@lucide/svelte/icons/image';
import Lightbulb from '@lucide/svelte/icons/lightbulb';
import MessageCircle from '@lucide/svelte/icons/message-circle';
import PencilLine from '@lucide/svelte/icons/pencil-line';
import ThumbsUp from '@lucide/svelte/icons/thumbs-up';
import Undo2 from '@lucide/svelte/icons/undo-2';
import { municipalityNamed } from '#lib/domain/people/municipalities.ts';
import { m } from '#lib/messages/index.svelte.ts';
import { passingWords } from '#lib/messages/passing.ts';
import type { IdeaView } from '#lib/store/idea-view.ts';
import type { Happening } from '#lib/ui/idea/happening.ts';
import { decisionsOf, mergesOf } from './decision-history.ts';
import { fieldWords } from './field-words.ts';

/**
 * What has happened to an idea, newest first.
 * @param units names by id
 * @param merged those that live on in it
 */
export function historyOf(
  view: IdeaView,
  nameOf: (by: string) => string,
  units: ReadonlyMap<string, string>,
  merged: readonly IdeaView[] = []
): Happening[] {
  const words = m().ideas;
  const { document } = view.row;
  const given = view.supports.filter((each) => each.state.given);
  const fieldWord = (field: string): string =>
    (words.fields[field as keyof typeof words.fields] ?? field).toLocaleLowerCase();
  const happenings: Happening[] = [
    { key: 'created', at: document.at, what: words.created, who: nameOf(document.by), icon: Lightbulb, isMajor: true }
  ];
  if (document.edited !== undefined)
    happenings.push({
      key: 'edited',
      at: document.edited.at,
      what: words.edited,
      who: nameOf(document.edited.by),
      icon: PencilLine
    });
  if (document.retracted !== undefined)
    happenings.push({
      key: 'retracted',
      at: document.retracted.at,
      what: words.retractedEvent,
      who: nameOf(document.retracted.by),
      icon: Undo2,
      isMajor: true
    });
  if (given.length > 0)
    happenings.push({
      key: 'supports',
      at: given.reduce((last, each) => (each.state.at > last ? each.state.at : last), ''),
      what: words.supportedEvent(given.length),
      icon: ThumbsUp
    });
  happenings.push(...decisionsOf(view, nameOf), ...mergesOf(merged, nameOf));
  for (const { _id, at, by, unit, municipality, reason, withdrawn } of view.referrals) {
    const to = municipality === undefined ? units.get(unit ?? '') : municipalityNamed(municipality)?.name;
    const { passedOn, passedOnUndone } = passingWords();
    happenings.push({
      key: _id,
      at,
      what: withdrawn === undefined ? passedOn(to ?? '') : passedOnUndone(to ?? ''),
      who: nameOf(by),
      words: reason,
      icon: CornerUpRight,
      isMajor: true
    });
  }
  for (const { _id, at, by, retracted } of view.comments)
    if (retracted === undefined)
      happenings.push({ key: _id, at, what: words.commentedEvent, who: nameOf(by), icon: MessageCircle });
  for (const { _id, at, by } of view.photos)
    happenings.push({ key: _id, at, what: words.photoEvent, who: nameOf(by), icon: Image });
  for (const { _id, at, by, field, text, resolved } of view.variants) {
    // Settled the moment it was written: what a choice between two others took away.
    const isReplaced = resolved?.at === at;
    happenings.push({
      key: _id,
      at,
      what: isReplaced ? words.replacedEvent(fieldWord(field)) : words.variantEvent(fieldWord(field)),
      who: nameOf(by),
      words: resolved === undefined ? undefined : fieldWords(field, text, units),
      icon: GitMerge
    });
    if (resolved !== undefined && !isReplaced)
      happenings.push({
        key: _id + '/settled',
        at: resolved.at,
        what: words.settledEvent(fieldWord(field)),
        who: nameOf(resolved.by),
        icon: GitMerge
      });
  }
  return happenings.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}
