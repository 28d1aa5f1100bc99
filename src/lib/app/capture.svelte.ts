import { ulid } from 'ulid';
import { isId } from '#lib/core/ids.ts';
import { aliasOf } from '#lib/domain/actor.ts';
import type { CustomField } from '#lib/domain/ideas/field.ts';
import type { Day } from '#lib/domain/workdays.ts';
import type { Store } from '#lib/store/store.ts';
import { type CaptureContent, fromDraft, isBlank, type KeyedPhoto, toDraft } from './capture-draft.ts';
import { capturedDocuments } from './captured.ts';
import type { Answers } from './fields.ts';
import { claim } from './claim.ts';
import { contextIn, type Failure, keep } from './command.ts';
import { latestWins } from './latest-wins.ts';
import { type PhotoFault, preparePhoto } from './photos.ts';
import { Recorder, type Spoken } from './recorder.svelte.ts';
import { session } from './session.svelte.ts';

const PREFIX = 'ny:';
const LAST_UNIT = 'last-unit';
const RELOAD_MS = 600;

const newDraftId = (): string => PREFIX + ulid();

/** What the page was opened with. */
export interface CaptureStart {
  /** A draft to go on with, by id. */
  readonly draft?: string | null;
  /** Words to begin a new idea with. */
  readonly title?: string | null;
  readonly category?: string | undefined;
  /** The id of the challenge that it answers. */
  readonly challenge?: string | undefined;
  /** The ulid of an idea that the new one builds on. */
  readonly buildsOn?: string | null;
}

/** A new idea while it is being written: on the disk as a draft with every letter, an idea when it is saved. */
export class Capture {
  title = $state('');
  need = $state('');
  proposal = $state('');
  unit = $state('');
  category = $state('');
  challenge = $state('');
  answers = $state.raw<Answers>({});
  hidden = $state(false);
  /** The idea it builds on, by id, or the empty string. */
  buildsOn = $state('');
  photos = $state.raw<readonly KeyedPhoto[]>([]);
  spoken = $state.raw<Spoken | undefined>();
  /** Pictures that are being made ready. */
  preparing = $state(0);
  isSaving = $state(false);
  failure = $state.raw<Failure | undefined>();
  saved = $state.raw<
    { readonly id: string; readonly title: string; readonly answerBy?: Day | undefined } | undefined
  >();
  /** Whether what stands in the form is on the disk; undefined while there is nothing to keep. */
  isKept = $state<boolean | undefined>();
  /** When the draft that was gone on with was last written, ISO. */
  continuedFrom = $state<string | undefined>();

  readonly recorder = new Recorder((spoken) => (this.spoken = spoken));
  readonly #store: Store = session.store;
  #id = newDraftId();
  #letGo: (() => void) | undefined;
  #pictures: Promise<unknown> = Promise.resolve();
  #isClosed = false;
  /** The challenge that the page was opened to answer. */
  #asked = '';

