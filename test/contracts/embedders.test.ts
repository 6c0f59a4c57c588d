/** What every maker of vectors does, the built-in one, a model in a folder and an endpoint alike; and what an endpoint is refused for. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BifocalError } from '#core/errors.ts';
import { endpoint } from '#engine/embed/endpoint.ts';
import { modelIn } from '#engine/embed/model-folder.ts';
import { onnxModel } from '#engine/embed/onnx-model.ts';
import type { Embedder } from '#language/vectors/outside.ts';
import { dense } from '#language/vectors/sparse.ts';
import { learnVectors, vectorsOf } from '#language/vectors/text-vectors.ts';
import { installedTransformers } from '../optional-model/installed.ts';
import { tinyModel } from '../optional-model/tiny.ts';
import { cutOff, inTurn, openFaultServer, silent, status, text } from '../worlds/fault-server.ts';
import { openEmbedding } from './embedding-server.ts';

const TEXTS = Array.from({ length: 40 }, (_, at) =>
  at % 2 ? `the horse came late on day ${at}` : `my card was refused at the counter ${at}`,
);
const model = learnVectors(TEXTS);
const builtIn: Embedder = { model: 'built in', of: async (texts) => vectorsOf(model, texts) };
const never = new AbortController().signal;

/** Quick to lose patience. */
const limits = { headMs: 300, wholeMs: 600, backOffMs: 5, patienceMs: 2_000, bytes: 2 ** 20 };
const at = (address: string, key?: string) => endpoint({ address, model: 'stand-in', key, limits });

async function served<Found>(use: (embedder: Embedder) => Promise<Found>): Promise<Found> {
  await using server = await openEmbedding((texts) => vectorsOf(model, texts));
  return await use(at(server.url));
}

const folder = mkdtempSync(join(tmpdir(), 'bifocal-model-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function inFolder<Found>(use: (embedder: Embedder) => Promise<Found>): Promise<Found> {
  return await use(onnxModel(await modelIn(tinyModel(folder)), await installedTransformers()));
}

/** Transformers.js comes from the registry the first time. */
const PATIENCE = 600_000;
beforeAll(installedTransformers, PATIENCE);

const MAKERS: readonly [string, typeof served][] = [
  ['built in', (use) => use(builtIn)],
  ['a model in a folder', inFolder],
  ['endpoint', served],
];

describe.each(MAKERS)('%s', (_, by) => {
  test('gives a row of length one for each text, in their order, however many', async () => {
    await by(async (embedder) => {
      const { rows, width, data } = await embedder.of(TEXTS, never);
      expect(rows).toBe(TEXTS.length);
      for (let row = 0; row < rows; row += 1) {
        const own = data.subarray(row * width, (row + 1) * width);
        expect(Math.hypot(...own)).toBeCloseTo(1, 4);
      }
      const turned = await embedder.of(TEXTS.toReversed(), never);
      expect(turned.data.subarray(0, width)).toEqual(data.subarray((rows - 1) * width));
    });
  });

  test('gives zeros for a text without words, and nothing for nothing', async () => {
    await by(async (embedder) => {
      const { rows, width, data } = await embedder.of([TEXTS[0] as string, ''], never);
      expect(rows).toBe(2);
      expect(data.subarray(width).every((value) => value === 0)).toBe(true);
      expect((await embedder.of([], never)).rows).toBe(0);
    });
  });
});

test('an endpoint that answers by the built-in vectors gives the built-in vectors, bit for bit', async () => {
  const found = await served((embedder) => embedder.of(TEXTS, never));
  expect(found).toEqual(vectorsOf(model, TEXTS));
});

async function failure(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof BifocalError) || error.code !== 'EMBEDDER_UNUSABLE') throw error;
  return error.message;
}

