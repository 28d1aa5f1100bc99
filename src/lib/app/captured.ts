import { err, ok, type Result } from '#lib/core/result.ts';
import type { Context } from '#lib/domain/command.ts';
import { addPhoto, addRecording, captureIdea } from '#lib/domain/ideas/commands.ts';
import type { CustomField } from '#lib/domain/ideas/field.ts';
import type { Idea } from '#lib/domain/ideas/idea.ts';
import type { Accepted } from '#lib/store/accept.ts';
import type { CaptureContent } from './capture-draft.ts';
import type { Failure } from './command.ts';
import { answerDocuments } from './fields.ts';

/**
 * What a filled form becomes: the idea, its answers, its pictures and its sound; or what is refused of it.
 * @param questions those that are asked
 * @param answerDays working days until the answer
 */
export function capturedDocuments(
  { title, need, proposal, unit, category, challenge, answers, hidden, buildsOn, photos, spoken }: CaptureContent,
  questions: readonly CustomField[],
  answerDays: number,
  context: Context
): Result<{ readonly idea: Idea; readonly documents: Accepted[] }, Failure> {
  const idea = captureIdea(
    {
      title,
      need,
      proposal,
      hidden,
      unit: unit || undefined,
      category: category || undefined,
      challenge: challenge || undefined,
      buildsOn: buildsOn || undefined,
      answerDays
    },
    context
  );
  if (!idea.ok) return idea;
  const answered = answerDocuments(idea.value, questions, answers, [], context);
  if (!answered.ok) return answered;
  const documents: Accepted[] = [{ document: idea.value }, ...answered.value];
  for (const { width, height, original, thumbnail } of photos) {
    const photo = addPhoto(idea.value, { width, height }, context);
    if (!photo.ok) return err(photo.error);
    documents.push({ document: photo.value, blobs: { original, thumbnail } });
  }
  if (spoken !== undefined) {
    const recording = addRecording(idea.value, spoken.seconds, context);
    if (!recording.ok) return err(recording.error);
    documents.push({ document: recording.value, blobs: { sound: spoken.blob } });
  }
  return ok({ idea: idea.value, documents });
}
