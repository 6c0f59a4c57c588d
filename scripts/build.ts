/** `npm run build`: bundles what the command line reaches into dist, with the pages and styles that it shows, and the app into dist/web. */
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { buildWeb } from './build/build-web.ts';
import { licences } from './build/licences.ts';
import { placed } from './build/placed.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: object };
const installed = Object.keys(dependencies);

rmSync(dist, { recursive: true, force: true });
const bundle = await rolldown({
  cwd: root,
  // Each thread starts from a file of its own, in the place that it has in src.
  input: {
    main: 'src/cli/main.ts',
    'server/jobs/worker': 'src/server/jobs/worker.ts',
    'server/jobs/seek': 'src/server/jobs/seek.ts',
    'store/checkpoint': 'src/store/checkpoint.ts',
  },
  platform: 'node',
  external: (id) => id.startsWith('node:') || installed.some((name) => id === name || id.startsWith(`${name}/`)),
  plugins: [placed(join(root, 'src'))],
});
// Names stay for stack traces; a fifth less text is a fifth less to parse at a start that finds nothing compiled.
const minify = { compress: false, mangle: false, codegen: { removeWhitespace: true } };
const { output } = await bundle.write({ dir: dist, format: 'esm', chunkFileNames: '[name]-[hash].js', minify });
await bundle.close();
const modules = output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
const web = await buildWeb(root);
writeFileSync(join(dist, 'licences.txt'), licences(root, [...modules, ...web.modules]));

// Read from beside their modules, in dist as in src: the pages that `explain` shows, the styles of the HTML report.
const beside = globSync(['{audits,sources}/*/*.md', '**/*.css'], { cwd: join(root, 'src') }).sort();
for (const path of beside) cpSync(join(root, 'src', path), join(dist, path));

console.log(`dist: ${modules.length} modules in ${output.length} files, ${beside.length} pages and styles.`);
console.log(`dist/web: ${web.modules.length} modules, ${web.first} bytes of script packed before the first page.`);
