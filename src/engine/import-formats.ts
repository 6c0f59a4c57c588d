/** Which source takes which file: by what a person said, else by content. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { BifocalError } from '#core/errors.ts';
import type { Importing, Source } from '#core/source.ts';
import { SOURCES } from '#sources/registry.ts';

export type ImportSource = Source & { readonly importing: Importing };

export interface FileGroup {
  readonly source: ImportSource;
  readonly files: readonly string[];
}

async function importSources(): Promise<ImportSource[]> {
  const all = await Promise.all(Object.values(SOURCES).map((load) => load()));
  return all.filter((source): source is ImportSource => source.importing !== undefined);
}

/** Words for `--as`. */
async function importFormats(): Promise<string[]> {
  return (await importSources()).flatMap(({ id, importing }) => [id, ...(importing.formats ?? [])]).sort();
}

/** Files of one format belong together. Rejects with TARGET_NOT_FOUND, USAGE or FORMAT_UNKNOWN. */
export async function groupFiles(files: readonly string[], as: string | null): Promise<FileGroup[]> {
  const sources = await importSources();
  const groups = new Map<ImportSource, string[]>();
  for (const file of files) {
    if (!existsSync(file)) throw new BifocalError('TARGET_NOT_FOUND', { target: basename(file) });
    const source = as === null ? await recognised(sources, file) : await namedFormat(sources, as);
    groups.set(source, [...(groups.get(source) ?? []), file]);
  }
  return [...groups].map(([source, own]) => ({ source, files: own }));
}

async function namedFormat(sources: readonly ImportSource[], as: string): Promise<ImportSource> {
  const found = sources.find(({ id, importing }) => id === as || importing.formats?.includes(as));
  if (found) return found;
  const formats = (await importFormats()).join(', ');
  throw new BifocalError('USAGE', { cause: `--as knows no “${as}”; it knows ${formats}.`, command: 'import' });
}

/** What one source cannot look into, being too large for it, another may take. Rejects as the first that could not. */
async function recognised(sources: readonly ImportSource[], file: string): Promise<ImportSource> {
  let best: { readonly source: ImportSource; readonly sure: number } | null = null;
  let failure: unknown = null;
  for (const source of sources) {
    const sure = await source.importing.recognises(file).catch((error: unknown) => {
      failure ??= error;
      return 0;
    });
    if (sure > (best?.sure ?? 0)) best = { source, sure };
  }
  if (best) return best.source;
  if (failure !== null) throw failure;
  throw new BifocalError('FORMAT_UNKNOWN', { file: basename(file) });
}
