import { idOf, kindName } from '#lib/core/ids.ts';
import { municipalityOf, spaceType } from '#lib/domain/actor.ts';
import type { Idea } from '#lib/domain/ideas/idea.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import { ideaOf } from '#lib/domain/registry.ts';
import type { Variant } from '#lib/domain/variant.ts';
import type { Group } from '#lib/domain/groups/group.ts';
import { municipalityNamed } from '#lib/domain/people/municipalities.ts';
import type { Case } from '#lib/domain/methods/case.ts';
import type { TemplateContent } from '#lib/domain/methods/template-format.ts';
import type { Worksheet } from '#lib/domain/methods/worksheet.ts';
import { type Database, keyOf } from './database.ts';
import { ideaRowsByKey } from './packs.ts';

/** What an idea is called where there is room for one line. */
export const ideaTitle = (idea: Pick<Idea, 'title' | 'need'>): string =>
  idea.title.trim() === '' ? idea.need.trim().split('\n')[0]!.slice(0, 140) : idea.title;

/** Which idea a document belongs to, and what that is called; the empty string where it is about none. */
export async function titleOf(
  db: Database,
  space: string,
  document: Envelope
): Promise<{ idea: string; title: string }> {
  if (kindName(document._id) === 'idea') return { idea: document._id, title: ideaTitle(document as Idea) };
  const about = (document as { idea?: string }).idea ?? ideaOf((document as Partial<Variant>).of ?? '');
  // What the leadership says of an idea stands in its own space, and the idea in the municipality's.
  const key = keyOf(spaceType(space) === 'leadership' ? municipalityOf(space) : space, about);
  const row = kindName(about) === 'idea' ? (await ideaRowsByKey(db, [key])).get(key) : undefined;
  const own = await ownTitle(db, space, document);
  return { idea: about, title: row === undefined ? own : ideaTitle(row.document) };
}

/** What a document that is about no idea is called: by its own name, its group's, or its municipality's. */
async function ownTitle(db: Database, space: string, document: Envelope): Promise<string> {
  const { name, title, label, group, municipality, content } = document as Envelope & Readonly<Record<string, unknown>>;
  if (typeof name === 'string') return name;
  if (typeof title === 'string') return title;
  if (typeof label === 'string') return label;
  if (typeof group === 'string') return (await db.rows<Group>('group').get(keyOf(space, group)))?.document.name ?? '';
  const of = sheetOrCase(document);
  if (of !== undefined) return (await db.rows<Worksheet | Case>(of.kind).get(keyOf(space, of.id)))?.document.name ?? '';
  if (content !== undefined) return templateName(content);
  return typeof municipality === 'string' ? (municipalityNamed(municipality)?.name ?? '') : '';
}

/** The sheet that an entry, a picture or dots stand in, or the case that a step belongs to. */
function sheetOrCase(document: Envelope): { readonly kind: 'worksheet' | 'case'; readonly id: string } | undefined {
  const { worksheet, case: work, of } = document as Envelope & Readonly<Record<string, unknown>>;
  if (typeof of === 'string' && kindName(of) === 'entry')
    return { kind: 'worksheet', id: idOf('worksheet', of.split(':')[1]!) };
  if (typeof worksheet === 'string') return { kind: 'worksheet', id: worksheet };
  return typeof work === 'string' ? { kind: 'case', id: work } : undefined;
}

const templateName = (content: unknown): string => {
  const name = (content as TemplateContent).name;
  return typeof name === 'string' ? name : name.sv;
};
