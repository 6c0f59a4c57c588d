/** The app as files: in the package always there, in a checkout built where it is missing or older than what it is made from. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Terminal } from './terminal.ts';

/** Beside src in a checkout, beside the bundle in the package. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const APP = `${ROOT}dist/web`;
const PAGE = `${APP}/index.html`;
const BUILD = `${ROOT}scripts/build-web.ts`;

/** Its folder; null where it is not there and could not be built, which is said. */
export function builtApp(terminal: Terminal): string | null {
  if (existsSync(BUILD) && (!existsSync(PAGE) || isOld())) {
    terminal.warn(' The app is built first, which takes about ten seconds.\n');
    const { status, stderr } = spawnSync(process.execPath, [BUILD], { cwd: ROOT, encoding: 'utf8' });
    if (status !== 0) terminal.warn(` It could not be built; npm run build says why:\n${stderr}\n`);
  }
  return existsSync(PAGE) ? APP : null;
}

/** The app shows types and words of src/report too, but what it looks like lies in web alone. */
function isOld(): boolean {
  const built = statSync(PAGE).mtimeMs;
  return globSync('web/**/*.{ts,tsx,css,html,svg}', { cwd: ROOT }).some(
    (path) => statSync(`${ROOT}${path}`).mtimeMs > built,
  );
}
