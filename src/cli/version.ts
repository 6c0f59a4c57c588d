/** Which Bifocal this is, from its own package. */
import { readFileSync } from 'node:fs';

export function version(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return String((JSON.parse(manifest) as { version: string }).version);
}