type Bend = NonNullable<Parameters<typeof openEmbedding>[1]>;
const BENT: readonly [string, Bend, string][] = [
  ['too few vectors', (data) => data.slice(1), 'it answered 1 vectors to 2 texts'],
  ['too many', (data) => [...data, ...data], 'it answered 4 vectors to 2 texts'],
  ['no list', () => ({}), 'no list'],
  ['what JSON makes of NaN', (data) => data.map((one) => ({ ...one, embedding: [null, 1] })), 'no number'],
  ['words', (data) => data.map((one) => ({ ...one, embedding: ['1'] })), 'no number'],
  ['packed vectors that nobody asked for', (data) => data.map((one) => ({ ...one, embedding: 'AAAA' })), 'missing'],
  ['zeros', (data) => data.map((one) => ({ ...one, embedding: [0, 0] })), 'of no length'],
  [
    'two lengths',
    (data) => data.map((one, row) => ({ ...one, embedding: [1, ...Array(row).fill(1)] })),
    'has 2 numbers',
  ],
  ['one text twice', (data) => data.map(() => ({ index: 0, embedding: [1] })), 'which text'],
  ['nulls', (data) => data.map(() => null), 'missing'],
  [
    'a vector beyond all models',
    (data) => data.map((one) => ({ ...one, embedding: Array(20_000).fill(1) })),
    '20000 numbers',
  ],
];

test.each(BENT)('an endpoint is refused for %s', async (_, bend, because) => {
  await using server = await openEmbedding(() => dense(2, 4), bend);
  expect(await failure(at(server.url).of(['one', 'two'], never))).toContain(because);
});

test('places count, not the order in which vectors come', async () => {
  const rows = (texts: readonly string[]) => vectorsOf(model, texts);
  await using server = await openEmbedding(rows, (data) => data.toReversed());
  expect(await at(server.url).of(TEXTS, never)).toEqual(vectorsOf(model, TEXTS));
});

test('a later batch of another width is refused', async () => {
  await using server = await openEmbedding((texts) => ({
    ...{ rows: texts.length, width: texts.length },
    data: new Float32Array(texts.length ** 2).fill(1),
  }));
  expect(await failure(at(server.url).of(TEXTS, never))).toContain('a vector has 8 numbers where those before had 32');
});

test('silence, half an answer, no JSON and an endless answer end in time, as errors', async () => {
  const endless = text(JSON.stringify({ data: [{ index: 0, embedding: Array(600_000).fill(1) }] }));
  await using server = await openFaultServer({
    '/silent/embeddings': silent,
    '/half/embeddings': cutOff('{"data": ['),
    '/html/embeddings': text('<html>'),
    '/endless/embeddings': endless,
    '/moved/embeddings': status(302, { location: 'http://127.0.0.1:9/v1/embeddings' }),
    '/unknown/embeddings': status(404),
  });
  const ask = (path: string) => failure(at(`${server.url}/${path}`).of(['one'], never));
  expect(await ask('silent')).toContain('no answer in time');
  expect(await ask('half')).toMatch(/ended in the middle|aborted|ECONNRESET/);
  expect(await ask('html')).toContain('no JSON');
  expect(await ask('endless')).toContain('over 1 MB');
  expect(await ask('moved')).toContain('redirects');
  expect(await ask('unknown')).toContain('HTTP 404');
});

test('a busy endpoint is asked again when it says, and the key goes along', async () => {
  await using good = await openEmbedding((texts) => vectorsOf(model, texts));
  await using server = await openFaultServer({
    '/v1/embeddings': inTurn(status(429, { 'retry-after': '1' }), status(503), good.answer),
  });
  const began = performance.now();
  const found = await at(server.url, 'sesame').of(TEXTS.slice(0, 3), never);
  expect(performance.now() - began).toBeGreaterThan(900);
  expect(found).toEqual(vectorsOf(model, TEXTS.slice(0, 3)));
  expect(server.heads.map(({ authorization }) => authorization)).toEqual(Array(3).fill('Bearer sesame'));
});

test('a key does not travel over plain http, and addresses that are none are refused before anything is sent', () => {
  const refused = (address: string, key?: string) => {
    try {
      at(address, key);
    } catch (error) {
      return (error as Error).message;
    }
    return 'it was taken';
  };
  expect(refused('http://models.example.com/v1', 'sesame')).toContain('plain http');
  expect(refused('file:///etc/passwd')).toContain('no address');
  expect(refused('https://me:secret@models.example.com')).not.toContain('secret');
  expect(at('https://models.example.com/v1/?key=secret').to).toBe('https://models.example.com/v1/embeddings');
});
