/** Named reads: what is sealed and not gone, in (at, id) order, a page at a time. */
import { setImmediate } from 'node:timers/promises';
import type { Evidence, EvidenceKind } from '#core/evidence.ts';
import type { JsonObject } from '#core/json.ts';
import type { Backend, Db } from './backend.ts';
import { type EvidenceRead, KIND_OF_READ, READ_OF_KIND, toldSum } from './digests.ts';
import { type IdentityRow, identitiesUntil, renewIdentityDigest } from './identities.ts';
import { keptSum } from './kept.ts';
import { bodiesOf, pages } from './rows.ts';
import type { Tables } from './tables.ts';

export type ReadName = EvidenceRead | 'identities';
export type ReadRow<Name extends ReadName> = Name extends 'identities' ? IdentityRow : Evidence;

/** Where a page begins: after this row. */
export interface Place {
  readonly at: number;
  readonly id: string;
}

const COLUMNS = [
  'id',
  'kind',
  'type',
  'origin',
  'external_id',
  'thread_id',
  'author_id',
  'at',
  'changed_at',
  'title',
  'body',
  'body_hash',
  'url',
  'lang',
  'line',
  'version',
  'amount',
  'data',
] as const satisfies readonly (keyof Tables['evidence'])[];

type Row = Pick<Tables['evidence'], (typeof COLUMNS)[number]>;

/** A page of rows is held at once; larger ones gain no time and cost memory. */
const BATCH = 500;

const EVERYTHING = Number.MAX_SAFE_INTEGER;

export function reads(backend: Backend) {
  async function* stream<Name extends ReadName>(
    productId: string,
    read: Name,
    options: { readonly until?: number; readonly staged?: string } = {},
  ): AsyncGenerator<readonly ReadRow<Name>[]> {
    const until = options.until ?? EVERYTHING;
    if (read === 'identities') {
      const rows = await identitiesUntil(backend.db, productId, until);
      for (const batch of pages(rows, BATCH)) yield batch as readonly IdentityRow[] as readonly ReadRow<Name>[];
      return;
    }
    const kind = KIND_OF_READ[read as EvidenceRead];
    for (let after: Place | null = null; ; ) {
      const batch: Evidence[] = await pageOf(backend.db, productId, kind, {
        after,
        until,
        limit: BATCH,
        newest: false,
        staged: options.staged,
      });
      if (batch.length > 0) yield batch as readonly Evidence[] as readonly ReadRow<Name>[];
      // A file is read without ever waiting: the event loop turns here, so that garbage goes and Ctrl-C is heard.
      await setImmediate();
      const last = batch.at(-1);
      if (!last || batch.length < BATCH) return;
      after = last;
    }
  }

  return {
    stream,

    /** Which identities sources showed to be one person, and by what. */
    async sames(productId: string): Promise<Pick<Tables['sames'], 'a' | 'b' | 'because'>[]> {
      const rows = backend.db.selectFrom('sames').select(['a', 'b', 'because']).where('product_id', '=', productId);
      return rows.orderBy('a').orderBy('b').execute();
    },

    /** One page of a kind, oldest first. */
    page(productId: string, kind: EvidenceKind, options: PageOptions = {}): Promise<Evidence[]> {
      const { after = null, until = EVERYTHING, limit = BATCH, newest = false } = options;
      return pageOf(backend.db, productId, kind, { after, until, limit, newest });
    },

    /** Rows by id, in the order asked for; also those gone at their source, never those of an open gather. */
    async evidence(productId: string, ids: readonly string[]): Promise<Evidence[]> {
      const found = new Map<string, Evidence>();
      for (const part of pages([...new Set(ids)])) {
        const rows = await sealed(backend.db, productId).where('id', 'in', part).execute();
        for (const row of await evidenceOf(backend.db, productId, rows)) found.set(row.id, row);
      }
      return ids.flatMap((id) => found.get(id) ?? []);
    },

    /** The time of the newest row of a kind; null where there is none. */
    async newestAt(productId: string, read: EvidenceRead): Promise<number | null> {
      const { at } = await backend.db
        .selectFrom('evidence')
        .select(({ fn }) => fn.max('at').as('at'))
        .where('product_id', '=', productId)
        .where('kind', '=', KIND_OF_READ[read])
        .executeTakeFirstOrThrow();
      return at === null ? null : Number(at);
    },

    /** Whether anything of a kind is there by a moment that is of none of these types. */
    async holdsOther(
      productId: string,
      kind: EvidenceKind,
      { than, until }: { readonly than: readonly string[]; readonly until: number },
    ): Promise<boolean> {
      const found = await sealed(backend.db, productId)
        .where('gone', '=', 0)
        .where('kind', '=', kind)
        .where('at', '<=', until)
        .where('type', 'not in', than)
        .limit(1)
        .executeTakeFirst();
      return found !== undefined;
    },

    /** How many of each kind are visible. */
    async count(productId: string): Promise<Record<EvidenceKind, number>> {
      const rows = await backend.db.selectFrom('digests').selectAll().where('product_id', '=', productId).execute();
      const n = (read: string) => rows.find((row) => row.kind === read)?.n ?? 0;
      const counts = Object.entries(READ_OF_KIND).map(([kind, read]) => [kind, n(read)]);
      return Object.fromEntries(counts) as Record<EvidenceKind, number>;
    },
  };
}

