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

// `explain` reads the page of an audit from beside its module, in dist as in src.
const pages = globSync('**/*.md', { cwd: join(root, 'src') }).sort();
for (const page of pages) cpSync(join(root, 'src', page), join(dist, page));

const modules = globSync('**/*.js', { cwd: dist });
console.log(`dist: ${modules.length} modules, ${pages.length} pages.`);
