import type { Filter } from '#lib/domain/find/filter.ts';
import { Dexie } from 'dexie';
import type { Envelope } from '#lib/domain/kind.ts';
import type { Variant } from '#lib/domain/variant.ts';
import { acceptBatches, type Batch } from './accept.ts';
import { addIdentity, identities } from './aggregate.ts';
import * as assessments from './assessments.ts';
import * as benefits from './benefits.ts';
import * as challenges from './challenges.ts';
import { renewConcerns } from './concerns.ts';
import { Database, blobKey } from './database.ts';
import { readDirectory } from './directory.ts';
import { allDrafts, type DraftContent, dropDraft, readDraft, saveDraft } from './drafts.ts';
import * as fields from './fields.ts';
import * as groups from './groups.ts';
import * as happenings from './happenings.ts';
import * as ideas from './ideas.ts';
import { ideaRecord } from './idea-record.ts';
import { filteredIdeas, type Looking } from './idea-filter.ts';
import { ideaView } from './idea-view.ts';
import * as inbox from './inbox.ts';
import { caseRecord, sheetRecord } from './method-record.ts';
import * as methods from './methods.ts';
import * as news from './news.ts';
import * as outbox from './outbox.ts';
import { overviewMark } from './overview.ts';
import type { PackSizes } from './packs.ts';
import * as pulled from './pulled.ts';
import { rowOf } from './rows.ts';
import { answerDaysOf, settingsOf } from './settings.ts';
import { renewDirectory, renewRows, renewStore } from './renewal.ts';
import { observe } from './rising.ts';
import { markSent } from './sent.ts';
import { searched } from './search/around.ts';
import * as spaces from './spaces.ts';
import { storeName } from './store-name.ts';
import * as stories from './stories.ts';
import * as views from './views.ts';
import { exportUnsent, importUnsent } from './transfer.ts';

export interface StoreOptions {
  readonly now?: () => string;
  /** Small ones in tests, so that packs are met with few ideas. */
  readonly sizes?: PackSizes;
  readonly indexedDB?: IDBFactory;
  readonly IDBKeyRange?: typeof IDBKeyRange;
}

/**
 * Opens (and on first use makes) the one store a person has on this device. What is accepted here is
 * on the disk when the promise resolves.
 */
