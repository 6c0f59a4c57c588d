/** `npm run build`: compiles what the command line reaches into dist, file by file, with the pages that it shows. */
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

rmSync(dist, { recursive: true, force: true });
const tsc = spawnSync(join(root, 'node_modules', '.bin', 'tsc'), ['-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});
if (tsc.status !== 0) process.exit(1);

// Read from beside their modules, in dist as in src: the pages that `explain` shows, the styles of the HTML report.
const beside = globSync(['{audits,sources}/*/*.md', '**/*.css'], { cwd: join(root, 'src') }).sort();
for (const path of beside) cpSync(join(root, 'src', path), join(dist, path));

const modules = globSync('**/*.js', { cwd: dist });
console.log(`dist: ${modules.length} modules, ${beside.length} pages and styles.`);
