/** Looks into the package as npm would publish it, and starts the built command line and the built server once. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

const NEEDED = [
  'bin/bifocal.js',
  'dist/main.js',
  'dist/server/jobs/seek.js',
  'dist/server/jobs/worker.js',
  'docs/reference/cli.md',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'examples/gallop/manifest.json',
];
const MEANT =
  /^(bin\/|dist\/|docs\/reference\/|examples\/(fizz|gallop)\/|CHANGELOG\.md$|LICENSE$|README\.md$|package\.json$)/;
const NOT_MEANT = /\.test\.|\.cases\.|\.ts$/;
// A reading needs a few hundred kilobytes of code; a packed size beyond this means that something else slipped in.
const LARGEST = 3_000_000;

const [packed] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8' }),
) as [{ size: number; files: { path: string }[] }];
const paths = packed.files.map(({ path }) => path);

const wrong = [
  ...NEEDED.filter((path) => !paths.includes(path)).map((path) => `${path} is missing from the package`),
  ...paths.filter((path) => !MEANT.test(path) || NOT_MEANT.test(path)).map((path) => `${path} does not belong there`),
];
if (packed.size > LARGEST) wrong.push(`${packed.size} bytes packed are more than ${LARGEST}`);

const help = execFileSync(process.execPath, ['bin/bifocal.js', '--help'], { cwd: root, encoding: 'utf8' });
if (!help.includes('bifocal <target>')) wrong.push(`bin/bifocal.js --help says something else:\n${help}`);

// In a bundle modules are loaded in another order than in src: a server that tests start from there may not start here.
const home = mkdtempSync(join(tmpdir(), 'bifocal-package-'));
const server = spawn(process.execPath, ['bin/bifocal.js', 'serve', '--port', '0'], {
  cwd: root,
  env: { ...process.env, BIFOCAL_HOME: home },
  timeout: 60_000,
});
const said = await Promise.race([once(server.stdout, 'data'), once(server.stderr, 'data')]);
const at = /http:\S+/.exec(String(said[0]))?.[0];
const answer = at === undefined ? null : await fetch(`${at}/api/products`);
if (answer?.status !== 200) wrong.push(`bin/bifocal.js serve does not answer:\n${said[0]}`);
server.kill();
if (server.exitCode === null) await once(server, 'close');
rmSync(home, { recursive: true, force: true });

if (wrong.length > 0) {
  console.error(wrong.join('\n'));
  process.exitCode = 1;
} else {
  console.log(`${paths.length} files, ${packed.size} bytes packed.`);
}
