/** Evidence folders: rows that were written down for Bifocal, by its own exports, samples, or anyone's adapter. Page: evidence.md. */
import { basename, resolve } from 'node:path';
import { z } from 'zod';
import { BifocalError } from '#core/errors.ts';
import type { EvidenceKind } from '#core/evidence.ts';
import { type Batch, defineSource } from '#core/source.ts';
import { listFiles, readManifest } from './folder.ts';
import { digestOfFile, readDataFile } from './read-file.ts';
import { fromCursor, missingOf, Refusals, strandsIn, type ToldFile, toCursor, toldIn } from './told-files.ts';

const EvidenceOptions = z.strictObject({
  /** The folder that holds manifest.json. */
  path: z.string().min(1),
});
type EvidenceOptions = z.infer<typeof EvidenceOptions>;

export default defineSource<EvidenceOptions>({
  id: 'evidence',
  title: 'Evidence files',
  strands: ['ships', 'says', 'claims'],
  rereadable: false,
  options: EvidenceOptions,

  found: (cursor) => strandsIn(toldIn(cursor)),

  async origin({ path }) {
    return (await readManifest(path)).origin;
  },

  async *gather({ options, cursor, until, signal, progress }): AsyncGenerator<Batch> {
    signal.throwIfAborted();
    const { product, origin, observedUntil } = await readManifest(options.path);
    const { files, refused: links } = await listFiles(options.path);
    if (files.length + links.length === 0) {
      throw new BifocalError('NOTHING_TO_READ', { target: basename(resolve(options.path)) });
    }
    const before = fromCursor(cursor, origin);
    const told = new Map<string, ToldFile>();
    const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
    let done = 0;
    for (const file of files) {
      const digest = await digestOfFile(file, signal);
      const same = before.get(file.name);
      if (same?.digest === digest) told.set(file.name, same);
      else {
        const refusals = new Refusals();
        let newest: number | null = null;
        let whole: string | undefined;
        const kinds = new Set<EvidenceKind>();
        for await (const piece of readDataFile(file, origin, signal)) {
          if ('whole' in piece) {
            whole = piece.whole;
            break;
          }
          refusals.add(piece.refused);
          for (const { at, kind } of piece.items) {
            if (newest === null || at > newest) newest = at;
            kinds.add(kind);
          }
          progress('rows', done + piece.taken, total);
          const items = until === null ? piece.items : piece.items.filter(({ at }) => at <= until);
          yield { items, refused: piece.refused };
        }
        const { named, count } = refusals;
        told.set(file.name, {
          digest,
          newest,
          kinds: [...kinds].sort(),
          ...(whole && { whole }),
          refused: named,
          refusedCount: count,
        });
        // What is read stays read: a stop between two files goes on with the second.
        if (until === null) yield { cursor: toCursor(new Map([...before, ...told]), origin) };
      }
      done += file.bytes;
    }
    const missing = missingOf(told, links);
    refuseAll(told, links.length, missing[0]?.because);
    const last = observedUntil ?? newestOf(told.values());
    const known = last === null || until === null ? last : Math.min(last, until);
    const strands = strandsIn(told);
    const found = { ...(known !== null && { observedUntil: known }), ...(strands !== undefined && { strands }) };
    yield { product, missing, cursor: toCursor(told, origin), ...found };
  },
});

/** A folder without one usable file is refused as a whole, and its first flaw says why. */
function refuseAll(told: ReadonlyMap<string, ToldFile>, links: number, because: string | undefined): void {
  const flawed = [...told.values()].filter(({ whole }) => whole !== undefined);
  if (flawed.length < told.size || flawed.length + links === 0) return;
  const cause = `none of its files can be read (${(because ?? '').replace(/\.$/, '')})`;
  throw new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', { file: 'The folder', format: 'an evidence folder', cause });
}

function newestOf(files: Iterable<ToldFile>): number | null {
  let newest: number | null = null;
  for (const file of files) if (file.newest !== null && (newest === null || file.newest > newest)) newest = file.newest;
  return newest;
}
