/** Where Bifocal keeps its data and its key, by each platform's own conventions. */
import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, posix, win32 } from 'node:path';
import { BifocalError } from '#core/errors.ts';

export interface Home {
  /** The embedded store. */
  readonly database: string;
  /** Settings of this user; the key for pseudonyms lies here, apart from what it protects. */
  readonly config: string;
  readonly key: string;
  /** Models that were fetched from a hub, where somebody asked for one. */
  readonly models: string;
}

type Env = Readonly<Record<string, string | undefined>>;

/** BIFOCAL_HOME holds everything; else XDG on Linux, Application Support on macOS, LOCALAPPDATA and APPDATA on Windows. */
export function homeOf(env: Env, platform: NodeJS.Platform): Home {
  const { join } = platform === 'win32' ? win32 : posix;
  const { data, config } = folders(env, platform);
  return {
    ...{ database: join(data, 'bifocal.db'), config },
    ...{ key: join(config, 'pseudonym.key'), models: join(data, 'models') },
  };
}

function folders(env: Env, platform: NodeJS.Platform): { data: string; config: string } {
  if (env.BIFOCAL_HOME) return { data: env.BIFOCAL_HOME, config: env.BIFOCAL_HOME };
  const user = env.HOME || env.USERPROFILE || homedir();
  if (platform === 'win32') {
    return {
      data: win32.join(env.LOCALAPPDATA || win32.join(user, 'AppData', 'Local'), 'Bifocal'),
      config: win32.join(env.APPDATA || win32.join(user, 'AppData', 'Roaming'), 'Bifocal'),
    };
  }
  if (platform === 'darwin') {
    const support = posix.join(user, 'Library', 'Application Support', 'Bifocal');
    return { data: support, config: support };
  }
  return {
    data: posix.join(absolute(env.XDG_DATA_HOME) ?? posix.join(user, '.local', 'share'), 'bifocal'),
    config: posix.join(absolute(env.XDG_CONFIG_HOME) ?? posix.join(user, '.config'), 'bifocal'),
  };
}

/** The XDG base directory specification: a relative path is to be ignored. */
function absolute(path: string | undefined): string | null {
  return path && posix.isAbsolute(path) ? path : null;
}

const KEY_BYTES = 32;

/** The key that makes pseudonyms; made on first use, readable by its user alone. Rejects with STORE_UNUSABLE. */
export async function keyOf({ key }: Home): Promise<Uint8Array> {
  try {
    return (await readKey(key)) ?? (await makeKey(key));
  } catch (error) {
    throw error instanceof BifocalError ? error : unusable(key, error);
  }
}

/** Null when there is none yet. */
async function readKey(key: string): Promise<Uint8Array | null> {
  const bytes = await readFile(key).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (bytes !== null && bytes.length !== KEY_BYTES) throw new Error(`the key is not ${KEY_BYTES} bytes long`);
  return bytes;
}

/**
 * Written beside its place and then given its name, which fails when another process was first: so a key is whole or
 * not there, whoever is killed when. A key lost half-way would make every author a stranger.
 */
async function makeKey(key: string): Promise<Uint8Array> {
  await mkdir(dirname(key), { recursive: true, mode: 0o700 });
  const draft = `${key}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(randomBytes(KEY_BYTES));
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(draft, key);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
  const made = await readKey(key);
  if (made === null) throw new Error('the key went as soon as it was made');
  return made;
}

function unusable(key: string, error: unknown): BifocalError {
  const cause = error instanceof Error ? error.message : String(error);
  return new BifocalError('STORE_UNUSABLE', { store: key, cause }, error);
}
