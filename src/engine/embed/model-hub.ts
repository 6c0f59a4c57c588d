/** A model by its name on a hub: fetched once, after that was agreed to, and kept beside the store. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BifocalError } from '#core/errors.ts';
import { type HttpOptions, openHttp } from '../http.ts';
import { poolingIn } from './model-folder.ts';
import type { ModelPlace } from './onnx-model.ts';

export const HUB = 'https://huggingface.co/';

/** `owner/name`, or a name alone, as hubs have them: nothing that could lead out of the folder of models. */
const NAME = /^[\w-][\w.-]{0,95}(?:\/[\w-][\w.-]{0,95})?$/;

export interface Hub {
  readonly cache: string;
  readonly host?: string;
  readonly allowPrivate?: boolean;
  readonly limits?: HttpOptions['limits'];
}

/** What is fetched is said before: a whole model is some 30 to 600 MB. */
export function isKept(name: string, { cache }: Hub): boolean {
  return existsSync(poolingFile(name, cache));
}

/** The packed file, a quarter of the whole one; its vectors differ in the third digit. */
export async function modelOnHub(name: string, hub: Hub): Promise<ModelPlace> {
  if (!NAME.test(name)) {
    const cause = 'that is no name of a model; one looks like owner/name';
    throw new BifocalError('EMBEDDER_UNUSABLE', { model: name, cause });
  }
  const host = hub.host ?? HUB;
  return {
    at: name,
    name: `${name}, q8, from ${new URL(host).host}`,
    precision: 'q8',
    pooling: poolingIn(await poolingOf(name, host, hub)),
    hub: { host, cache: hub.cache },
  };
}

/** Kept as it was first told: a model that is read without a network must not be read another way. */
async function poolingOf(name: string, host: string, { cache, allowPrivate = false, limits }: Hub): Promise<string> {
  const file = poolingFile(name, cache);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const http = openHttp({ allowPrivate, ...(limits && { limits }) });
  const answer = await http
    .get(`${host}${name}/resolve/main/1_Pooling/config.json`, { answers: [404] })
    .catch((error: unknown) => {
      const cause = `${new URL(host).host} did not answer (${error instanceof BifocalError ? (error.details.cause ?? error.code) : error})`;
      throw new BifocalError('EMBEDDER_UNUSABLE', { model: name, cause }, error);
    });
  const told = answer.status === 404 ? '{}' : answer.body;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, told);
  return told;
}

function poolingFile(name: string, cache: string): string {
  return join(cache, name, '1_Pooling', 'config.json');
}
