/** The licences of the packages whose code a bundle holds: they ask to travel with it. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = /node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** Licences whose short text is the same everywhere: a package of a monorepo may name one and leave the text at the root. */
const DECLARED = new Set(['MIT', 'ISC', 'BSD-3-Clause']);

/** Throws when a package came without its licence: then it must not be bundled. */
export function licences(root: string, modules: readonly string[]): string {
  const names = new Set(modules.flatMap((id) => PACKAGE.exec(id)?.[1] ?? []));
  return [...names]
    .sort()
    .map((name) => licenceOf(join(root, 'node_modules', name), name))
    .join('\n\n');
}

function licenceOf(folder: string, name: string): string {
  const { version, license, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const [file] = globSync('{LICENSE,LICENCE,license,licence}*', { cwd: folder }).sort();
  if (file === undefined) {
    if (!DECLARED.has(license ?? '') || repository?.url === undefined) throw new Error(`${name} brings no licence`);
    return `${name} ${version}\n\n${license}, as its package.json says; its text and holders: ${repository.url}\n`;
  }
  return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}

interface Manifest {
  readonly version: string;
  readonly license?: string;
  readonly repository?: { readonly url?: string };
}
