/** A process of its own that writes to a store until it is done or killed, and says what was acknowledged. */
import { openStore } from '#store/open.ts';
import { commit, KEY, LIVE, START } from './store-world.ts';

const [file = '', task = '', who = '0', times = '0'] = process.argv.slice(2);
const store = await openStore({ file, key: KEY });
const { id: productId } = await store.products.ensure({ name: 'acme' });
const sourceId = (await store.sources.ensure(productId, { kind: 'git', origin: 'git:root', options: {} })).id;
const sealing = { cursor: 'done', observedUntil: START };

const tasks: Record<string, () => Promise<void>> = {
  /** Many writes of one transaction each. */
  async write() {
    for (let n = 0; n < Number(times); n++) await store.jobs.enqueue(productId, { kind: who, payload: n });
  },

  /** Small gathers of a row that nobody else writes, and of one that everybody does. */
  async gather() {
    for (let n = 0; n < Number(times); n++) {
      const { id } = await store.gathers.open(productId, sourceId, LIVE);
      const own = commit(n, { externalId: `${who}-${n}` });
      await store.gathers.stage(productId, id, [own, commit(0, { externalId: 'shared', title: `${who}-${n}` })]);
      await store.gathers.seal(productId, id, sealing);
    }
  },

  /** The same rows as every other process, at once. */
  async same() {
    const { id } = await store.gathers.open(productId, sourceId, LIVE);
    for (let n = 0; n < 40; n++) {
      const piece = Array.from({ length: 50 }, (_, row) => commit(n * 50 + row));
      await store.gathers.stage(productId, id, piece, { resume: String(n) });
    }
    await store.gathers.seal(productId, id, sealing);
  },

  /** One long gather that notes where it is after each piece; goes on where a killed one stopped. */
  async stage() {
    const { id, resume } = await store.gathers.open(productId, sourceId, LIVE);
    for (let n = resume === null ? 0 : Number(resume) + 1; n < Number(times); n++) {
      const piece = Array.from({ length: 20 }, (_, row) => commit(n * 20 + row, { body: 'b'.repeat(row * 200) }));
      await store.gathers.stage(productId, id, piece, { resume: String(n) });
      process.stdout.write(`${n}\n`);
    }
    await store.gathers.seal(productId, id, sealing);
  },

  /** Every row gets a new version in each gather. */
  async seal() {
    for (let n = 0; n < Number(times); n++) {
      const { id } = await store.gathers.open(productId, sourceId, LIVE);
      const rows = Array.from({ length: 300 }, (_, row) => commit(row, { title: `version ${n}` }));
      await store.gathers.stage(productId, id, rows);
      await store.gathers.seal(productId, id, sealing);
      process.stdout.write(`${n}\n`);
    }
  },
};

await tasks[task]?.();
await store.close();
