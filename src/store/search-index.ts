/** Full-text search over what is visible: filled when asked to, never while sealing; no fact may rest on it. */
import type { Evidence, EvidenceKind } from '#core/evidence.ts';
import { cutText } from '#core/text.ts';
import type { Backend, Db } from './backend.ts';
import { bodiesOf, pages } from './rows.ts';
import type { Tables } from './tables.ts';

/** PostgreSQL ends a tsvector at 1 MB; nobody searches behind the first 100,000 characters of a page. */
const INDEXED = 100_000;

/** Ranking reads every match (14 ms for 10,000 of 100,000 rows): above this the newest come instead of the best. */
const RANKED = 10_000;

/** Fewer letters begin too many words: half a second of 1,000,000 rows. */
const LEAST_BEGINNING = 3;

const WORD = /[\p{L}\p{N}_]+/gu;
const MOST_WORDS = 16;

type Row = Pick<Tables['evidence'], 'id' | 'hash' | 'title' | 'body' | 'body_hash'>;
/** `row`: where it stands in the index; null where it does not. */
type Changed = Row & Pick<Tables['evidence'], 'gone'> & { readonly row: number | null };

export function search(backend: Backend, evidence: (productId: string, ids: readonly string[]) => Promise<Evidence[]>) {
  return {
    /** Brings the index up to date, `at once` rows in each transaction; answers how many it did. */
    async index(productId: string, atOnce = 2_000): Promise<number> {
      let done = 0;
      for (let after: string | null = ''; after !== null; ) {
        const last: string = after;
        // Looked for outside a transaction: where nothing changed, nobody's writing waits for it.
        const found = await changedRows(backend.db, productId, last, atOnce);
        if (found.length > 0) await backend.write(productId, (trx) => renew(backend, trx, productId, last, atOnce));
        done += found.length;
        after = found.length < atOnce ? null : (found.at(-1)?.id ?? null);
      }
      for (let more = true; more; ) {
        const lost = await lostRows(backend.db, productId, atOnce);
        if (lost.length > 0)
          await backend.write(productId, async (trx) => {
            for (const part of pages(lost)) await unindex(backend, trx, productId, part);
          });
        done += lost.length;
        more = lost.length === atOnce;
      }
      return done;
    },

    /** Rows of a kind, or of all, that hold every word (the last may be the start of one), best first. */
    async query(productId: string, text: string, limit = 50, kind?: EvidenceKind): Promise<Evidence[]> {
      const words = (text.match(WORD) ?? []).slice(0, MOST_WORDS);
      if (words.length === 0) return [];
      const ids = backend.engine === 'sqlite' ? sqliteIds : postgresIds;
      return evidence(productId, await ids(backend, productId, words, { limit, kind }));
    },
  };
}

export type Search = ReturnType<typeof search>;

/** Rows after an id that are not indexed as they are now, by id: each pass over a product looks at each row once. */
async function changedRows(trx: Db, productId: string, after: string, limit: number): Promise<Changed[]> {
  return trx
    .selectFrom('evidence as e')
    .leftJoin('search as s', (join) =>
      join.onRef('s.product_id', '=', 'e.product_id').onRef('s.evidence_id', '=', 'e.id'),
    )
    .select(['e.id', 'e.hash', 'e.title', 'e.body', 'e.body_hash', 'e.gone', 's.row'])
    .where('e.product_id', '=', productId)
    .where('e.id', '>', after)
    .where('e.gather_id', 'not in', (open) =>
      open.selectFrom('gathers').select('id').where('product_id', '=', productId).where('state', '=', 'open'),
    )
    .where(({ or, and, eb }) =>
      or([
        and([eb('e.gone', '=', 0), or([eb('s.evidence_id', 'is', null), eb('e.hash', '<>', eb.ref('s.hash'))])]),
        and([eb('e.gone', '=', 1), eb('s.evidence_id', 'is not', null)]),
      ]),
    )
    .orderBy('e.id')
    .limit(limit)
    .execute();
}

async function renew(backend: Backend, trx: Db, productId: string, after: string, limit: number): Promise<void> {
  const rows = await changedRows(trx, productId, after, limit);
  const stale = rows.flatMap(({ id, row }) => (row === null ? [] : [{ evidence_id: id, row }]));
  for (const part of pages(stale)) await unindex(backend, trx, productId, part);
  const visible = rows.filter(({ gone }) => gone === 0);
  const bodies = await bodiesOf(trx, productId, visible);
  for (const row of visible) await indexRow(backend, trx, productId, row, bodies.get(row.body_hash ?? ''));
}

/** Indexed rows whose evidence an undo took. */
async function lostRows(db: Db, productId: string, limit: number): Promise<Tables['search'][]> {
  return db
    .selectFrom('search as s')
    .leftJoin('evidence as e', (join) =>
      join.onRef('e.product_id', '=', 's.product_id').onRef('e.id', '=', 's.evidence_id'),
    )
    .selectAll('s')
    .where('s.product_id', '=', productId)
    .where('e.id', 'is', null)
    .orderBy('s.evidence_id')
    .limit(limit)
    .execute();
}

