import { wholeNumber } from '#lib/core/whole-number.ts';
import {
  type Amount,
  type Benefit,
  type Finding,
  FOLLOW_UPS,
  type Months,
  MOST_HOURS,
  MOST_KRONOR,
  type Period
} from '#lib/domain/benefit/benefit.ts';
import type { Day } from '#lib/domain/workdays.ts';
import { benefitWords } from '#lib/messages/benefit.ts';
import { m } from '#lib/messages/index.svelte.ts';
import { answersForBenefit, plan, report, type Whose } from './benefits.ts';
import type { Failure } from './command.ts';
import { benefitDraft, DraftKeeper } from './draft.svelte.ts';

export type Form = 'planned' | 'reached';

/** An amount as it is written: how much, whether it is gained or spent, and how often it comes. */
export interface AmountForm {
  amount: string;
  sign: 'gained' | 'spent';
  per: Period;
}

export interface BenefitFields {
  hours: AmountForm;
  kronor: AmountForm;
  quality: string;
  /** 1 to 5, or the empty string. */
  scale: string;
  on: string;
  responsible: string;
  /** Months, or the empty string for none. */
  followUp: string;
  how: Finding | '';
}

/** Sentences beside the fields; `form` stands by the button. */
export type BenefitErrors = Partial<Record<keyof BenefitFields | 'form', string>>;

const amountForm = (amount: Amount | undefined, per: Period): AmountForm =>
  amount === undefined
    ? { amount: '', sign: 'gained', per }
    : { amount: String(Math.abs(amount.amount)), sign: amount.amount < 0 ? 'spent' : 'gained', per: amount.per };

function fieldsOf(previous: Benefit | undefined, on: Day, followUp: Months | undefined): BenefitFields {
  return {
    hours: amountForm(previous?.hours, 'month'),
    kronor: amountForm(previous?.kronor, 'year'),
    quality: previous?.quality ?? '',
    scale: previous?.scale === undefined ? '' : String(previous.scale),
    on: previous?.on ?? on,
    responsible: previous?.responsible ?? '',
    followUp: String(previous?.followUp ?? followUp ?? ''),
    how: previous?.how ?? ''
  };
}

/** What an amount says: nothing, so much, or something that is no amount (null). Zero is said too: it gave nothing. */
function amountOf({ amount, sign, per }: AmountForm, most: number): Amount | null | undefined {
  if (amount.trim() === '') return undefined;
  const value = wholeNumber(amount, 0, most);
  if (value === null) return null;
  return { amount: sign === 'spent' && value > 0 ? -value : value, per };
}

/** What is said of an idea's benefit while it is being written: on the disk as it is typed. */
export class BenefitForm {
  fields = $state<BenefitFields>(fieldsOf(undefined, '', undefined));
  errors = $state.raw<BenefitErrors>({});
  isBusy = $state(false);
  /** Whether what stands in the form is on the disk; undefined while there is nothing to keep. */
  isKept = $state<boolean | undefined>();

  readonly form: Form;
  /** What it corrects. */
  previous = $state.raw<Benefit | undefined>();
  readonly #draft: DraftKeeper;
  readonly #draftId: string;

  /** @param idea its ulid */
  constructor(idea: string, form: Form) {
    this.form = form;
    this.#draftId = benefitDraft(idea, form);
    this.#draft = new DraftKeeper(this.#draftId);
  }

  get failed(): boolean {
    return this.#draft.failed;
  }

  /** A form about what stands now. @param on the day it begins with */
  begin(previous: Benefit | undefined, on: Day, followUp: Months | undefined): void {
    this.previous = previous;
    this.fields = fieldsOf(previous, on, followUp);
    this.errors = {};
    this.isKept = undefined;
  }

  /** Takes up what was being written here last time; false where there was nothing. */
  async resume(): Promise<boolean> {
    const kept = await this.#draft.read();
    if (kept === undefined) return false;
    const { fields, previous } = kept as { fields: BenefitFields; previous?: Benefit };
    this.fields = fields;
    this.previous = previous;
    this.isKept = true;
    return true;
  }

  /** Keeps what has been written so far. `title` and `text` are what lists of drafts call it by. */
  typed(title: string): void {
    const fields = $state.snapshot(this.fields);
    const { previous } = this;
    this.#draft.save({ title, text: fields.quality, fields, ...(previous === undefined ? {} : { previous }) });
    void this.#draft.flush().then(
      () => (this.isKept = true),
      () => (this.isKept = false)
    );
  }

  /** Resolves when the last words are on the disk. */
  flush(): Promise<void> {
    return this.#draft.flush();
  }

  /** Lets the words go. */
  drop(): void {
    this.#draft.drop();
    this.isKept = undefined;
  }

  /** Saves; false when something is to be put right first, which `errors` says. */
  async save(idea: Whose): Promise<boolean> {
    if (this.isBusy) return false;
    this.isBusy = true;
    try {
      return await this.#save(idea);
    } finally {
      this.isBusy = false;
    }
  }

  async #save(idea: Whose): Promise<boolean> {
    const words = benefitWords().form;
    const isFull = answersForBenefit(idea.space);
    const fields = $state.snapshot(this.fields);
    const hours = isFull ? amountOf(fields.hours, MOST_HOURS) : undefined;
    const kronor = isFull ? amountOf(fields.kronor, MOST_KRONOR) : undefined;
    const how = isFull ? fields.how : 'told';
    const isReached = this.form === 'reached';
    const saysNothing =
      hours === undefined && kronor === undefined && fields.quality.trim() === '' && fields.scale === '';
    this.errors = {
      ...(hours === null ? { hours: words.hoursWrong } : {}),
      ...(kronor === null ? { kronor: words.kronorWrong } : {}),
      ...(saysNothing ? { quality: isFull ? words.nothing : words.nothingInWords } : {}),
      ...(fields.on === '' ? { on: words.dayMissing } : {}),
      ...(isReached && how === '' ? { how: words.howMissing } : {})
    };
    if (Object.keys(this.errors).length > 0 || hours === null || kronor === null) return false;
    const shared = {
      hours,
      kronor,
      quality: fields.quality,
      scale: fields.scale === '' ? undefined : Number(fields.scale),
      on: fields.on
    };
    // Words on their way to the disk must not come after what ends them.
    await this.flush().catch(() => undefined);
    const followUp = isFull ? FOLLOW_UPS.find((months) => String(months) === fields.followUp) : undefined;
    const result = isReached
      ? await report(idea, { ...shared, how: how === '' ? undefined : how, followUp }, this.previous, this.#draftId)
      : await plan(idea, { ...shared, responsible: fields.responsible || undefined }, this.previous, this.#draftId);
    if (!result.ok) this.errors = errorsOf(result.error);
    else this.isKept = undefined;
    return result.ok;
  }
}

const FIELDS: readonly string[] = ['quality', 'on', 'how', 'hours', 'kronor', 'responsible', 'followUp', 'scale'];

function errorsOf({ code, field }: Failure): BenefitErrors {
  const sentence = m().refusals.codes[code];
  return field !== undefined && FIELDS.includes(field) ? { [field]: sentence } : { form: sentence };
}