export function openStore(person: string, options: StoreOptions = {}) {
  const { now = () => new Date().toISOString(), sizes, ...dexieOptions } = options;
  const db = new Database(storeName(person), person, dexieOptions, sizes);
  db.version(2).stores({}).upgrade(renewStore);
  db.version(3).stores({}).upgrade(renewDirectory);
  db.clock = now;
  return {
    person,
    db,
    close: () => db.close(),
    /** Reads beforehand what every list is made of. */
    warm: async () => {
      await readDirectory(db);
    },
    /**
     * Runs `query` again whenever what it read has changed, in this tab or another. Lists show an idea of this tab's
     * at once, before it is on the disk (`rising.ts`); only `accept` tells when it is.
     */
    observe: <T>(query: () => Promise<T>) => observe(db, query),

    accept: (batch: Batch) => acceptBatches(db, [batch], now()),
    /** What is done in several spaces at once: all of it is accepted, or nothing. */
    acceptAll: (batches: readonly Batch[]) => acceptBatches(db, batches, now()),

    ideaPage: (filter: ideas.IdeaFilter, limit: number) => ideas.ideaPage(db, filter, limit),
    ideaIds: (filter: ideas.IdeaFilter) => ideas.ideaIds(db, filter),
    filteredIdeas: (filter: Filter, looking: Looking) => filteredIdeas(db, filter, looking),
    ideaRows: (keys: readonly string[]) => ideas.ideaRows(db, keys),
    myIdeas: () => ideas.myIdeas(db),
    followedIdeas: () => ideas.followedIdeas(db),
    ideaView: (id: string) => ideaView(db, id),
    ideaRecord: (id: string) => ideaRecord(db, id),
    inbox: (space: string) => inbox.inbox(db, space),
    waitingCount: (space: string, today: string) => inbox.waitingCount(db, space, today),
    board: (space: string, filter: Parameters<typeof inbox.board>[2], limit: number) =>
      inbox.board(db, space, filter, limit),
    boardKeys: (space: string, filter: Parameters<typeof inbox.boardKeys>[2]) => inbox.boardKeys(db, space, filter),
    replies: (space: string) => inbox.replies(db, space),
    sharesOf: (idea: string) => inbox.sharesOf(db, idea),
    groupsIn: (space: string) => groups.groupsIn(db, space),
    groupView: (id: string) => groups.groupView(db, id),
    groupStatuses: () => groups.groupStatuses(db),
    groupWork: (of: string) => groups.groupWork(db, of),
    peopleIn: (space: string) => groups.peopleIn(db, space),
    hasRead: (space: string) => groups.hasRead(db, space),
    challenges: () => challenges.allChallenges(db),
    challengeView: (id: string) => challenges.challengeView(db, id),
    challengeResults: () => challenges.resultsForMe(db),
    /** What has happened since a moment, ISO, that concerns the person. */
    happenings: (who: happenings.Listener, since: string) => happenings.happeningsSince(db, who, since, now()),
    unreadLines: (who: happenings.Listener) => news.unreadLines(db, who, now()),
    newsSignal: (ids: readonly string[]) => news.newsSignal(db, ids),
    seenHappenings: () => news.seenHappenings(db),
    readHappenings: (read: Parameters<typeof news.readHappenings>[1]) => news.readHappenings(db, read, now()),
    joinSeenHappenings: (other: Parameters<typeof news.joinSeenHappenings>[1]) =>
      news.joinSeenHappenings(db, other, now()),
    mutedTypes: () => news.mutedTypes(db),
    muteTypes: (types: Parameters<typeof news.muteTypes>[1]) => news.muteTypes(db, types),
    documents: (wanted: Parameters<typeof happenings.documentsOf>[1]) => happenings.documentsOf(db, wanted),
    fields: () => fields.allFields(db),
    categories: () => fields.allCategories(db),
    answersTo: (rows: Parameters<typeof fields.answersTo>[1]) => fields.answersTo(db, rows),
    answers: (space: string, idea: string) => fields.answersOf(db, space, idea),
    assessmentRoom: (space: string) => assessments.assessmentRoom(db, space),
    assessedIdeas: (space: string, ids: readonly string[]) => assessments.assessedIdeas(db, space, ids),
    assessable: (space: string) => assessments.assessable(db, space),
    overviewMark: (space: string) => overviewMark(db, space),
    benefits: (space: string, today: string) => benefits.benefits(db, space, today),
    benefitView: (space: string, idea: string, today: string) => benefits.benefitView(db, space, idea, today),
    followUpWork: (of: string, space: string | undefined, today: string) => benefits.followUpWork(db, of, space, today),
    stories: () => stories.allStories(db),
    storiesOf: (idea: string) => stories.storiesOf(db, idea),
    storyView: (id: string) => stories.storyView(db, id),
    views: () => views.allViews(db),
    cases: () => methods.allCases(db),
    casesAbout: (field: 'idea' | 'challenge', id: string) => methods.casesAbout(db, field, id),
    caseView: (id: string) => methods.caseView(db, id),
    sheetView: (id: string) => methods.sheetView(db, id),
    /** The ideas that a sheet and its cards have become, by the id of the card or the sheet. */
    cardIdeas: (space: string, sheet: string) => methods.cardIdeas(db, space, sheet),
    /** The sheet that an idea was made of, or of a card in. */
    sheetOrigin: (space: string, card: string) => methods.sheetOrigin(db, space, card),
    caseRecord: (id: string) => caseRecord(db, id),
    sheetRecord: (id: string) => sheetRecord(db, id),
    templates: () => methods.allTemplates(db),
    searched: () => searched(db),
    settings: (space: string) => settingsOf(db, space),
    answerDays: (space: string) => answerDaysOf(db, space),
    names: () => ideas.names(db),
    people: (space: string) => ideas.people(db, space),
    units: () => ideas.units(db),
    /** A document as it stands here, the person's own edit included; undefined when it is not here. */
    document: async (space: string, id: string): Promise<Envelope | undefined> =>
      (await rowOf(db, space, id))?.document,
    openVariants: (identities: readonly string[]) => ideas.openVariants(db, identities),

    /** A picture or sound that is on this device, or undefined. */
    blob: async (space: string, id: string, name: string) => {
      const stored = await db.blobs.get(blobKey(space, id, name));
      return stored === undefined ? undefined : new Blob([stored.bytes], { type: stored.type });
    },
    /** Asks the next sync for a picture or sound that is not here. */
    want: async (space: string, id: string, name: string) => {
      await db.wanted.put({ key: blobKey(space, id, name) });
    },

    outbox: () => outbox.allEntries(db),
    receipts: (limit: number) => outbox.lastReceipts(db, limit),
    counts: async () => ({
      waiting: await db.outbox.where('state').equals('waiting').count(),
      rejected: await db.outbox.where('state').equals('rejected').count()
    }),
    retry: (key: string) => outbox.retryRefused(db, (entry) => entry.key === key),
    discard: (key: string) => outbox.discardRefused(db, key),
    exportUnsent: (keys?: readonly string[]) => exportUnsent(db, person, keys),
    importUnsent: (file: Blob) => importUnsent(db, person, file),

    saveDraft: (id: string, content: DraftContent) => saveDraft(db, id, content, now()),
    draft: (id: string) => readDraft(db, id),
    drafts: () => allDrafts(db),
    dropDraft: (id: string) => dropDraft(db, id),

    /** A remembered value of this person's on this device, by name. */
    setting: async (name: string) => (await db.meta.get('setting:' + name))?.value,
    setSetting: async (name: string, value: unknown) => {
      await db.meta.put({ name: 'setting:' + name, value });
    },

    /** What the sync engine works with. */
    sync: {
      /** Brings up to date what an older app left here; nothing where there is nothing. */
      renew: async () => {
        await renewRows(db);
        await renewConcerns(db);
      },
      waiting: (space?: string) => outbox.waitingEntries(db, space),
      markSent: (entries: Parameters<typeof markSent>[1]) => markSent(db, entries),
      confirm: (confirmed: Parameters<typeof outbox.confirmSent>[1]) => outbox.confirmSent(db, confirmed, now()),
      refuse: (...refused: Tail<Parameters<typeof outbox.refuseSent>>) => outbox.refuseSent(db, ...refused),
      retry: (select: Parameters<typeof outbox.retryRefused>[1]) => outbox.retryRefused(db, select),
      checkpoint: (space: string) => pulled.readCheckpoint(db, space),
      setCheckpoint: (space: string, checkpoint: pulled.Checkpoint) => pulled.writeCheckpoint(db, space, checkpoint),
      checkpoints: () => pulled.readCheckpoints(db),
      confirmations: () => pulled.readConfirmations(db),
      apply: (space: string, documents: readonly Envelope[], checkpoint?: pulled.Checkpoint, asked?: number) =>
        pulled.applyDocuments(db, space, documents, now(), checkpoint, asked),
      meet: (space: string, documents: readonly Envelope[]) => pulled.meetWaiting(db, space, documents, now()),
      confirmedRows: (space: string) => spaces.confirmedRows(db, space),
      promiseAgain: (space: string, documents: Parameters<typeof spaces.promiseAgain>[2]) =>
        spaces.promiseAgain(db, space, documents, now()),
      withAttachments: (space: string, documents: readonly Envelope[]) => spaces.withAttachments(db, space, documents),
      rebase: (space: string, bases: ReadonlyMap<string, Envelope | null>) => spaces.rebaseEntries(db, space, bases),
      applyRestored: (space: string, documents: readonly Envelope[], asked: number) =>
        pulled.applyRestored(db, space, documents, now(), asked),
      confirmedRevisions: (space: string, ids: readonly string[]) => spaces.confirmedRevisions(db, space, ids),
      isKept: (space: string, variant: Variant) => pulled.isKept(db, space, variant),
      drop: (space: string, ids: readonly string[]) => spaces.dropDocuments(db, space, ids),
      leave: (space: string) => spaces.leaveSpace(db, space),
      blob: (space: string, id: string, name: string) => outbox.blobOf(db, space, id, name),
      wanted: () => db.wanted.toCollection().primaryKeys(),
      /** A fetched picture or sound; undefined when the server has none. */
      fetched: (key: string, blob: { bytes: ArrayBuffer; type: string } | undefined) =>
        db.transaction('rw', db.blobs, db.wanted, async () => {
          if (blob !== undefined) await db.blobs.put({ key, ...blob });
          await db.wanted.delete(key);
        }),
      knowIdentities: async (names: readonly string[]) => {
        const known = await identities(db);
        if (names.every((name) => known.has(name))) return;
        await db.transaction('rw', db.meta, async () => {
          for (const name of names) await addIdentity(db, name);
        });
      },
      note: async (name: string, value: unknown) => {
        const noted = (await db.meta.get('sync:' + name))?.value;
        // Every write waits for the disk; what is noted is mostly what was noted before.
        if (JSON.stringify(noted) !== JSON.stringify(value)) await db.meta.put({ name: 'sync:' + name, value });
      },
      noted: async (name: string) => (await db.meta.get('sync:' + name))?.value
    }
  };
}

type Tail<T extends readonly unknown[]> = T extends readonly [unknown, ...infer Rest] ? Rest : never;

export type Store = ReturnType<typeof openStore>;

/** Removes everything a person has on this device. Nothing asks again: that is the caller's matter. */
export const deleteStore = (person: string): Promise<void> => Dexie.delete(storeName(person));
