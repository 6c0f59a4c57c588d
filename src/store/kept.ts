/** Kept facts: their rows, what they were computed from, and the one write that brings them from one state to the next. */
import { canonical } from '#core/json.ts';
import type { Kept, KeptRows, KeptTable } from '#core/kept.ts';
import type { Backend, Db } from './backend.ts';
import { orderedSum, putDigest } from './digests.ts';
import { cellsIn, cellsOf, rowOf, shapeOf, writeDifference } from './kept-tables.ts';

/** Where a kept fact stands. Both are 32 hexadecimal digits, empty where it was never computed. */
export interface KeptState {
  /** Over what it was computed from. */
  readonly input: string;
  /** Over its rows. */
  readonly rows: string;
}

export interface KeptChange {
  /** Its state as it was read; a change that is based on another is refused. */
  readonly from: KeptState;
  readonly input: string;
  readonly rows: Partial<Kept>;
}

const ROWS = 'kept ';
const INPUT = 'kept from ';
export const NEVER: KeptState = { input: '', rows: '' };

export function kept(backend: Backend) {
  async function state(db: Db, productId: string, fact: string): Promise<KeptState> {
    const rows = await db
      .selectFrom('digests')
      .select(['kind', 'sum'])
      .where('product_id', '=', productId)
      .where('kind', 'in', [ROWS + fact, INPUT + fact])
      .execute();
    const told = (kind: string) => rows.find((row) => row.kind === kind)?.sum ?? '';
    return { input: told(INPUT + fact), rows: told(ROWS + fact) };
  }

  return {
    state: (productId: string, fact: string): Promise<KeptState> => state(backend.db, productId, fact),

    /** In the order of the table's key. */
    async rows<Name extends KeptTable>(productId: string, name: Name): Promise<KeptRows[Name][]> {
      const shape = shapeOf(name);
      return (await cellsIn(backend.db, productId, shape)).map((cells) => rowOf<Name>(shape, cells));
    },

    /** The pieces of one need, nearest to its middle first; the nearest alone of those that hold thousands. */
    async membersOf(productId: string, need: string, nearest?: number): Promise<KeptRows['needMembers'][]> {
      const rows = await backend.db
        .selectFrom('need_members')
        .select(['need_id', 'evidence_id', 'span', 'confidence'])
        .where('product_id', '=', productId)
        .where('need_id', '=', need)
        .orderBy('confidence', 'desc')
        .orderBy('evidence_id')
        .orderBy('span')
        .$if(nearest !== undefined, (query) => query.limit(nearest as number))
        .execute();
      return rows.map((row) => ({
        ...{ needId: row.need_id, evidenceId: row.evidence_id, span: row.span, confidence: row.confidence },
      }));
    },

    /**
     * Writes the difference to what the tables hold, and the new state, in one transaction. Answers the new state; null,
     * and nothing is written, where somebody else changed the fact since `from` was read.
     */
    async write(productId: string, fact: string, change: KeptChange): Promise<KeptState | null> {
      const tables = (Object.keys(change.rows) as KeptTable[]).sort();
      const wanted = tables.map((name) => {
        const shape = shapeOf(name);
        const rows: readonly KeptRows[KeptTable][] = change.rows[name] ?? [];
        return [shape, rows.map((row) => cellsOf(shape, row))] as const;
      });
      const sum = sumOf(wanted.map(([, cells]) => cells));
      const bring = async (trx: Db) => {
        const now = await state(trx, productId, fact);
        if (now.input !== change.from.input || now.rows !== change.from.rows) return null;
        for (const [shape, cells] of wanted) await writeDifference(backend, trx, productId, shape, cells);
        const n = wanted.reduce((all, [, cells]) => all + cells.length, 0);
        await putDigest(trx, productId, ROWS + fact, n, sum);
        await putDigest(trx, productId, INPUT + fact, 0, change.input);
        return { input: change.input, rows: sum };
      };
      // Computed again from the same evidence where a power cut takes it.
      return backend.write(productId, bring, 'soon');
    },
  };
}

export type KeptFacts = ReturnType<typeof kept>;

/** Of all kept facts of a product: part of what a reading rests on. */
export function keptSum(
  digests: readonly { readonly kind: string; readonly n: number; readonly sum: string }[],
): string {
  const own = digests.filter(({ kind, n }) => kind.startsWith(ROWS) && !kind.startsWith(INPUT) && n > 0);
  return own.length === 0 ? '0' : orderedSum(own.map(({ kind, sum }) => `${kind} ${sum}`).sort());
}

function sumOf(tables: readonly (readonly object[])[]): string {
  return orderedSum(tables.flatMap((cells, at) => cells.map((one) => `${at} ${canonical(one)}`).sort()));
}
