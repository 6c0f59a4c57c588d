/** A folder with an ONNX model: which file holds it, how its words become one vector, and its name. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { BifocalError } from '#core/errors.ts';
import type { ModelPlace } from './onnx-model.ts';
import type { Pooling, Precision } from './transformers.ts';

/** The most exact file that is there is taken. */
const FILES: readonly [string, Precision][] = [
  ['model.onnx', 'fp32'],
  ['model_fp16.onnx', 'fp16'],
  ['model_quantized.onnx', 'q8'],
  ['model_q4.onnx', 'q4'],
];

export async function modelIn(path: string): Promise<ModelPlace> {
  const folder = resolve(path);
  const refused = (cause: string) => new BifocalError('EMBEDDER_UNUSABLE', { model: path, cause });
  const found = FILES.find(([file]) => existsSync(join(folder, 'onnx', file)));
  if (!found) throw refused('there is no onnx/model.onnx in that folder');
  for (const file of ['config.json', 'tokenizer.json'])
    if (!existsSync(join(folder, file))) throw refused(`there is no ${file} in that folder`);
  const [file, precision] = found;
  const digest = createHash('sha256');
  await pipeline(createReadStream(join(folder, 'onnx', file)), digest);
  const pooling = join(folder, '1_Pooling', 'config.json');
  return {
    at: folder,
    name: `${basename(folder)}, ${precision}, ${digest.digest('hex').slice(0, 12)}`,
    precision,
    pooling: poolingIn(existsSync(pooling) ? readFileSync(pooling, 'utf8') : null),
    hub: null,
  };
}

/** As sentence-transformers writes it; models that do not say are made for the mean. */
export function poolingIn(config: string | null): Pooling {
  if (config === null) return 'mean';
  try {
    const said = JSON.parse(config) as Record<string, unknown>;
    if (said.pooling_mode_cls_token === true) return 'cls';
    if (said.pooling_mode_lasttoken === true) return 'last_token';
  } catch {}
  return 'mean';
}
