/** Where a thread begins: TypeScript in a checkout; in the package the bundle has it in the same place, beside this one's. */
import { existsSync } from 'node:fs';

export function threadFile(name: string): URL {
  const built = new URL(`${name}.js`, import.meta.url);
  return existsSync(built) ? built : new URL(`${name}.ts`, import.meta.url);
}