async function indexRow(backend: Backend, trx: Db, productId: string, row: Row, long: string | undefined) {
  const title = row.title ?? '';
  const body = cutText(long ?? row.body ?? '', INDEXED);
  let place = 0;
  if (backend.engine === 'sqlite') {
    await backend.run(trx, 'insert into search_text (title, body) values (?, ?)', [title, body]);
    const [made] = await backend.run(trx, 'select last_insert_rowid() as n');
    place = Number(made?.n);
  } else {
    await backend.run(
      trx,
      `insert into search_text (product_id, evidence_id, words) values ($1, $2,
        setweight(to_tsvector('simple', $3), 'A') || to_tsvector('simple', $4))`,
      [productId, row.id, title, body],
    );
  }
  await backend.insert(trx, 'search', [{ product_id: productId, evidence_id: row.id, hash: row.hash, row: place }]);
}

/** Takes rows out of the index. */
export async function unindex(
  backend: Backend,
  trx: Db,
  productId: string,
  rows: readonly Pick<Tables['search'], 'evidence_id' | 'row'>[],
): Promise<void> {
  if (rows.length === 0) return;
  if (backend.engine === 'sqlite') {
    const marks = rows.map(() => '?').join(', ');
    await backend.run(
      trx,
      `delete from search_text where rowid in (${marks})`,
      rows.map((row) => row.row),
    );
  } else {
    const marks = rows.map((_, place) => `$${place + 2}`).join(', ');
    const ids = rows.map((row) => row.evidence_id);
    await backend.run(trx, `delete from search_text where product_id = $1 and evidence_id in (${marks})`, [
      productId,
      ...ids,
    ]);
  }
  await trx
    .deleteFrom('search')
    .where('product_id', '=', productId)
    .where(
      'evidence_id',
      'in',
      rows.map((row) => row.evidence_id),
    )
    .execute();
}

/** SQLite marks deleted words and keeps them until segments are merged; this merges them all. */
export async function scrubSearch(backend: Backend, trx: Db): Promise<void> {
  if (backend.engine === 'sqlite') await backend.run(trx, `insert into search_text (search_text) values ('optimize')`);
}

interface Wanted {
  readonly limit: number;
  readonly kind: EvidenceKind | undefined;
}

async function sqliteIds(backend: Backend, productId: string, words: readonly string[], { limit, kind }: Wanted) {
  // Quoted words hold no operator; only the star that we add ourselves acts.
  const whole = words.map((word) => `"${word}"`).join(' ');
  const begun = (words.at(-1)?.length ?? 0) < LEAST_BEGINNING ? whole : `${whole}*`;
  const isMany = async (match: string) => {
    const one = `select count(*) as n from (select rowid from search_text where search_text match ? limit ${RANKED + 1})`;
    const [counted] = await backend.run(backend.db, one, [match]);
    return Number(counted?.n) > RANKED;
  };
  // Words as they stand are counted as they are read; for a beginning, all rows of all its words are merged first (of
  // 1,000,000 rows "the" took 1 ms, "the"* a second).
  const common = await isMany(whole);
  const match = common ? whole : begun;
  const newest = common || (await isMany(begun));
  // FTS5 gives either order itself. Another one, or a join that begins with the evidence, asks it once for every row:
  // 40 s with 100,000 of them, hence the joins in a fixed order.
  const order = newest ? 't.rowid desc' : 't.rank';
  const rows = await backend.run(
    backend.db,
    `select s.evidence_id as id from search_text t cross join search s on s.product_id = ? and s."row" = t.rowid
      ${kind === undefined ? '' : 'cross join evidence e on e.product_id = s.product_id and e.id = s.evidence_id and e.kind = ?'}
      where t.search_text match ? order by ${order} limit ?`,
    [productId, ...(kind === undefined ? [] : [kind]), match, limit],
  );
  return rows.map((row) => String(row.id));
}

async function postgresIds(backend: Backend, productId: string, words: readonly string[], { limit, kind }: Wanted) {
  const rows = await backend.run(
    backend.db,
    `select evidence_id as id from (
        select evidence_id, words from search_text
        where product_id = $1 and words @@ to_tsquery('simple', $2)
          ${kind === undefined ? '' : 'and evidence_id in (select id from evidence where product_id = $1 and kind = $4)'}
        order by evidence_id limit ${RANKED}) as found
      order by ts_rank(words, to_tsquery('simple', $2)) desc, evidence_id limit $3`,
    [productId, `${words.join(' & ')}:*`, limit, ...(kind === undefined ? [] : [kind])],
  );
  return rows.map((row) => String(row.id));
}
