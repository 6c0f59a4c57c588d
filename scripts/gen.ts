/** `npm run gen` writes the registries and the reference; `--check` changes nothing and fails when something differs. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatted } from './gen/format.ts';
import type { GeneratedFile } from './gen/generated-file.ts';
import { registries } from './gen/registries.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');

/** Folders that hold nothing but generated files: what is no longer made there goes. */
const WHOLLY_GENERATED = ['docs/reference/audits', 'docs/reference/sources'];

const differing: string[] = [];

function settle(files: readonly GeneratedFile[]): void {
  for (const file of files) {
    const { path, text } = formatted(root, file);
    const target = join(root, path);
    if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
    differing.push(path);
    if (check) continue;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

function removeOthers(files: readonly GeneratedFile[]): void {
  const made = new Set(files.map(({ path }) => path));
  for (const folder of WHOLLY_GENERATED) {
    if (!existsSync(join(root, folder))) continue;
    for (const name of readdirSync(join(root, folder))) {
      const path = `${folder}/${name}`;
      if (made.has(path)) continue;
      differing.push(`${path} (nothing makes it any more)`);
      if (!check) rmSync(join(root, path));
    }
  }
}

// The registries come first: the pages load modules that import them.
settle(registries(root));
const { pages } = await import('./gen/pages.ts');
const rest = await pages(root);
settle(rest);
removeOthers(rest);

if (differing.length === 0) {
  console.log('Generated files are as they should be.');
} else if (check) {
  console.log(
    `These differ from what they are made of:\n${differing.map((path) => `  ${path}`).join('\n')}\nRun: npm run gen`,
  );
  process.exitCode = 1;
} else {
  console.log(`Written:\n${differing.map((path) => `  ${path}`).join('\n')}`);
}
