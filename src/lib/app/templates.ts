import { ulid } from 'ulid';
import { bare, idOf } from '#lib/core/ids.ts';
import { ok, type Result } from '#lib/core/result.ts';
import { organises } from '#lib/domain/groups/organisers.ts';
import { publishTemplate, setTemplateOffered } from '#lib/domain/methods/commands.ts';
import { blankTemplate, type NewPartId } from '#lib/domain/methods/template-editing.ts';
import type { TemplateContent } from '#lib/domain/methods/template-format.ts';
import type { Template } from '#lib/domain/methods/template.ts';
import { contextIn, type Failure, keep, keepOne } from './command.ts';
import { templateDraft } from './draft.svelte.ts';
import { workSpaces } from './methods.ts';
import { session } from './session.svelte.ts';

/** The version that a new one comes after, and the first of them all. */
export interface Before {
  readonly id: string;
  readonly origin: string;
}

/** A template as it is being made. */
export interface TemplateWork {
  readonly space: string;
  readonly content: TemplateContent;
  /** Undefined for a template of its own. */
  readonly before: Before | undefined;
}

/** Whether this person may make and change templates in a space. */
export const mayMakeTemplates = (space: string): boolean => organises(session.actor(space));

/** Where this person may make templates, their own municipality first. */
export const templateSpaces = (): readonly string[] => workSpaces().filter(mayMakeTemplates);

/** An id for a part of a template, which no part has had before. */
export const newPartId: NewPartId = (kind) => `${kind}-${ulid().slice(-10).toLowerCase()}`;

/** How a draft is called, and a template in its page's address: `persona.1`, or a document's ulid. */
export const templateKey = (id: string): string => bare(id);

/** What a draft holds, as it is on the disk. */
export const draftFields = ({ space, content, before }: TemplateWork, title: string) => ({
  space,
  content,
  before,
  // What lists of drafts show.
  title
});

/** Reads a template that was being made under that key; undefined where there is none. */
export async function templateWork(key: string): Promise<TemplateWork | undefined> {
  const draft = await session.store.draft(templateDraft(key));
  return draft === undefined ? undefined : (draft.fields as unknown as TemplateWork);
}

/** Begins a template of its own, empty or from another, and answers with the key it is found under. */
export async function beginTemplate(space: string, content: TemplateContent = blankTemplate()): Promise<string> {
  const key = ulid();
  await beginVersion(key, { space, content, before: undefined }, '');
  return key;
}

/** Puts what shall be changed in a draft under that key, with what it is called in lists. */
export const beginVersion = (key: string, work: TemplateWork, title: string): Promise<void> =>
  session.store.saveDraft(templateDraft(key), { fields: draftFields(work, title), blobs: [] });

/** Publishes a draft, which goes in the same transaction. One of its own keeps the key it was begun under. */
export async function publish(
  key: string,
  { space, content, before }: TemplateWork
): Promise<Result<Template, Failure>> {
  const context = contextIn(space);
  const made = publishTemplate(content, before, before === undefined ? { ...context, newId: () => key } : context);
  if (!made.ok) return made;
  const kept = await keep(space, [{ document: made.value }], templateDraft(key));
  return kept.ok ? ok(made.value) : kept;
}

/** Offers a template for new sheets where it stands, or no longer. */
export const offerTemplate = (space: string, template: Template, given: boolean): Promise<Result<Template, Failure>> =>
  keepOne(space, setTemplateOffered(template, given, contextIn(space)), template);

/** Offers a template that stands elsewhere no longer in a space: by a version there that is not offered. */
export async function withdrawIn(
  space: string,
  content: TemplateContent,
  before: Before
): Promise<Result<Template, Failure>> {
  const context = contextIn(space);
  const made = publishTemplate(content, before, context);
  if (!made.ok) return made;
  return keepOne(space, setTemplateOffered(made.value, false, context));
}

/** The whole id of a document whose ulid is a template's key. */
export const templateId = (key: string): string => (key.includes('.') ? key : idOf('template', key));
