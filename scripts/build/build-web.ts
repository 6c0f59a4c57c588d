/** Builds the app into dist/web, and holds what a browser must fetch before its first page under a bound. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';

/** A telephone on a slow line has it within two seconds (at 1 Mbit/s, packed). */
const MOST_FIRST = 180_000;

export interface BuiltWeb {
  readonly modules: readonly string[];
  /** Bytes of script, packed, that the page names before anything is opened. */
  readonly first: number;
}

/** Throws when the first script has grown beyond its bound. */
export async function buildWeb(root: string): Promise<BuiltWeb> {
  const built = (await build({
    configFile: join(root, 'web/vite.config.ts'),
    logLevel: 'warn',
  })) as Rolldown.RolldownOutput;
  const chunks = built.output.filter((part) => part.type === 'chunk');
  const page = readFileSync(join(root, 'dist/web/index.html'), 'utf8');
  const named = chunks.filter(({ fileName }) => page.includes(fileName));
  const first = named.reduce((sum, { code }) => sum + gzipSync(code).length, 0);
  if (first > MOST_FIRST) throw new Error(`The app's first script has ${first} bytes packed, over ${MOST_FIRST}.`);
  return { modules: chunks.flatMap(({ moduleIds }) => moduleIds), first };
}
