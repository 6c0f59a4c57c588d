/** A whole product as rows that another store takes in: what is visible now, who the people are, what was decided and derived. */
import type { EvidenceKind } from '#core/evidence.ts';
import { evidenceId } from '#core/ids.ts';
import { cleanText } from '#core/text.ts';
import type { Backend } from './backend.ts';
import { renewCorrections } from './corrections.ts';
import { dropDigest } from './digests.ts';
import { PAGE, versionsOf } from './rows.ts';
import { stagePieces } from './stage.ts';
import { TABLES, type TableName, type Tables } from './tables.ts';
import { type Version, versionHash } from './version.ts';

/**
 * Beside evidence and sources. Not among them: what a store makes again (facts, digests, search, readings), what belongs
 * to one installation (jobs, tokens, webhooks, its log), and Mirror Tests, which leave as their figures alone
 * (engine/carry-rounds.ts).
 */
export const CARRIED = [
  ...(['identities', 'sames', 'corrections', 'needs', 'need_members', 'links', 'claims', 'verdicts'] as const),
  ...(['guesses', 'actions', 'action_verdicts', 'tells'] as const),
] as const satisfies readonly TableName[];
export type CarriedTable = (typeof CARRIED)[number];

export type CarriedValue = string | number | null;
export type CarriedRow = Readonly<Record<string, CarriedValue>>;

/** One visible row of evidence with its whole text, and the source that it came through. */
export interface CarriedEvidence extends Version {
  readonly id: string;
  readonly source: string;
  readonly gone: number;
}

/** Columns of a table as they travel: without the product, which is the whole export's. */
export function carriedColumns(table: CarriedTable): readonly (readonly [column: string, type: string])[] {
  return Object.entries(TABLES[table].columns).filter(([column]) => column !== 'product_id');
}

export function carry(backend: Backend) {
  return {
    /** In order of id, so that the same product gives the same bytes. */
    async *evidence(productId: string): AsyncGenerator<readonly CarriedEvidence[]> {
      const gathers = await backend.db
        .selectFrom('gathers')
        .select(['id', 'source_id'])
        .where('product_id', '=', productId)
        .where('state', '=', 'sealed')
        .execute();
      const sourceOf = new Map(gathers.map((gather) => [gather.id, gather.source_id]));
      for (let after = ''; ; ) {
        const page = await backend.db
          .selectFrom('evidence')
          .selectAll()
          .where('product_id', '=', productId)
          .where('id', '>', after)
          .orderBy('id')
          .limit(PAGE)
          .execute();
        if (page.length === 0) return;
        after = page.at(-1)?.id ?? after;
        const placed = await versionsOf(backend.db, productId, page);
        yield placed.flatMap(({ id, gone, gatherId, version }) => {
          const source = sourceOf.get(gatherId);
          return source === undefined ? [] : [{ ...version, id, gone, source }];
        });
      }
    },

    /** In the order of the table's key. */
    async rows(productId: string, table: CarriedTable): Promise<CarriedRow[]> {
      const order = TABLES[table].key.filter((column) => column !== 'product_id');
      const names = carriedColumns(table).map(([column]) => `"${column}"`);
      const mark = backend.engine === 'sqlite' ? '?' : '$1';
      const by = order.map((column) => `"${column}"`).join(', ');
      const text = `select ${names.join(', ')} from "${table}" where "product_id" = ${mark} order by ${by}`;
      return (await backend.run(backend.db, text, [productId])) as readonly CarriedRow[] as CarriedRow[];
    },

    /** Stages rows of one source into its open gather; ids and hashes are made anew from what they say. */
    async takeEvidence(productId: string, gatherId: string, rows: readonly Omit<CarriedEvidence, 'source'>[]) {
      const arrivals = new Map(
        rows.map(({ id: _, gone, ...content }) => {
          const version = cleaned(content);
          const id = evidenceId(version.kind as EvidenceKind, version.origin, version.external_id);
          return [id, { id, gone, version, hash: versionHash(version) }] as const;
        }),
      );
      const stage = (trx: Parameters<typeof stagePieces>[1]) =>
        stagePieces(backend, trx, productId, gatherId, [[...arrivals.values()]], null);
      await backend.write(productId, stage, 'soon');
    },

    /** Rows that are there already stay as they are. Answers how many went in. */
    async takeRows(productId: string, table: CarriedTable, rows: readonly CarriedRow[]): Promise<number> {
      return backend.write(productId, async (trx) => {
        let taken = 0;
        for (let from = 0; from < rows.length; from += PAGE) {
          const some = rows.slice(from, from + PAGE).map((row) => ({ ...row, product_id: productId }));
          taken += (await backend.insert(trx, table, some as unknown as readonly Tables[typeof table][])).size;
        }
        if (table === 'corrections') await renewCorrections(trx, productId);
        await dropDigest(trx, productId, 'identities');
        return taken;
      });
    },
  };
}

export type Carry = ReturnType<typeof carry>;

/** Signs that separate values in the store never come in. */
function cleaned(version: Version): Version {
  const entries = Object.entries(version).map(([name, value]) => [
    name,
    typeof value === 'string' ? cleanText(value) : value,
  ]);
  return Object.fromEntries(entries) as Version;
}
