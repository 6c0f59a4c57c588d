/** Needs by a model of the user’s own: asked first, no text sent twice, and what was placed stays while it is not at hand. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { learnVectors, vectorsOf } from '#language/vectors/text-vectors.ts';
import { openEmbedding } from '../../test/contracts/embedding-server.ts';
import { capturedTerminal } from '../../test/e2e/captured-terminal.ts';
import { tinyModel } from '../../test/optional-model/tiny.ts';
import { run } from './main.ts';

const FORMS = ['the horse arrives late and nobody says when', 'I cannot pay with my card in the shop'];
const SUBJECTS = ['saddle', 'stirrup', 'bridle', 'stable', 'carriage', 'harness'];
const titles = (subjects: readonly string[]) => FORMS.flatMap((form) => subjects.map((one) => `${form} (${one})`));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bifocal-embedder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function bifocal(...words: string[]) {
  const terminal = capturedTerminal({ BIFOCAL_HOME: join(folder, 'home') }, 80, folder, null);
  const status = await run(words, terminal);
  return { status, out: terminal.out(), err: terminal.err() };
}

async function imported(subjects: readonly string[]): Promise<void> {
  const rows = titles(subjects).map((title) => {
    const key = title.replace(/\W/g, '');
    return `${key},${title},2026-01-1${title.length % 10},${key}@x.org`;
  });
  writeFileSync(join(folder, 'tickets.csv'), ['key,title,created,author', ...rows, ''].join('\n'));
  await bifocal('import', 'tickets.csv');
}

const members = ({ out }: { out: string }) =>
  (JSON.parse(out) as { evidence: { id: string }[] }[])
    .map(({ evidence }) => evidence.map(({ id }) => id).sort())
    .sort();

test('an endpoint places the needs once, later only what is new, and nobody else is asked to', async () => {
  const model = learnVectors(titles(SUBJECTS));
  await using server = await openEmbedding((texts) => vectorsOf(model, texts));
  const by = ['--embedder', server.url, '--model', 'stand-in'];
  const sent = () => server.questions.flatMap(({ input }) => input);
  await imported(SUBJECTS.slice(0, 5));
  const plain = members(await bifocal('needs', '--json'));
  expect(plain).toHaveLength(2);

  const unasked = await bifocal('needs', ...by);
  expect(unasked.status).toBe(2);
  expect(unasked.err).toContain('10 texts (');
  expect(sent()).toEqual([]);

  const found = await bifocal('needs', '--json', '--yes', ...by);
  expect(members(found)).toEqual(plain);
  expect(sent().sort()).toEqual(titles(SUBJECTS.slice(0, 5)).sort());
  for (const more of [[], ['--fresh']])
    expect(members(await bifocal('needs', '--json', ...by, ...more))).toEqual(plain);
  expect(sent()).toHaveLength(10);

  await imported(SUBJECTS);
  const without = await bifocal('needs', '--json');
  expect(members(without).flat()).toHaveLength(10);
  expect(sent()).toHaveLength(10);
  expect((await bifocal('needs', '--json', '--yes', ...by)).status).toBe(0);
  expect(sent().slice(10)).toEqual(titles(['harness']));

  const alike = await bifocal('similar', 'my horse arrives late', '--json', '--yes', ...by);
  expect(JSON.parse(alike.out)[0].text).toContain('late');
  expect(sent().slice(12)).toEqual(['my horse arrives late']);
  expect((await bifocal('similar', 'my card', '--json')).out).toContain('card');
  expect(sent()).toHaveLength(13);
});

test('a folder sends nothing and asks nothing; a hub is asked for a model only with leave', async () => {
  await imported(SUBJECTS.slice(0, 1));
  tinyModel(join(folder, 'tiny'));
  // Transformers.js is not installed with Bifocal: so far, and no question before it.
  const here = await bifocal('needs', '--embedder', 'tiny');
  expect([here.status, here.err]).toEqual([1, expect.stringContaining('@huggingface/transformers')]);
  expect(here.err).not.toMatch(/(?:are|would be) sent/);
  const none = await bifocal('needs', '--embedder', 'nowhere');
  expect([none.status, none.err]).toEqual([1, expect.stringContaining('no onnx/model.onnx')]);
  const hub = await bifocal('needs', '--embedder', 'hub', '--model', 'stable/tiny');
  expect([hub.status, hub.err]).toEqual([2, expect.stringContaining('would be fetched from huggingface.co')]);
  expect((await bifocal('needs', '--embedder', 'hub')).status).toBe(2);
});
