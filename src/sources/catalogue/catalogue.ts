/** Snapshots of a product catalogue, compared into what changed between them. Page for readers: catalogue.md. */
import { z } from 'zod';
import { BifocalError, type Missing } from '#core/errors.ts';
import { digestOf } from '#core/ids.ts';
import { canonical } from '#core/json.ts';
import { type Batch, defineSource, type RefusedRow } from '#core/source.ts';
import { dayOf } from '#core/time.ts';
import { dayInName } from '#core/written-days.ts';
import { placeOf, readTextFiles } from '../text-files.ts';
import { readShelf } from './catalogue.parse.ts';
import type { Entry, Snapshot } from './entry.ts';
import { fieldName, type Parts } from './fields.ts';
import { toEvidence } from './to-evidence.ts';

const Fields = z.array(z.string().min(1).max(100)).max(200).default([]);

const CatalogueOptions = z.strictObject({
  /** A folder with one file a snapshot, or one file. */
  path: z.string().min(1),
  /** The column that holds the id, where it is not called id, sku or handle. */
  id: z.string().min(1).optional(),
  /** The column that holds the day of each row's snapshot, where file names do not tell it. */
  date: z.string().min(1).optional(),
  /** Fields that tell what the product is, how it looks, or nothing of it: said here, they count as said. */
  substance: Fields,
  appearance: Fields,
  aside: Fields,
});
type CatalogueOptions = z.infer<typeof CatalogueOptions>;

const ENDINGS = /\.(?:csv|tsv|txt|json|xml)$/i;

export default defineSource<CatalogueOptions>({
  id: 'catalogue',
  title: 'Catalogue snapshots',
  strands: ['ships'],
  rereadable: false,
  options: CatalogueOptions as z.ZodType<CatalogueOptions>,

  async origin({ path }) {
    return `catalogue:${placeOf(path)}`;
  },

  async *gather({ options, cursor, until, signal, progress }): AsyncGenerator<Batch> {
    signal.throwIfAborted();
    const origin = `catalogue:${placeOf(options.path)}`;
    const read = new Shelves(options);
    let files = 0;
    for await (const file of readTextFiles(options.path, ENDINGS, signal)) {
      progress('snapshots', files, null);
      read.take(file);
      files += 1;
    }
    const snapshots = read.snapshots().filter(({ at }) => until === null || at <= until);
    const newest = snapshots.at(-1)?.at;
    const now = digestOf(canonical([read.digests, { ...options, path: '' }]));
    const told = {
      missing: read.missing(snapshots),
      cursor: now,
      ...(newest !== undefined && { observedUntil: newest }),
    };
    if (cursor === now) {
      yield told;
      return;
    }
    const items = toEvidence(origin, snapshots, partsOf(options));
    const replaces = ['catalogue', 'listed', 'look'].map((type) => ({ origin, type }));
    yield { items, refused: read.refused, replaces, ...told };
  },
});

function partsOf({ substance, appearance, aside }: CatalogueOptions): Parts {
  const named = (fields: readonly string[]) => fields.map(fieldName);
  return { substance: named(substance), appearance: named(appearance), aside: named(aside) };
}

/** What the files hold, put together by day: several files of one day are one snapshot. */
class Shelves {
  readonly digests: string[] = [];
  readonly refused: RefusedRow[] = [];
  readonly #options: CatalogueOptions;
  readonly #days = new Map<number, { entries: Map<string, Entry>; fields: Set<string> }>();
  #repeated = 0;

  constructor(options: CatalogueOptions) {
    this.#options = options;
  }

  take({ name, text }: { readonly name: string; readonly text: string }): void {
    const { id = null, date = null } = this.#options;
    const shelf = readShelf(text, { id, date });
    if ('flaw' in shelf) {
      throw new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', { file: name, format: 'a catalogue', cause: shelf.flaw });
    }
    this.digests.push(`${name} ${digestOf(text)}`);
    this.refused.push(...shelf.refused.map((one) => ({ file: name, ...one })));
    const named = dayInName(name);
    if (date === null && named === null) {
      const cause = 'its name holds no day, such as 2025-03-01, and no column with the day is named';
      throw new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', { file: name, format: 'a dated snapshot', cause });
    }
    for (const { day, ...entry } of shelf.entries) {
      const at = day ?? named ?? 0;
      const known = this.#days.get(at) ?? { entries: new Map(), fields: new Set() };
      this.#days.set(at, known);
      for (const field of shelf.fields) known.fields.add(field);
      if (known.entries.has(entry.id)) this.#repeated += 1;
      known.entries.set(entry.id, entry);
    }
  }

  snapshots(): readonly Snapshot[] {
    return [...this.#days].map(([at, { entries, fields }]) => ({ at, entries, fields })).sort((a, b) => a.at - b.at);
  }

  missing(snapshots: readonly Snapshot[]): readonly Missing[] {
    const missing: Missing[] = [];
    const told = { source: 'catalogue', code: 'NOT_COLLECTED' } as const;
    if (snapshots.length === 1) {
      const because = `Only one snapshot of the catalogue is there, of ${dayOf(snapshots[0]?.at ?? 0)}, so no change can be told.`;
      missing.push({ ...told, because, remedy: 'Put a second one beside it, from before or from later.' });
    }
    if (this.#repeated > 0) {
      const because = `${this.#repeated} rows of the catalogue repeat an id of the same day; the last of each was taken.`;
      missing.push({ ...told, because, remedy: 'Name the column that tells such rows apart as the id.' });
    }
    return missing;
  }
}
