// A stock PouchDB in a process of its own: replicates a space both ways, and forges what it can.
import MemoryAdapter from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb';

PouchDB.plugin(MemoryAdapter);
const [url, cookie, me] = /** @type {[string, string, string]} */ (/** @type {unknown} */ (process.argv.slice(2)));

const remote = new PouchDB(url, {
  fetch: (/** @type {any} */ address, /** @type {any} */ options) => {
    options.headers.set('cookie', cookie);
    return /** @type {any} */ (PouchDB).fetch(address, options);
  }
});
const local = new PouchDB('local', { adapter: 'memory' });

const down = await local.replicate.from(remote);
const pulled = (await local.info()).doc_count;
const served = (await remote.info()).doc_count;

const ids = ['01JZZZZZZZZZZZZZZZZZZZZZ01', '01JZZZZZZZZZZZZZZZZZZZZZ02'].map(
  (base, index) => 'idea:' + base.slice(0, 16) + Date.now().toString().slice(-9) + index
);
const idea = { v: 1, at: '2026-11-23T08:00:00.000Z', title: 'Från en annan enhet', need: 'Behov', proposal: '' };
await local.put({ _id: ids[0], ...idea, by: me });
await local.put({ _id: ids[1], ...idea, by: 'ZZZZZZZZZZZZZZZZZZZZZZZZZZ' });
await local.put({ _id: '_design/evil', views: { all: { map: 'function(doc){emit(1)}' } } });
const other = (await local.allDocs({ include_docs: true, startkey: 'idea:', endkey: 'idea:~' })).rows.find(
  (row) => row.doc.by !== me && !ids.includes(row.id)
);
await local.put({ ...other.doc, title: 'Kapad' });
await local.put({ _id: 'idea:' + ids[0].slice(5, 30) + 'Z', ...idea, by: me, need: 'Ring 19121212-1212' });

/** @type {string[]} */
const denied = [];
const up = await local.replicate
  .to(remote)
  .on('denied', (/** @type {any} */ error) => denied.push((error.doc ?? error).reason));
const after = await remote.allDocs({ keys: [...ids, other.id], include_docs: true });

// And around the replicator: one forged write after the other, each with a revision of its own choosing.
const forged = await remote.bulkDocs(
  [
    { ...other.doc, _rev: '9-' + 'f'.repeat(32), title: 'Kapad' },
    { _id: other.id, _rev: '9-' + 'e'.repeat(32), _deleted: true },
    { _id: '_local/epoch', _rev: '1-' + 'd'.repeat(32), epoch: 'mine' }
  ],
  { new_edits: false }
);
const still = await remote.get(other.id);

process.stdout.write(
  JSON.stringify({
    down: down.ok,
    pulled,
    served,
    up: { ok: up.ok, written: up.docs_written, failures: up.doc_write_failures },
    denied,
    mine: after.rows[0].doc?.by === me,
    theirs: after.rows[1].error,
    kept: after.rows[2].doc.title === other.doc.title && still.title === other.doc.title,
    forged
  })
);