  readonly #writer = latestWins(
    async ({ id, content }: { id: string; content: CaptureContent }) => {
      if (isBlank(content)) await this.#store.dropDraft(id);
      else await this.#store.saveDraft(id, toDraft(content));
    },
    (error) => (this.isKept = error === undefined ? (isBlank(this.content) ? undefined : true) : false)
  );

  get content(): CaptureContent {
    const { title, need, proposal, unit, category, challenge, answers, hidden, buildsOn, photos, spoken } = this;
    return { title, need, proposal, unit, category, challenge, answers, hidden, buildsOn, photos, spoken };
  }

  /** Whether the person's name can be hidden at all. */
  get canHide(): boolean {
    return session.person !== null && aliasOf(session.person) !== undefined;
  }

  /** Takes up the draft that was left, if no other tab has it. Words written meanwhile are never written over. */
  async begin({ draft, title, category, challenge, buildsOn }: CaptureStart): Promise<void> {
    if (title || buildsOn) {
      this.title = title ?? '';
      this.category = category ?? '';
      this.buildsOn = buildsOn && isId(buildsOn) ? 'idea:' + buildsOn : '';
    } else {
      this.challenge = this.#asked = challenge ?? '';
      const drafts = (await this.#store.drafts()).filter(
        ({ id, fields }) =>
          id.startsWith(PREFIX) &&
          (!draft || id === draft) &&
          // Whoever answers a challenge goes on with what they have begun to answer it with, and with nothing else.
          (challenge === undefined || fields['challenge'] === challenge)
      );
      for (const candidate of drafts) {
        const letGo = await claim(candidate.id, RELOAD_MS);
        if (letGo === null) continue;
        if (this.#isClosed || !isBlank(this.content)) {
          letGo();
          break;
        }
        this.#letGo = letGo;
        this.#id = candidate.id;
        Object.assign(this, fromDraft(candidate));
        this.continuedFrom = candidate.at;
        return;
      }
    }
    this.#letGo = (await claim(this.#id, RELOAD_MS)) ?? undefined;
    await this.#rememberUnit();
  }

  /** Puts the form as it stands on the disk. Call with every change. */
  write(): void {
    if (this.#isClosed || this.saved !== undefined) return;
    if (isBlank(this.content) && this.isKept === undefined && this.continuedFrom === undefined) return;
    this.#writer.put({ id: this.#id, content: this.content });
  }

  /** Everything said and written so far is on the disk when this resolves; rejects when it could not be. */
  async flush(): Promise<void> {
    await this.recorder.stop();
    await this.#pictures;
    this.write();
    await this.#writer.settled();
  }

  /** Adds pictures one after the other; gives what was wrong with those that could not be used. */
  async addPhotos(files: readonly File[]): Promise<readonly { readonly name: string; readonly fault: PhotoFault }[]> {
    const faults: { name: string; fault: PhotoFault }[] = [];
    this.preparing += files.length;
    const work = this.#pictures.then(async () => {
      for (const file of files) {
        const prepared = await preparePhoto(file);
        this.preparing -= 1;
        if (prepared.ok) this.photos = [...this.photos, { key: ulid(), ...prepared.value }];
        else faults.push({ name: file.name, fault: prepared.error });
      }
    });
    this.#pictures = work;
    await work;
    return faults;
  }

  removePhoto(key: string): void {
    this.photos = this.photos.filter((photo) => photo.key !== key);
  }

  /** Answers a question beside the idea. */
  answer(question: string, value: string): void {
    this.answers = { ...this.answers, [question]: value };
  }

  /**
   * The idea, its answers, its pictures and its sound are accepted together, or nothing is and all stays in the form.
   * @param questions those that are asked
   */
  async save(questions: readonly CustomField[]): Promise<void> {
    if (this.isSaving || this.saved !== undefined) return;
    const space = session.homeSpace;
    if (space === undefined) throw new Error('nowhere to leave an idea');
    this.isSaving = true;
    this.failure = undefined;
    try {
      await this.recorder.stop();
      await this.#pictures;
      const answerDays = await this.#store.answerDays(space);
      const made = capturedDocuments(this.content, questions, answerDays, contextIn(space));
      if (!made.ok) {
        this.failure = made.error;
        return;
      }
      // A draft written after the idea is accepted would come back as something unsaved.
      this.#isClosed = true;
      await this.#writer.settled().catch(() => undefined);
      const kept = await keep(space, made.value.documents, this.#id);
      if (!kept.ok) {
        this.#isClosed = false;
        this.failure = kept.error;
        return;
      }
      const { idea } = made.value;
      this.saved = { id: idea._id, title: idea.title || idea.need.split('\n')[0]!, answerBy: idea.answerBy };
      void this.#store.setSetting(LAST_UNIT, this.unit);
    } finally {
      this.isSaving = false;
    }
  }

  /** Takes the words away for good. */
  async discard(): Promise<void> {
    await this.#writer.settled().catch(() => undefined);
    await this.#store.dropDraft(this.#id);
    this.startNew();
  }

  /** An empty form; the draft that stood here is found on the first page. */
  startNew(): void {
    this.#letGo?.();
    this.#letGo = undefined;
    this.#id = newDraftId();
    this.#isClosed = false;
    Object.assign(this, fromDraft({ fields: { unit: this.unit, challenge: this.#asked }, blobs: [] }));
    this.saved = this.failure = this.isKept = this.continuedFrom = undefined;
    void claim(this.#id, RELOAD_MS).then((letGo) => (this.#letGo = letGo ?? undefined));
  }

  /** The page goes away. What is in the form stays as a draft. */
  async end(): Promise<void> {
    await this.flush().catch(() => undefined);
    this.#isClosed = true;
    this.#letGo?.();
  }

  async #rememberUnit(): Promise<void> {
    const last = await this.#store.setting(LAST_UNIT);
    if (this.unit === '' && typeof last === 'string') this.unit = last;
  }
}
