/** `bifocal needs` over imported feedback: the list, one need, and decisions that hold until they are taken back. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { capturedTerminal } from '../../test/e2e/captured-terminal.ts';
import { run } from './main.ts';

const FORMS = [
  ['the horse arrives late and nobody says when', 'my ride came late again', 'when does the horse arrive, it is late'],
  ['I cannot pay with my card in the shop', 'card payment refused', 'the shop refused my card payment'],
];
const SUBJECTS = ['saddle', 'stirrup', 'bridle', 'stable', 'carriage'];

/** One person asks for each need with every subject but the last two; others ask once each. */
function tickets(subjects: readonly string[]): string {
  const rows = FORMS.flatMap((forms, need) =>
    forms.flatMap((form, way) =>
      subjects.map(
        (subject, at) =>
          `K-${need}${way}${at},"${form} (${subject})",2026-0${need + 1}-1${at},p${need * way * at}@x.org`,
      ),
    ),
  );
  return ['key,title,created,author', ...rows, ''].join('\n');
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bifocal-needs-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function bifocal(...words: string[]) {
  const terminal = capturedTerminal({ BIFOCAL_HOME: join(folder, 'home') }, 80, folder, null);
  const status = await run(words, terminal);
  return { status, out: terminal.out(), err: terminal.err(), json: () => JSON.parse(terminal.out()) };
}

async function imported(subjects: readonly string[] = SUBJECTS): Promise<void> {
  writeFileSync(join(folder, 'tickets.csv'), tickets(subjects));
  await bifocal('import', 'tickets.csv');
}

interface Told {
  readonly id: string;
  readonly name: string;
  readonly people: number;
  readonly pieces: number;
  readonly evidence: readonly { readonly id: string; readonly confidence: number }[];
}

async function needs(...flags: string[]): Promise<Told[]> {
  return (await bifocal('needs', '--json', ...flags)).json();
}

function placesOf(all: readonly Told[]): Record<string, string> {
  return Object.fromEntries(all.flatMap(({ id, evidence }) => evidence.map((one) => [one.id, id])));
}

test('needs are ranked by people, one person many times is one, and each line fits', async () => {
  await imported();
  const all = await needs();
  expect(all.length).toBeGreaterThanOrEqual(2);
  expect(all.map(({ people }) => people)).toEqual(all.map(({ people }) => people).toSorted((a, b) => b - a));
  const late = all.filter(({ name }) => /horse|late|ride|arrive/.test(name));
  expect(late.reduce((sum, { pieces }) => sum + pieces, 0)).toBeGreaterThan(10);
  for (const { people } of late) expect(people).toBe(1);
  for (const words of [['needs'], ['needs', '1']]) {
    const { out } = await bifocal(...words);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  }
  expect((await bifocal('needs', '1')).out).toContain('They asked for');
});

test('what comes later joins, and ids stay', async () => {
  await imported(SUBJECTS.slice(0, 4));
  const before = placesOf(await needs());
  await imported();
  const after = placesOf(await needs());
  for (const [evidence, need] of Object.entries(before)) expect(after[evidence]).toBe(need);
  expect(Object.keys(after).length).toBeGreaterThan(Object.keys(before).length);
});

test('decisions hold, also when needs are found anew, and are taken back one by one', async () => {
  await imported();
  const before = await needs();
  const [one, two] = before;
  const piece = two?.evidence[0]?.id ?? '';
  expect(
    (await bifocal('needs', 'rename', '1', 'Arrive', 'on time', '--by', 'Ada', '--because', 'so they say')).out,
  ).toContain('“Arrive on time”');
  await bifocal('needs', 'move', piece.slice(0, 10), 'arrive on');
  const moved = await needs();
  expect(moved.find(({ id }) => id === one?.id)?.name).toBe('Arrive on time');
  expect(placesOf(moved)[piece]).toBe(one?.id);
  expect(moved.flatMap(({ evidence }) => evidence).find(({ id }) => id === piece)?.confidence).toBe(1);
  expect(await needs('--fresh')).toEqual(moved);
  expect((await bifocal('needs', 'undo')).out).toContain('Taken back: move');
  expect((await bifocal('needs', 'undo')).out).toContain('Taken back: rename');
  expect(await needs()).toEqual(before);
  expect((await bifocal('needs', 'undo')).out).toContain('Nothing was decided');
});

test('a merge makes one of two, a split two of one, and each comes back', async () => {
  await imported();
  const before = await needs();
  await bifocal('needs', 'merge', '2', '1');
  const merged = await needs();
  expect(merged).toHaveLength(before.length - 1);
  await bifocal('needs', 'undo');
  const [first] = before;
  const pieces = first?.evidence.slice(0, 2).map(({ id }) => id) ?? [];
  await bifocal('needs', 'split', '1', ...pieces, '--name', 'When');
  const split = await needs();
  expect(split.find(({ name }) => name === 'When')?.pieces).toBe(2);
  await bifocal('needs', 'undo');
  expect(await needs()).toEqual(before);
});

test('nothing said, too little said, and what names no need: a clear answer', async () => {
  expect((await bifocal('needs')).status).toBeLessThanOrEqual(1);
  writeFileSync(join(folder, 'one.csv'), 'key,title,created\nK-1,Too loud,2026-01-05\n');
  await bifocal('import', 'one.csv');
  expect((await bifocal('needs')).out).toContain('too little');
  expect((await bifocal('needs', 'whatever')).err).toContain('NEED_NOT_FOUND');
  expect((await bifocal('needs', 'merge', '1')).err).toContain('NEED_NOT_FOUND');
});
