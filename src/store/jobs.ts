/** The queue in the database: jobs are claimed under a lease, and one lease per product guards seal, derive and read. */
import { sql } from 'kysely';
import { canonical, type Json } from '#core/json.ts';
import type { Backend, Db } from './backend.ts';
import type { Tables } from './tables.ts';
import { uuid } from './uuid.ts';

export interface NewJob {
  readonly kind: string;
  /** One waiting or running job per kind and key; another is not added. */
  readonly key?: string;
  readonly payload?: Json;
  /** Higher comes first. */
  readonly priority?: number;
  readonly runAt?: number;
}

export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly key: string | null;
  readonly payload: Json;
  readonly attempts: number;
}

/** The product's own lease is a row of this kind that no worker claims. */
const LEASE = 'lease';

export function jobs(backend: Backend) {
  return {
    /** Answers the job's id, or that of the one that already waits under the key. */
    enqueue(productId: string, job: NewJob): Promise<string> {
      return backend.write(productId, async (trx) => {
        const waiting = job.key === undefined ? null : await underKey(trx, productId, job.kind, job.key);
        if (waiting) return waiting.id;
        const id = uuid(backend.now());
        await insertJob(trx, productId, id, job, job.runAt ?? backend.now());
        return id;
      });
    },

    /** The next job that is due, or one whose worker has gone; null when there is none. */
    claim(productId: string, owner: string, leaseMs: number): Promise<Job | null> {
      return backend.write(null, async (trx) => {
        const now = backend.now();
        const row = await dueJob(backend, trx, productId, now);
        if (!row) return null;
        const attempts = row.attempts + 1;
        await setJob(trx, productId, row.id, {
          state: 'running',
          lease_owner: owner,
          lease_until: now + leaseMs,
          attempts,
        });
        return { id: row.id, kind: row.kind, key: row.key, payload: JSON.parse(row.payload) as Json, attempts };
      });
    },

    /** False when the lease was lost: another worker has it, and this one stops. */
    renew(productId: string, id: string, owner: string, leaseMs: number, progress?: Json): Promise<boolean> {
      const noted = progress === undefined ? {} : { progress: canonical(progress) };
      return held(productId, id, owner, { lease_until: backend.now() + leaseMs, ...noted });
    },

    /** Done: its key is free again. */
    finish(productId: string, id: string, owner: string): Promise<boolean> {
      return held(productId, id, owner, { state: 'done', key: null, lease_owner: null, lease_until: null });
    },

    /** Failed: again at `retryAt`, or not at all. */
    fail(productId: string, id: string, owner: string, error: string, retryAt: number | null): Promise<boolean> {
      const left = { error, lease_owner: null, lease_until: null };
      return held(
        productId,
        id,
        owner,
        retryAt === null ? { ...left, state: 'failed', key: null } : { ...left, state: 'waiting', run_at: retryAt },
      );
    },

    /** Takes or renews the product's lease; false while another holds it. */
    lease(productId: string, owner: string, leaseMs: number): Promise<boolean> {
      const take = async (trx: Db) => {
        const now = backend.now();
        const row = await underKey(trx, productId, LEASE, LEASE);
        const until = { lease_owner: owner, lease_until: now + leaseMs };
        if (!row) {
          const id = uuid(now);
          await insertJob(trx, productId, id, { kind: LEASE, key: LEASE }, now);
          await setJob(trx, productId, id, { state: LEASE, ...until });
          return true;
        }
        if (row.lease_owner !== owner && (row.lease_until ?? 0) > now) return false;
        await setJob(trx, productId, row.id, until);
        return true;
      };
      return backend.write(productId, take, 'soon');
    },

    async release(productId: string, owner: string): Promise<void> {
      const release = (trx: Db) =>
        trx
          .updateTable('jobs')
          .set({ lease_owner: null, lease_until: null })
          .where('product_id', '=', productId)
          .where('kind', '=', LEASE)
          .where('lease_owner', '=', owner)
          .execute();
      await backend.write(productId, release, 'soon');
    },
  };

  function held(productId: string, id: string, owner: string, set: Partial<Tables['jobs']>): Promise<boolean> {
    return backend.write(null, async (trx) => {
      const done = await trx
        .updateTable('jobs')
        .set(set)
        .where('product_id', '=', productId)
        .where('id', '=', id)
        .where('lease_owner', '=', owner)
        .executeTakeFirst();
      return done.numUpdatedRows === 1n;
    });
  }
}

export type Jobs = ReturnType<typeof jobs>;

async function dueJob(backend: Backend, trx: Db, productId: string, now: number): Promise<Tables['jobs'] | undefined> {
  return (
    trx
      .selectFrom('jobs')
      .selectAll()
      .where('product_id', '=', productId)
      .where('run_at', '<=', now)
      .where(({ or, and, eb }) =>
        or([eb('state', '=', 'waiting'), and([eb('state', '=', 'running'), eb('lease_until', '<', now)])]),
      )
      .orderBy('priority', 'desc')
      .orderBy('run_at')
      .orderBy('id')
      .limit(1)
      // Two workers at once take two jobs instead of waiting for each other. SQLite has one writer, and no such words.
      .$if(backend.engine === 'postgres', (query) => query.modifyEnd(sql`for update skip locked`))
      .executeTakeFirst()
  );
}

async function underKey(trx: Db, productId: string, kind: string, key: string) {
  return trx
    .selectFrom('jobs')
    .selectAll()
    .where('product_id', '=', productId)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .executeTakeFirst();
}

async function insertJob(trx: Db, productId: string, id: string, job: NewJob, runAt: number): Promise<void> {
  await trx
    .insertInto('jobs')
    .values({
      product_id: productId,
      id,
      kind: job.kind,
      key: job.key ?? null,
      payload: canonical(job.payload ?? null),
      state: 'waiting',
      priority: job.priority ?? 0,
      run_at: runAt,
      lease_until: null,
      lease_owner: null,
      attempts: 0,
      progress: null,
      error: null,
    })
    .execute();
}

async function setJob(trx: Db, productId: string, id: string, set: Partial<Tables['jobs']>): Promise<void> {
  await trx.updateTable('jobs').set(set).where('product_id', '=', productId).where('id', '=', id).execute();
}
