import { readTemplate, type TemplateFault, type TemplateFaultCode } from '#lib/domain/methods/template-check.ts';
import { fitted } from '#lib/domain/methods/template-editing.ts';
import type { TemplateContent } from '#lib/domain/methods/template-format.ts';
import { DraftKeeper, templateDraft } from './draft.svelte.ts';
import { draftFields, type TemplateWork } from './templates.ts';

/**
 * A template being written: what its editor's parts change. It is on the disk as it is typed, with whatever is wrong
 * with it, and what is wrong is told once somebody has tried to publish it.
 */
export class TemplateEditing {
  content = $state<TemplateContent>()!;
  /** Said quietly. */
  told = $state('');
  /** Somebody has tried to publish: from now on it is told what stands in the way. */
  isStrict = $state(false);
  /** Raised when everything is another: the fields are made anew. */
  generation = $state(0);

  readonly #work: Omit<TemplateWork, 'content'>;
  readonly #keeper: DraftKeeper;
  readonly #fitted = $derived.by(() => fitted($state.snapshot(this.content)));
  readonly #faults = $derived.by((): readonly TemplateFault[] => {
    const read = readTemplate(this.#fitted);
    return read.ok ? [] : read.error;
  });

  /** @param key what its draft is called by */
  constructor(key: string, { content, ...work }: TemplateWork) {
    this.content = structuredClone(content);
    this.#work = work;
    this.#keeper = new DraftKeeper(templateDraft(key));
  }

  /** The template as it would be published. */
  get fitted(): TemplateContent {
    return this.#fitted;
  }

  /** What stands in the way, once somebody has tried. */
  get faults(): readonly TemplateFault[] {
    return this.isStrict ? this.#faults : [];
  }

  get space(): string {
    return this.#work.space;
  }

  get before(): TemplateWork['before'] {
    return this.#work.before;
  }

  /** The disk said no; what is written is on the screen only. */
  get isOnScreenOnly(): boolean {
    return this.#keeper.failed;
  }

  /** What is wrong with exactly that part, or with its words in one of the languages. */
  faultAt(path: string): TemplateFaultCode | undefined {
    return this.faults.find(
      (fault) => fault.path === path || fault.path === path + '.sv' || fault.path === path + '.en'
    )?.code;
  }

  /** Whether something is wrong in a part, or in what it holds. */
  isFaulty(path: string): boolean {
    return this.faults.some(
      (fault) => fault.path === path || (/^[.[]/.test(fault.path.slice(path.length)) && fault.path.startsWith(path))
    );
  }

  /** Keeps what is written; call when anything has changed. */
  keep(): void {
    const content = $state.snapshot(this.content);
    const { name } = content;
    this.#keeper.save(draftFields({ ...this.#work, content }, typeof name === 'string' ? name : name.sv));
  }

  /** Puts everything in a file in the place of what is written. Answers with a way back. */
  replace(content: TemplateContent): () => void {
    const before = $state.snapshot(this.content);
    this.content = content;
    this.generation += 1;
    return () => {
      this.content = before;
      this.generation += 1;
    };
  }

  /** Whether it may be published; from now on it is told why not. */
  check(): boolean {
    this.isStrict = true;
    return this.#faults.length === 0;
  }

  /** The work as it is published. Waits until what is under way to the disk is there. */
  async finished(): Promise<TemplateWork> {
    // A disk that is full says so when it is published, too.
    await this.#keeper.flush().catch(() => undefined);
    return { ...this.#work, content: this.#fitted };
  }

  /** Lets go of what was written. */
  async discard(): Promise<void> {
    this.#keeper.drop();
    await this.#keeper.flush();
  }
}
