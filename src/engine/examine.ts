/** What `doctor` looks at: Node, git, the folders, the store, the network settings that hold. */
import { BifocalError } from '#core/errors.ts';
import { openStore } from '#store/open.ts';
import { openGit } from './git.ts';
import { homeOf, keyOf } from './home.ts';

export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly says: string;
  readonly remedy: string | null;
}

/** Older gits lack `--end-of-options`, without which a tag named `--help` would be an option (git 2.24). */
const LEAST_GIT = [2, 30] as const;

export async function examine(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
  file: string | null,
): Promise<Check[]> {
  const home = homeOf(env, platform);
  const places = [
    {
      name: 'data',
      ok: true,
      says: file ?? env.DATABASE_URL?.replace(/\/\/[^@/]*@/, '//') ?? home.database,
      remedy: null,
    },
    { name: 'settings', ok: true, says: home.config, remedy: null },
  ];
  const node = { name: 'node', ok: true, says: process.versions.node, remedy: null };
  return [node, await gitCheck(), ...places, await storeCheck(env, platform, file)];
}

async function gitCheck(): Promise<Check> {
  const remedy = `Install git ${LEAST_GIT.join('.')} or newer; everything but git histories is read without it.`;
  try {
    const said = await openGit('.').text(['--version']);
    const [major = 0, minor = 0] = (/\d+\.\d+/.exec(said)?.[0] ?? '').split('.').map(Number);
    const ok = major > LEAST_GIT[0] || (major === LEAST_GIT[0] && minor >= LEAST_GIT[1]);
    return { name: 'git', ok, says: said.trim().replace('git version ', ''), remedy: ok ? null : remedy };
  } catch (error) {
    return { name: 'git', ok: false, says: messageOf(error), remedy };
  }
}

async function storeCheck(env: NodeJS.ProcessEnv, platform: NodeJS.Platform, file: string | null): Promise<Check> {
  const home = homeOf(env, platform);
  const url = file === null ? env.DATABASE_URL : undefined;
  try {
    const store = await openStore({ ...(url ? { url } : { file: file ?? home.database }), key: await keyOf(home) });
    const products = await store.products.list();
    await store.close();
    const kept = products.length === 1 ? '1 product' : `${products.length} products`;
    return { name: 'store', ok: true, says: `${store.engine}, ${kept} read`, remedy: null };
  } catch (error) {
    const remedy = error instanceof BifocalError ? error.hint : 'Name another place with BIFOCAL_HOME.';
    return { name: 'store', ok: false, says: messageOf(error), remedy };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
