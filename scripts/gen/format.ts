/** Lays generated modules and JSON out as Biome wants them, so that the gate finds nothing to complain about. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { GeneratedFile } from './generated-file.ts';

export function formatted(root: string, file: GeneratedFile): GeneratedFile {
  if (!/\.(ts|json)$/.test(file.path)) return file;
  const biome = join(root, 'node_modules', '.bin', 'biome');
  const run = spawnSync(biome, ['check', '--write', `--stdin-file-path=${file.path}`], {
    cwd: root,
    input: file.text,
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  });
  if (run.status !== 0) throw new Error(`Biome could not lay out ${file.path}:\n${run.stderr}`);
  return { path: file.path, text: run.stdout };
}
