import { bare } from '#lib/core/ids.ts';
import { wholeNumber } from '#lib/core/whole-number.ts';
import type { Decision } from '#lib/domain/ideas/decision.ts';
import { grantOf, type Stage, STAGES } from '#lib/domain/ideas/stages.ts';
import { decisionWords } from '#lib/messages/decisions.ts';
import { m } from '#lib/messages/index.svelte.ts';
import type { Failure } from './command.ts';
import { decide, type Decidable } from './decisions.ts';
import { decisionDraft, DraftKeeper } from './draft.svelte.ts';

const MOST_HOURS = 100_000;
const MOST_KRONOR = 1_000_000_000;

/** Sentences beside the fields of a decision; `form` stands by the button. */
export type DecisionErrors = Partial<Record<'to' | 'reason' | 'hours' | 'kronor' | 'form', string>>;

/** A decision being written: it is on the disk as it is typed, and outlives the dialog it is written in. */
export class Deciding {
  to = $state<Stage | ''>('');
  reason = $state('');
  hours = $state('');
  kronor = $state('');
  /** The idea that lives on, where the decision chosen between two is a merge. */
  into = $state<string | undefined>(undefined);
  errors = $state.raw<DecisionErrors>({});
  isBusy = $state(false);
  /** Something was begun here before, and has not been saved. */
  isBegun = $state(false);

  readonly #draft: DraftKeeper;
  readonly #draftId: string;
  /** What stood when the person chose: a decision that comes later is one they have not read. */
  #seen = '';

  /** @param idea its id */
  constructor(idea: string) {
    this.#draftId = decisionDraft(bare(idea));
    this.#draft = new DraftKeeper(this.#draftId);
  }

  /** Takes up what was being written here last time. */
  async resume(): Promise<void> {
    const kept = await this.#draft.read();
    if (kept === undefined || this.reason !== '' || this.to !== '') return;
    const { to, text, hours, kronor, into } = kept;
    this.to = STAGES.find((stage) => stage === to) ?? '';
    this.reason = typeof text === 'string' ? text : '';
    this.hours = typeof hours === 'string' ? hours : '';
    this.kronor = typeof kronor === 'string' ? kronor : '';
    this.into = typeof into === 'string' ? into : undefined;
    this.isBegun = true;
  }

  /** Opens the form on what stands now. @param to chosen already, as when a card was dropped */
  open(view: Decidable, to?: Stage, from?: Pick<Decision, 'hours' | 'kronor' | 'into'>): void {
    this.#seen = headsOf(view);
    this.errors = {};
    if (to === undefined) {
      // A merge is chosen between two decisions, or on a page of its own, and not among the steps.
      if (this.to === 'sammanslagen') this.to = '';
      return;
    }
    if (to !== this.to || from !== undefined) {
      this.hours = from?.hours === undefined ? '' : String(from.hours);
      this.kronor = from?.kronor === undefined ? '' : String(from.kronor);
    }
    this.to = to;
    this.into = from?.into;
  }

  /** Keeps what has been written so far. */
  typed(): void {
    const { to, reason: text, hours, kronor, into } = this;
    this.isBegun = text.trim() !== '' || hours !== '' || kronor !== '';
    if (!this.isBegun) return this.#draft.drop();
    this.#draft.save({ to, text, hours, kronor, ...(into === undefined ? {} : { into }) });
  }

  /** Resolves when the last words are on the disk. */
  flush(): Promise<void> {
    return this.#draft.flush();
  }

  /** Saves; undefined when something is to be put right first, which `errors` says. */
  async save(view: Decidable): Promise<Decision | undefined> {
    if (this.isBusy) return undefined;
    this.isBusy = true;
    try {
      return await this.#save(view);
    } finally {
      this.isBusy = false;
    }
  }

  async #save(view: Decidable): Promise<Decision | undefined> {
    const words = decisionWords();
    const { to } = this;
    const grants = to === '' ? undefined : grantOf(to);
    const hours = grants === undefined ? undefined : amount(this.hours, MOST_HOURS);
    const kronor = grants === undefined ? undefined : amount(this.kronor, MOST_KRONOR);
    const errors: DecisionErrors = {
      ...(to === '' ? { to: words.whatMissing } : {}),
      ...(this.reason.trim() === '' ? { reason: words.reasonMissing } : {}),
      ...(hours === null ? { hours: words.hoursWrong } : {}),
      ...(kronor === null ? { kronor: words.kronorWrong } : {}),
      ...(grants === 'tid' && hours === undefined ? { hours: words.hoursMissing } : {}),
      ...(grants === 'pengar' && kronor === undefined ? { kronor: words.kronorMissing } : {})
    };
    const into = to === 'sammanslagen' ? this.into : undefined;
    const seen = headsOf(view);
    if (Object.keys(errors).length === 0 && seen !== this.#seen) errors.form = words.newer;
    this.#seen = seen;
    this.errors = errors;
    if (Object.keys(errors).length > 0 || to === '') return undefined;
    const input = { to, reason: this.reason, hours: hours ?? undefined, kronor: kronor ?? undefined, into };
    // Words on their way to the disk must not come after the decision that ends them.
    await this.flush();
    const made = await decide(view, input, this.#draftId);
    if (!made.ok) {
      this.errors = errorsOf(made.error);
      return undefined;
    }
    this.#clear();
    return made.value;
  }

  #clear(): void {
    this.to = '';
    this.reason = '';
    this.hours = '';
    this.kronor = '';
    this.into = undefined;
    this.isBegun = false;
    this.#draft.drop();
  }
}

const headsOf = ({ path }: Decidable): string => path.heads.map((head) => head._id).join(' ');

/** What a field of an amount says: nothing, a number, or something else (null). */
const amount = (text: string, max: number): number | null | undefined =>
  text.trim() === '' ? undefined : wholeNumber(text, 1, max);

function errorsOf({ code, field }: Failure): DecisionErrors {
  const sentence = m().refusals.codes[code];
  // The step was there when it was chosen; the form leaves nothing else to be wrong.
  if (code === 'invalid-field') return { to: decisionWords().gone };
  return field === 'reason' ? { reason: sentence } : { form: sentence };
}