export type Reads = ReturnType<typeof reads>;

/** What a fact's input is made of: one digest per read, one of what people decided, one of what facts keep. */
export type Digests = Record<ReadName | 'corrections' | 'kept', string>;

export async function digestsOf(backend: Backend, productId: string): Promise<Digests> {
  const rows = await backend.db.selectFrom('digests').selectAll().where('product_id', '=', productId).execute();
  const told = (kind: string): string => {
    const row = rows.find((found) => found.kind === kind);
    return row ? toldSum(row.n, row.sum) : '0';
  };
  const identities = rows.some((row) => row.kind === 'identities')
    ? told('identities')
    : (await renewIdentityDigest(backend, productId)).join(':');
  return {
    changes: told('changes'),
    releases: told('releases'),
    feedback: told('feedback'),
    replies: told('replies'),
    events: told('events'),
    documents: told('documents'),
    identities: identities.startsWith('0:') ? '0' : identities,
    corrections: told('corrections'),
    kept: keptSum(rows),
  };
}

/** `staged`: an open gather whose rows are seen all the same. */
function sealed(db: Db, productId: string, staged?: string) {
  return db
    .selectFrom('evidence')
    .select(COLUMNS)
    .where('product_id', '=', productId)
    .where('gather_id', 'not in', (from) => {
      const open = from
        .selectFrom('gathers')
        .select('id')
        .where('product_id', '=', productId)
        .where('state', '=', 'open');
      return staged === undefined ? open : open.where('id', '<>', staged);
    });
}

interface PageOptions {
  readonly after?: Place | null;
  readonly until?: number;
  readonly limit?: number;
  /** The newest first; the oldest without it. */
  readonly newest?: boolean;
}

interface Page extends Required<PageOptions> {
  readonly staged?: string | undefined;
}

async function pageOf(
  db: Db,
  productId: string,
  kind: EvidenceKind,
  { after, until, limit, newest, staged }: Page,
): Promise<Evidence[]> {
  const way = newest ? 'desc' : 'asc';
  let query = sealed(db, productId, staged)
    .where('gone', '=', 0)
    .where('kind', '=', kind)
    .where('at', '<=', until)
    .orderBy('at', way)
    .orderBy('id', way)
    .limit(limit);
  if (after) {
    const beyond = newest ? '<' : '>';
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('at', 'id'), beyond, tuple(after.at, after.id)));
  }
  return evidenceOf(db, productId, await query.execute());
}

async function evidenceOf(db: Db, productId: string, rows: readonly Row[]): Promise<Evidence[]> {
  const bodies = rows.some((row) => row.body_hash !== null) ? await bodiesOf(db, productId, rows) : null;
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as EvidenceKind,
    type: row.type,
    origin: row.origin,
    externalId: row.external_id,
    threadId: row.thread_id,
    authorId: row.author_id,
    at: row.at,
    changedAt: row.changed_at,
    title: row.title,
    body: row.body_hash === null ? row.body : (bodies?.get(row.body_hash) ?? null),
    url: row.url,
    lang: row.lang,
    line: row.line,
    version: row.version,
    amount: row.amount,
    data: row.data === null ? null : (JSON.parse(row.data) as JsonObject),
  }));
}
