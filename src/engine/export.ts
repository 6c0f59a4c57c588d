/** Writes a whole product into a folder: everything that a reading needs, as lines that anybody can read. */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { BifocalError } from '#core/errors.ts';
import type { JsonObject } from '#core/json.ts';
import { canonical } from '#core/json.ts';
import { CARRIED, type CarriedRow } from '#store/carry.ts';
import type { Product } from '#store/products.ts';
import type { Store } from '#store/store.ts';
import { roundRows } from './carry-rounds.ts';
import { EXPORT_FORMAT, type ExportManifest, FILES, type FileName, MANIFEST } from './export-format.ts';
import { type Encoding, headOf, lineOf } from './export-rows.ts';

export interface ExportOrder {
  readonly folder: string;
  readonly encoding: Encoding;
  /** Of Bifocal. */
  readonly version: string;
  readonly signal: AbortSignal;
}

export interface Exported {
  readonly folder: string;
  readonly product: string;
  readonly rows: Readonly<Record<string, number>>;
}

/** Where a file of this machine lies is nobody else's business, and no help to another machine. */
const OF_THIS_MACHINE = new Set(['path', 'file', 'files']);

/** Rejects with FILE_NOT_WRITTEN where the folder holds something already, or cannot be written. */
export async function exportProduct(store: Store, product: Product, order: ExportOrder): Promise<Exported> {
  prepare(order.folder);
  const files: Record<string, ExportManifest['files'][string]> = {};
  const write = async (name: FileName, pieces: AsyncIterable<readonly CarriedRow[]>) => {
    files[name] = await writeRows(name, pieces, order);
  };
  try {
    await write('sources', once(await sourceRows(store, product.id)));
    await write(
      'evidence',
      store.carry.evidence(product.id) as AsyncIterable<readonly object[]> as AsyncIterable<readonly CarriedRow[]>,
    );
    const rounds = await roundRows(store, product.id);
    if (rounds.length > 0) await write('rounds', once(rounds));
    for (const table of CARRIED) {
      const rows = await store.carry.rows(product.id, table);
      if (rows.length > 0) await write(table, once(rows));
    }
    const manifest: ExportManifest = {
      ...{ format: EXPORT_FORMAT, writtenBy: order.version, encoding: order.encoding },
      ...{ product: product as ExportManifest['product'], files },
    };
    // Last: a folder without it is no export, whenever it was stopped.
    writeFileSync(join(order.folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  } catch (error) {
    throw error instanceof BifocalError || !(error instanceof Error && 'code' in error)
      ? error
      : notWritten(order.folder, error);
  }
  const rows = Object.fromEntries(Object.entries(files).map(([name, { rows }]) => [name, rows]));
  return { folder: order.folder, product: product.name, rows };
}

function prepare(folder: string): void {
  try {
    if (existsSync(folder) && readdirSync(folder).length > 0) {
      throw new BifocalError('FILE_NOT_WRITTEN', { file: folder, cause: 'something lies there already' });
    }
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw error instanceof BifocalError ? error : notWritten(folder, error as Error);
  }
}

function notWritten(file: string, error: Error): BifocalError {
  const { code, message } = error as NodeJS.ErrnoException;
  return new BifocalError('FILE_NOT_WRITTEN', { file, cause: code ?? message }, error);
}

/** Those that something was read from. */
async function sourceRows(store: Store, productId: string): Promise<CarriedRow[]> {
  const read = (await store.sources.list(productId)).filter(({ observedUntil }) => observedUntil !== null);
  return read.map(({ id, kind, origin, options, cursor, observedUntil, error }) => ({
    ...{ id, kind, origin, options: canonical(ofAnyMachine(options as JsonObject)), cursor },
    ...{ observed_until: observedUntil, error },
  }));
}

function ofAnyMachine(options: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(options).filter(([name]) => !OF_THIS_MACHINE.has(name)));
}

async function* once(rows: readonly CarriedRow[]): AsyncGenerator<readonly CarriedRow[]> {
  yield rows;
}

async function writeRows(
  name: FileName,
  pieces: AsyncIterable<readonly CarriedRow[]>,
  { folder, encoding, signal }: ExportOrder,
) {
  const file = `${name}.${encoding}`;
  const columns = FILES[name];
  const hash = createHash('sha256');
  const open = openSync(join(folder, file), 'wx', 0o600);
  let rows = 0;
  const say = (text: string) => {
    hash.update(text);
    writeSync(open, text);
  };
  try {
    say(headOf(encoding, columns));
    for await (const piece of pieces) {
      if (signal.aborted) throw new BifocalError('INTERRUPTED');
      say(piece.map((row) => lineOf(encoding, columns, row)).join(''));
      rows += piece.length;
    }
  } finally {
    closeSync(open);
  }
  return { file, rows, sha256: hash.digest('hex') };
}
