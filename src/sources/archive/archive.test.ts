/** The archive source over tapes typed after the public documentation of its index and replay. */
import { expect, test } from 'vitest';
import { defineSource } from '#core/source.ts';
import { type OpenWorld, sourceContract } from '../../../test/contracts/source.ts';
import { run } from '../../../test/contracts/source-run.ts';
import { type TapedAnswer, tapedHttp } from '../../../test/worlds/taped-http.ts';
import archive from './archive.ts';
import { capturesIn, indexAddress, worthReading } from './captures.ts';
import { readCaptures } from './read-captures.ts';

const PAGE = 'https://kettle.example/';
const NOW = Date.UTC(2026, 2, 1);
const HEAD = ['timestamp', 'original', 'digest'];
/** Unhurried only where somebody else's server answers. */
const unpaused = defineSource({ ...archive, gather: (gathering) => readCaptures(gathering, PAGE, 0) });

const says = (words: string) => `<!doctype html><title>Kettle</title><h1>Kettle</h1><p>${words}</p>`;
const capture = (stamp: string) => `https://web.archive.org/web/${stamp}id_/${PAGE}`;

function world(
  captures: readonly (readonly [stamp: string, body: string, status?: number])[],
  grown = captures,
): OpenWorld {
  const tape = (all: typeof captures): Record<string, TapedAnswer> => ({
    [indexAddress(PAGE)]: {
      body: JSON.stringify(all.length === 0 ? [] : [HEAD, ...all.map(([stamp, body]) => [stamp, PAGE, body])]),
    },
    ...Object.fromEntries(
      all.map(([stamp, body, status = 200]) => [
        capture(stamp),
        { body: says(body), status, headers: { 'content-type': 'text/html' } },
      ]),
    ),
  });
  let now = tape(captures);
  return {
    options: { url: PAGE },
    http: { get: (url, options) => tapedHttp(now, NOW).get(url, options) },
    ...(grown !== captures && {
      grow: () => {
        now = tape(grown);
      },
    }),
  };
}

const TWO = [
  ['20240101000000', 'It boils in five minutes.'],
  ['20250101000000', 'It boils in two minutes.'],
] as const;

sourceContract(unpaused, [
  { name: 'two captures', open: () => world(TWO) },
  { name: 'captures that grow', open: () => world(TWO, [...TWO, ['20260101000000', 'It boils in one.']]) },
  { name: 'no capture', open: () => world([]) },
]);

test('each capture whose words changed is a copy of the same page, on its own day', async () => {
  const { items, observedUntil } = await run(unpaused, world([...TWO, ['20250601000000', 'It boils in two minutes.']]));
  expect(items.map(({ at, origin, threadId, body }) => [at, origin, threadId, body])).toEqual([
    [Date.UTC(2024, 0, 1), 'page:kettle.example', 'kettle.example', '# Kettle\n\nIt boils in five minutes.'],
    [Date.UTC(2025, 0, 1), 'page:kettle.example', 'kettle.example', '# Kettle\n\nIt boils in two minutes.'],
  ]);
  expect(observedUntil).toBe(Date.UTC(2025, 5, 1));
});

test('a stop between captures goes on with the next, and asks the index no more', async () => {
  let left: string | undefined;
  const controller = new AbortController();
  const onBatch = ({ resume }: { resume?: string }) => {
    left ??= resume;
    controller.abort();
  };
  await run(unpaused, world(TWO), { signal: controller.signal, onBatch }).catch(() => null);
  const asked: string[] = [];
  const open = world(TWO);
  const http = {
    get: (url: string, options = {}) => {
      asked.push(url);
      return (open.http as NonNullable<OpenWorld['http']>).get(url, options);
    },
  };
  const { items } = await run(unpaused, { ...open, http }, { cursor: left ?? null });
  expect(items.map(({ at }) => at)).toEqual([Date.UTC(2025, 0, 1)]);
  expect(asked).toEqual([capture('20250101000000')]);
});

test('a capture that is not given out is said, and the others are read', async () => {
  const { items, missing } = await run(unpaused, world([...TWO, ['20260101000000', 'Gone.', 404]]));
  expect(items).toHaveLength(2);
  expect(missing[0]?.because).toContain('One copy of kettle.example');
});

test('of many captures 24 are read, of five years, where the bytes changed', () => {
  const rows = Array.from({ length: 120 }, (_, month) => {
    const stamp = `${2016 + Math.floor(month / 12)}${String((month % 12) + 1).padStart(2, '0')}01000000`;
    return [stamp, PAGE, `digest ${Math.floor(month / 2)}`];
  });
  const read = worthReading(capturesIn(JSON.stringify([HEAD, ...rows])) ?? [], null);
  expect(read).toHaveLength(24);
  expect(read[0]?.stamp.slice(0, 4)).toBe('2020');
  expect(new Set(read.map(({ digest }) => digest)).size).toBe(24);
  expect(capturesIn('<html>busy</html>')).toBe(null);
  expect(capturesIn('[["timestamp","original"],["1","x"]]')).toEqual([]);
});

test('a reading waits for five captures, and says that more are there', async () => {
  const many = Array.from(
    { length: 8 },
    (_, month) => [`20240${month + 1}01000000`, `Words of month ${month}.`] as const,
  );
  const first = await run(unpaused, world(many));
  expect([first.items.length, first.missing[0]?.because]).toEqual([5, expect.stringContaining('3 more copies')]);
  const second = await run(unpaused, world(many), { cursor: first.cursor });
  expect([second.items.length, second.missing]).toEqual([3, []]);
});
