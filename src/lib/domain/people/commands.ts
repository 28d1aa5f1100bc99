import { ok, type Result } from '#lib/core/result.ts';
import type { Actor } from '../actor.ts';
import { check, type Refusal } from '../rules.ts';
import { checked, clean, type CommandResult } from '../command.ts';
import { STAGES, type Stage } from '../ideas/stages.ts';
import type { Person } from './person.ts';
import { type Settings, SETTINGS_ID } from './settings.ts';

/** Changes what somebody is called in one space; `previous` is null where they had no name yet. */
export function renamePerson(
  id: string,
  previous: Person | null,
  name: string,
  { actor }: { readonly actor: Actor }
): Result<Person, Refusal> {
  const next: Person = { ...(previous ?? { _id: id, v: 1 }), name: name.replace(/\s+/g, ' ').trim() };
  const allowed = check(next, previous, actor);
  return allowed.ok ? ok(next) : allowed;
}

export interface SettingsInput {
  /** Working days within which an idea is answered. */
  readonly answerDays: number;
  /** Own words for stages; a blank one goes back to the common word. */
  readonly labels: Readonly<Partial<Record<Stage, string>>>;
}

/** A refusal of settings says which stage's word it is about, where it is about one. */
export type SettingsRefusal = Refusal & { readonly stage?: Stage };

/**
 * Changes what a municipality has decided for itself. `previous` is null where it had decided nothing.
 * Refused: `wrong-type answerDays` below 1 or above 60, `too-long labels`, `personal-number labels`, `not-allowed`,
 * and `invalid-field labels` where two stages would be called the same.
 * @param common what the stages are called where the municipality has no word of its own
 */
export function changeSettings(
  previous: Settings | null,
  input: SettingsInput,
  common: Readonly<Record<Stage, string>>,
  { actor }: { readonly actor: Actor }
): Result<Settings, SettingsRefusal> {
  const kept: Settings = previous ?? { _id: SETTINGS_ID, v: 1 };
  const labels: Record<string, string> = {};
  const taken = new Set<string>();
  for (const stage of STAGES) {
    const own = clean(input.labels[stage] ?? '').replace(/\s+/g, ' ');
    const name = (own === '' ? common[stage] : own).toLowerCase();
    if (taken.has(name)) return { ok: false, error: { code: 'invalid-field', field: 'labels', stage } };
    taken.add(name);
    if (own === '' || own === common[stage]) continue;
    labels[stage] = own;
    const alone: CommandResult<Settings> = checked({ ...kept, labels: { [stage]: own } }, previous, actor);
    if (!alone.ok && alone.error.field === 'labels') return { ok: false, error: { ...alone.error, stage } };
  }
  const { labels: _labels, ...rest } = kept;
  const next: Settings = {
    ...rest,
    answerDays: input.answerDays,
    ...(Object.keys(labels).length === 0 ? {} : { labels })
  };
  return checked(next, previous, actor);
}
