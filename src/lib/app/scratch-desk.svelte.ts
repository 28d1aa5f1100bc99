import { err, ok, type Result } from '#lib/core/result.ts';
import { idOf } from '#lib/core/ids.ts';
import type { Dots } from '#lib/domain/methods/dots.ts';
import type { Envelope } from '#lib/domain/kind.ts';
import type { Entry } from '#lib/domain/methods/entry.ts';
import type { SheetMedia } from '#lib/domain/methods/media.ts';
import type { Accepted } from '#lib/store/accept.ts';
import type { SheetView } from '#lib/store/methods.ts';
import type { Failure } from './command.ts';
import { Desk } from './desk.svelte.ts';
import { SCRATCH } from './draft.svelte.ts';

/** A sheet that nobody has begun. */
class ScratchSheet {
  view = $state.raw<SheetView>()!;

  constructor(space: string, by: string, template: string) {
    const at = new Date().toISOString();
    const sheet = idOf('worksheet', SCRATCH);
    this.view = {
      space,
      sheet: { _id: sheet, v: 1, case: idOf('case', SCRATCH), by, at, template, name: '' },
      case: undefined,
      template: undefined,
      entries: [],
      dots: [],
      media: [],
      variants: [],
      statuses: {},
      refused: []
    };
  }
}

const replaced = <D extends Envelope>(list: readonly D[], document: Envelope): readonly D[] => [
  ...list.filter(({ _id }) => _id !== document._id),
  document as D
];

/** A desk to try a template on, with the rules of a real one. Nothing that is written is kept when it goes away. */
export class ScratchDesk extends Desk {
  /** Somebody has tried to put up a picture or a sound, which only a real sheet has room for. */
  wantsRoom = $state(false);
  readonly #sheet: ScratchSheet;

  /** @param template the version that is tried, or any of its kind */
  constructor(space: string, by: string, template: string) {
    const sheet = new ScratchSheet(space, by, template);
    super(() => sheet.view);
    this.#sheet = sheet;
  }

  get view(): SheetView {
    return this.#sheet.view;
  }

  protected override keep(documents: readonly Accepted[]): Promise<Result<void, Failure>> {
    let { entries, dots } = this.view;
    for (const { document } of documents) {
      if (document._id.startsWith('entry:')) entries = replaced<Entry>(entries, document);
      if (document._id.startsWith('dots:')) dots = replaced<Dots>(dots, document);
    }
    this.#sheet.view = { ...this.view, entries, dots };
    return Promise.resolve(ok(undefined));
  }

  override attach(): Promise<Result<SheetMedia, Failure>> {
    this.wantsRoom = true;
    return Promise.resolve(err({ code: 'attachment' }));
  }
}
