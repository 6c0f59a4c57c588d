/** Takes an export in: the product with all that a reading needs, one gather for each source, whole or not at all. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { BifocalError } from '#core/errors.ts';
import type { Json } from '#core/json.ts';
import { CARRIED, type CarriedEvidence, type CarriedRow, type CarriedTable } from '#store/carry.ts';
import type { Counts } from '#store/gather-row.ts';
import type { Store } from '#store/store.ts';
import { takeRoundRows } from './carry-rounds.ts';
import { EXPORT_FORMAT, ExportManifest, FILES, type FileName, MANIFEST } from './export-format.ts';
import { rowsBack } from './export-rows.ts';

export interface TakenExport {
  readonly product: { readonly id: string; readonly name: string };
  readonly encoding: string;
  /** Rows of evidence in the export. */
  readonly read: number;
  /** Null: only looked at. */
  readonly counts: Counts | null;
  /** One for each source; `bifocal undo` takes them back together. */
  readonly gathers: readonly string[];
}

/** Where an export has rounds and no source: they come with an import as well, which can be taken back. */
const ROUNDS_ALONE: CarriedRow = {
  ...{ id: 'rounds', kind: 'mirror', origin: 'mirror:export', options: '{}' },
  ...{ cursor: null, observed_until: null, error: null },
};

/** Larger ones are no manifest. */
const LARGEST_MANIFEST = 1 << 20;

/** True for the folder of an export, or its manifest. */
export function isExport(path: string): boolean {
  const manifest = manifestAt(path);
  if (manifest === null) return false;
  try {
    const { format } = JSON.parse(readFileSync(manifest, 'utf8')) as { format?: unknown };
    return typeof format === 'string' && format.startsWith('bifocal.export/');
  } catch {
    return false;
  }
}

function manifestAt(path: string): string | null {
  const manifest = basename(path) === MANIFEST ? path : join(path, MANIFEST);
  return existsSync(manifest) && statSync(manifest).size <= LARGEST_MANIFEST ? manifest : null;
}

export interface TakeOrder {
  readonly path: string;
  /** Another product than the export's own, by id. */
  readonly productId?: string | undefined;
  readonly preview: boolean;
  readonly signal: AbortSignal;
}

/** Rejects with FILE_NOT_WHAT_IT_CLAIMS where the export was cut, changed, or written by a newer Bifocal. */
export async function takeExport(store: Store, order: TakeOrder): Promise<TakenExport> {
  const folder = basename(order.path) === MANIFEST ? join(order.path, '..') : order.path;
  const manifest = readManifest(order.path);
  for (const [name, { file, sha256 }] of Object.entries(manifest.files)) {
    if (!(name in FILES)) throw strange(file, 'this Bifocal knows no such file');
    if ((await digestOf(join(folder, file), order.signal)) !== sha256)
      throw strange(file, 'it was changed or cut since it was written');
  }
  const { product: own, encoding } = manifest;
  const read = manifest.files.evidence?.rows ?? 0;
  if (order.preview) return { product: own, encoding, read, counts: null, gathers: [] };
  const product = await productOf(store, order, own);
  const taking = new Taking(store, product.id, folder, manifest);
  try {
    const counts = await taking.run(order.signal);
    return { product, encoding, read, counts, gathers: taking.sealed };
  } catch (error) {
    await taking.giveUp();
    throw order.signal.aborted ? new BifocalError('INTERRUPTED', {}, error) : error;
  }
}

async function productOf(store: Store, { productId }: TakeOrder, own: ExportManifest['product']) {
  if (productId === undefined) return store.products.ensure({ ...own, settings: own.settings as never });
  const known = await store.products.byId(productId);
  if (known === null) throw new BifocalError('PRODUCT_NOT_FOUND', { product: productId });
  return known;
}

class Taking {
  readonly sealed: string[] = [];
  readonly #store: Store;
  readonly #productId: string;
  readonly #folder: string;
  readonly #manifest: ExportManifest;
  /** Open gathers by the source's id in the export. */
  readonly #open = new Map<string, string>();

  constructor(store: Store, productId: string, folder: string, manifest: ExportManifest) {
    this.#store = store;
    this.#productId = productId;
    this.#folder = folder;
    this.#manifest = manifest;
  }

