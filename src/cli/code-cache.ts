/** Where compiled code is kept between runs: a tenth of a second of every start would be spent on compiling it again. */
import { enableCompileCache } from 'node:module';
import { posix, win32 } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * In the user's own cache folder: Node's default lies in a folder that other users of the machine may write to, and
 * what lies there is run. Null where no home is known.
 */
export function codeCacheFolder(env: Env, platform: NodeJS.Platform): string | null {
  const { join, isAbsolute } = platform === 'win32' ? win32 : posix;
  if (env.BIFOCAL_HOME) return join(env.BIFOCAL_HOME, 'code');
  if (platform === 'win32') return env.LOCALAPPDATA ? join(env.LOCALAPPDATA, 'Bifocal', 'code') : null;
  if (platform !== 'darwin' && env.XDG_CACHE_HOME && isAbsolute(env.XDG_CACHE_HOME)) {
    return join(env.XDG_CACHE_HOME, 'bifocal');
  }
  if (!env.HOME) return null;
  return platform === 'darwin' ? join(env.HOME, 'Library', 'Caches', 'Bifocal') : join(env.HOME, '.cache', 'bifocal');
}

/** Failing to keep it costs that tenth and nothing else, so it fails in silence. */
export function keepCompiledCode(env: Env, platform: NodeJS.Platform): void {
  const folder = codeCacheFolder(env, platform);
  if (folder !== null) enableCompileCache(folder);
}
