/** The version of every method, so that a kept reading is looked up without loading what makes one. */
import { AUDITS } from '../../src/audits/registry.ts';
import { FACTS } from '../../src/facts/registry.ts';
import { FINDINGS } from '../../src/findings/registry.ts';
import { type GeneratedFile, HEADER } from './generated-file.ts';

export function methods(): GeneratedFile {
  const named = [
    ...FACTS.map(({ id, version }) => `fact ${id} ${version}`),
    ...AUDITS.map(({ id, version }) => `audit ${id} ${version}`),
    ...FINDINGS.map(({ id, version }) => `finding ${id} ${version}`),
  ].sort();
  const text = [
    `/** Every method with its version: part of what a kept reading is found by. ${HEADER} */`,
    `export const METHODS: readonly string[] = [${named.map((one) => `'${one}'`).join(', ')}];`,
    '',
  ].join('\n');
  return { path: 'src/engine/methods.ts', text };
}
