/** The licences of the packages whose code a bundle holds: they ask to travel with it. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = /node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** Throws when a package came without its licence: then it must not be bundled. */
export function licences(root: string, modules: readonly string[]): string {
  const names = new Set(modules.flatMap((id) => PACKAGE.exec(id)?.[1] ?? []));
  return [...names]
    .sort()
    .map((name) => licenceOf(join(root, 'node_modules', name), name))
    .join('\n\n');
}

function licenceOf(folder: string, name: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const [file] = globSync('{LICENSE,LICENCE,license,licence}*', { cwd: folder }).sort();
  if (file === undefined) throw new Error(`${name} brings no licence`);
  return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}
