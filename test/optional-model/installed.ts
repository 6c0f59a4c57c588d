/** Where Transformers.js lies for tests: installed once, apart from Bifocal's own modules, because it is as large as them. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const here = import.meta.dirname;
const root = join(here, '..', '..');

/** An install takes half a minute; on a busy machine minutes; after this it is taken to have died. */
const PATIENCE_MS = 400_000;

/** Answers a module address that stands beside the package, as an installed Bifocal would. */
export async function installedTransformers(): Promise<string> {
  const lock = readFileSync(join(here, 'package-lock.json'));
  const digest = createHash('sha256').update(lock).digest('hex').slice(0, 12);
  const folder = join(root, 'node_modules', '.optional-model', digest);
  if (!existsSync(folder)) await install(folder);
  return pathToFileURL(join(folder, 'beside.js')).href;
}

/** One installs, the others wait. Under another name until it is whole, so that a stop leaves nothing that looks finished. */
async function install(folder: string): Promise<void> {
  const making = `${folder}.making`;
  mkdirSync(dirname(folder), { recursive: true });
  if (!began(making)) {
    const until = Date.now() + PATIENCE_MS;
    while (!existsSync(folder) && Date.now() < until) await sleep(200);
    if (existsSync(folder)) return;
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making);
  }
  for (const file of ['package.json', 'package-lock.json']) cpSync(join(here, file), join(making, file));
  await promisify(execFile)('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: making,
    shell: process.platform === 'win32',
  });
  renameSync(making, folder);
}

/** False where another process is at it already, or died over it. */
function began(making: string): boolean {
  try {
    mkdirSync(making);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