  async run(signal: AbortSignal): Promise<Counts> {
    const sources: CarriedRow[] = [];
    for await (const rows of this.#rows('sources')) sources.push(...rows);
    if (sources.length === 0) sources.push(ROUNDS_ALONE);
    const own = new Map<string, string>();
    for (const { id, kind, origin, options } of sources) {
      const wanted = { kind: String(kind), origin: String(origin), options: JSON.parse(String(options)) as Json };
      const { id: sourceId } = await this.#store.sources.ensure(this.#productId, wanted);
      own.set(String(id), sourceId);
      const opening = { how: 'import', rereadable: false, mapping: EXPORT_FORMAT } as const;
      this.#open.set(String(id), (await this.#store.gathers.open(this.#productId, sourceId, opening)).id);
    }
    for await (const rows of this.#rows('evidence')) {
      if (signal.aborted) throw new BifocalError('INTERRUPTED');
      await this.#stage(rows as readonly object[] as readonly CarriedEvidence[]);
    }
    const [first = ''] = this.#open.values();
    for await (const rows of this.#rows('rounds')) await takeRoundRows(this.#store, this.#productId, rows, first);
    for (const table of CARRIED) {
      for await (const rows of this.#rows(table))
        await this.#store.carry.takeRows(this.#productId, table as CarriedTable, rows);
    }
    return this.#seal(sources, own);
  }

  async #stage(rows: readonly CarriedEvidence[]): Promise<void> {
    for (const [source, some] of Map.groupBy(rows, (row) => row.source)) {
      const gather = this.#open.get(source);
      if (gather === undefined) throw strange('evidence', 'it names a source that is not in it');
      await this.#store.carry.takeEvidence(
        this.#productId,
        gather,
        some.map(({ source: _, ...row }) => row),
      );
    }
  }

  async #seal(sources: readonly CarriedRow[], own: ReadonlyMap<string, string>): Promise<Counts> {
    const sum = { added: 0, unchanged: 0, updated: 0, gone: 0 };
    for (const { id, cursor, observed_until: until, error } of sources) {
      const gather = this.#open.get(String(id)) as string;
      const sealing = { cursor: cursor as string | null, observedUntil: until as number | null };
      const counts = await this.#store.gathers.seal(this.#productId, gather, sealing);
      this.#open.delete(String(id));
      this.sealed.push(gather);
      for (const key of ['added', 'unchanged', 'updated', 'gone'] as const) sum[key] += counts[key];
      const noted = { state: 'ok', error: error as string | null };
      await this.#store.sources.noted(this.#productId, own.get(String(id)) as string, noted);
    }
    return sum;
  }

  /** What was sealed before something failed goes too: half an import is none. */
  async giveUp(): Promise<void> {
    for (const gather of this.#open.values()) await this.#store.gathers.abandon(this.#productId, gather);
    for (const gather of this.sealed) await this.#store.gathers.undo(this.#productId, gather);
  }

  async *#rows(name: FileName): AsyncGenerator<readonly CarriedRow[]> {
    const told = this.#manifest.files[name];
    if (told === undefined) return;
    for await (const piece of rowsBack(join(this.#folder, told.file), this.#manifest.encoding, FILES[name])) {
      yield piece.map(({ line, back }) => {
        if ('flaw' in back) throw strange(told.file, `in line ${line}, ${back.flaw}`);
        return back.row;
      });
    }
  }
}

function readManifest(path: string): ExportManifest {
  const file = manifestAt(path);
  if (file === null) throw strange(basename(path), `it has no ${MANIFEST}`);
  let told: unknown;
  try {
    told = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw strange(MANIFEST, 'it is not JSON');
  }
  const parsed = ExportManifest.safeParse(told);
  if (parsed.success) return parsed.data;
  const { format } = told as { format?: unknown };
  if (format !== EXPORT_FORMAT) throw strange(MANIFEST, `it is of another version (${String(format).slice(0, 60)})`);
  throw strange(MANIFEST, `its ${parsed.error.issues[0]?.path.map(String).join('.') || 'form'} does not fit`);
}

function strange(file: string, cause: string): BifocalError {
  return new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', { file, format: `part of an export (${EXPORT_FORMAT})`, cause });
}

async function digestOf(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 1 << 20, signal })) hash.update(piece as Buffer);
  } catch (error) {
    if (signal.aborted) throw new BifocalError('INTERRUPTED', {}, error);
    throw strange(basename(path), 'it is not there, or cannot be read');
  }
  return hash.digest('hex');
}
