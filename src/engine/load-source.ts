/** A wanted source made ready: its code, its checked options, and the git it may use. */
import { BifocalError } from '#core/errors.ts';
import { idOf } from '#core/ids.ts';
import type { Git, Source } from '#core/source.ts';
import { SOURCES } from '#sources/registry.ts';
import { openGit } from './git.ts';
import type { SourceWanted } from './target.ts';

export interface LoadedSource {
  readonly source: Source;
  readonly options: unknown;
  readonly git: Git;
}

/** Rejects with USAGE when a source is unknown or its options are not what it takes. */
export async function loadSource(wanted: SourceWanted, signal: AbortSignal): Promise<LoadedSource> {
  const load = SOURCES[wanted.kind];
  if (!load)
    throw new BifocalError('USAGE', { cause: `There is no source called ${wanted.kind}.`, command: 'reflect' });
  const source = await load();
  const parsed = source.options.safeParse(wanted.options);
  if (!parsed.success) {
    const cause = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    throw new BifocalError('USAGE', {
      cause: `The options of ${wanted.kind} do not fit: ${cause}`,
      command: 'reflect',
    });
  }
  const { path } = wanted.options;
  return { source, options: parsed.data, git: openGit(typeof path === 'string' ? path : '.', signal) };
}

/** A product made on first use is named by the origin of its first source, alike on every machine. */
export function productIdOf(origin: string): string {
  return idOf('product', origin);
}
