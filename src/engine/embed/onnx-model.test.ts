/** Models that run here: what a folder must hold, how it is read, what it is refused for, and what a hub is asked. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { BifocalError } from '#core/errors.ts';
import { installedTransformers } from '../../../test/optional-model/installed.ts';
import { tinyModel } from '../../../test/optional-model/tiny.ts';
import { openFaultServer, status } from '../../../test/worlds/fault-server.ts';
import { modelIn, poolingIn } from './model-folder.ts';
import { isKept, modelOnHub } from './model-hub.ts';
import { onnxModel } from './onnx-model.ts';

const never = new AbortController().signal;
let beside: string;
beforeAll(async () => {
  beside = await installedTransformers();
}, 600_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bifocal-model-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const tiny = (how?: Parameters<typeof tinyModel>[1]) => tinyModel(join(folder, 'tiny'), how);

async function failure(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof BifocalError) || error.code !== 'EMBEDDER_UNUSABLE') throw error;
  return error.message;
}

test('the mean of what the words are worth, by hand', async () => {
  const { data, width } = await onnxModel(await modelIn(tiny()), beside).of(['Horse late', 'card'], never);
  expect(width).toBe(4);
  // horse: 1 in the first place, .4 in the second; late: 1 in the second, .5 in the third.
  const [x, y, z] = [1, 1.4, 0.5].map((one) => one / Math.hypot(1, 1.4, 0.5));
  for (const [at, wanted] of [x, y, z, 0].entries()) expect(data[at]).toBeCloseTo(wanted as number, 5);
});

test('one model under two names has two names, and so has one name with two models', async () => {
  const one = await modelIn(tiny());
  const other = await modelIn(tinyModel(join(folder, 'other')));
  const changed = await modelIn(tinyModel(join(folder, 'elsewhere', 'tiny'), { worth: () => 1 }));
  expect(new Set([one.name, other.name, changed.name]).size).toBe(3);
  expect(one.name).toMatch(/^tiny, fp32, [0-9a-f]{12}$/);
});

test('pooling is as the model says, and the mean where it says nothing that is known', async () => {
  expect(poolingIn(null)).toBe('mean');
  expect(poolingIn('{broken')).toBe('mean');
  expect(poolingIn('{"pooling_mode_lasttoken": true}')).toBe('last_token');
  mkdirSync(join(tiny(), '1_Pooling'));
  writeFileSync(join(folder, 'tiny', '1_Pooling', 'config.json'), '{"pooling_mode_cls_token": true}');
  const { data } = await onnxModel(await modelIn(join(folder, 'tiny')), beside).of(['horse late'], never);
  expect(data[0]).toBeCloseTo(1 / Math.hypot(1, 0.4), 5);
});

test('a folder that is no model, a file that is none, and a model without a direction are refused by their reason', async () => {
  expect(await failure(modelIn(folder))).toContain('no onnx/model.onnx');
  rmSync(join(tiny(), 'tokenizer.json'));
  expect(await failure(modelIn(join(folder, 'tiny')))).toContain('no tokenizer.json');
  const of = async (text: string) => onnxModel(await modelIn(join(folder, 'tiny')), beside).of([text], never);
  tiny({ worth: () => 0 });
  expect(await failure(of('horse'))).toMatch(/no length|no number/);
  tiny({ operation: 'Neigh' });
  expect(await failure(of('horse'))).toContain('could not be loaded');
  writeFileSync(join(folder, 'tiny', 'onnx', 'model.onnx'), 'not a model');
  expect(await failure(of('horse'))).toContain('could not be loaded');
});

test('without the library it is said how to install it', async () => {
  const model = onnxModel(await modelIn(tiny()), `file://${folder}/beside.js`);
  expect(await failure(model.of(['horse'], never))).toContain('npm install -g @huggingface/transformers');
});

test('a hub is asked for the model once, and never for a text', async () => {
  const files = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model_quantized.onnx'];
  const from = tiny();
  const asked: string[] = [];
  await using server = await openFaultServer({
    '*': (request, response) => {
      asked.push(request.url ?? '');
      const file = files.find((one) => request.url?.startsWith(`/stable/tiny/resolve/main/${one}`));
      if (file === undefined) return status(404)(request, response);
      const content = readFileSync(join(from, file));
      response.writeHead(200, { 'content-length': content.length });
      response.end(request.method === 'HEAD' ? undefined : content);
    },
  });
  const hub = { cache: join(folder, 'models'), host: `${server.url}/`, allowPrivate: true };
  const vectors = async () =>
    onnxModel(await modelOnHub('stable/tiny', hub), beside).of(['the secret horse is late'], never);
  expect(isKept('stable/tiny', hub)).toBe(false);
  const first = await vectors();
  expect(first.width).toBe(4);
  expect(asked.join()).not.toContain('secret');
  expect(isKept('stable/tiny', hub)).toBe(true);
  const many = asked.length;
  expect(await vectors()).toEqual(first);
  expect(asked.slice(many).filter((path) => path.includes('.onnx'))).toEqual([]);
});

test('a name that would lead out of the folder of models is none', async () => {
  const hub = { cache: join(folder, 'models') };
  for (const name of ['../up', 'a/b/c', '/etc/passwd', 'a/..', ''])
    expect(await failure(modelOnHub(name, hub))).toContain('no name of a model');
});
