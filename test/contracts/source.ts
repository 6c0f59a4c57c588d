/** What every source must do, whatever it reads: one suite, called by each source's own test over its worlds. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BifocalError, type ErrorCode } from '#core/errors.ts';
import { EVIDENCE_KINDS, type Gathered } from '#core/evidence.ts';
import { evidenceId } from '#core/ids.ts';
import { canonical } from '#core/json.ts';
import type { Source } from '#core/source.ts';
import { failingHttp, hangingHttp } from '../worlds/taped-http.ts';
import { connectionsDuring, keyOf, type OpenWorld, run } from './source-run.ts';

export type { OpenWorld } from './source-run.ts';

export interface World {
  /** Ends a sentence: "over …". */
  readonly name: string;
  /** Built anew for every test. */
  open(): OpenWorld | Promise<OpenWorld>;
  /** The whole gather fails here with this code, and nothing comes of it. */
  readonly fails?: ErrorCode;
}

export interface ContractOptions {
  /** Why this source reaches the network by itself, where its page says so too; otherwise only the Http port may. */
  readonly ownNetwork?: string;
}

const PAGE_HEADINGS = ['What it reads', 'What it never reads', 'Limits', 'Cost', 'What can go wrong'];
const WITHIN_MS = 1_000;

export function sourceContract<Options>(
  typed: Source<Options>,
  worlds: readonly World[],
  options: ContractOptions = {},
): void {
  const source = typed as Source;
  const page = readFileSync(join(import.meta.dirname, `../../src/sources/${source.id}/${source.id}.md`), 'utf8');
  const good = worlds.filter(({ fails }) => fails === undefined);
  const over = (world: World, sentence: string, check: (open: OpenWorld) => Promise<void>) =>
    test(`${sentence} over ${world.name}`, async () => {
      const open = await world.open();
      try {
        await check(open);
      } finally {
        await open.close?.();
      }
    });

  test('the page has its five headings, and says why the network is its own if it is', () => {
    for (const heading of PAGE_HEADINGS) expect(page).toContain(`\n## ${heading}\n`);
    if (options.ownNetwork !== undefined) expect(page).toContain(options.ownNetwork);
  });

  for (const world of good) {
    over(world, 'the same input gives the same bytes twice', async (open) => {
      expect((await run(source, open)).bytes).toBe((await run(source, open)).bytes);
    });

    over(world, 'every row is whole, unlike every other, and documented', async (open) => {
      const { items } = await run(source, open);
      expect(new Set(items.map(({ kind, origin, externalId }) => evidenceId(kind, origin, externalId))).size).toBe(
        items.length,
      );
      for (const item of items) checkRow(item);
      const types = new Set(items.map(({ kind, type }) => `\`${kind}\` / \`${type}\``));
      for (const type of types) expect(page).toContain(type);
    });

    over(world, 'its origin has a name that stays', async (open) => {
      const parsed = source.options.parse(open.options);
      const git = open.git ?? {
        text: () => Promise.reject(new BifocalError('NOTHING_TO_READ')),
        stream: () => {
          throw new BifocalError('NOTHING_TO_READ');
        },
      };
      const origin = await source.origin(parsed, git);
      expect(origin).not.toBe('');
      expect(await source.origin(parsed, git)).toBe(origin);
    });

    over(world, 'a gather without news says the same of what is missing', async (open) => {
      const first = await run(source, open);
      const second = await run(source, open, { cursor: first.cursor });
      expect(second.missing).toEqual(first.missing);
      expect(second.cursor).toBe(first.cursor);
      expect(second.observedUntil).toBe(first.observedUntil);
      const known = new Map(first.items.map((item) => [keyOf(item), canonical(item)]));
      for (const item of second.items) expect(canonical(item)).toBe(known.get(keyOf(item)));
    });

    over(world, 'a gather resumes at its cursor without gaps', async (open) => {
      const first = await run(source, open);
      await open.grow?.();
      const second = await run(source, open, { cursor: first.cursor });
      const whole = await run(source, open);
      const yielded = new Set(second.items.map(keyOf));
      const replaced = new Set(second.replaces.map(({ origin, type }) => `${type} ${origin}`));
      const kept = first.items.filter(
        (item) => yielded.has(keyOf(item)) || !replaced.has(`${item.type} ${item.origin}`),
      );
      const known = new Map([...kept, ...second.items].map((item) => [keyOf(item), canonical(item)]));
      const expected = new Map(whole.items.map((item) => [keyOf(item), canonical(item)]));
      expect([...known].sort()).toEqual([...expected].sort());
      expect(second.cursor).toBe(whole.cursor);
      expect(second.missing).toEqual(whole.missing);
      if (open.grow) expect(second.items.length).toBeGreaterThan(0);
    });

    over(world, 'the past holds nothing later than it', async (open) => {
      const { items } = await run(source, open);
      const times = items.map(({ at }) => at).sort((a, b) => a - b);
      const until = times[Math.floor(times.length / 2)] ?? 0;
      const past = await run(source, open, { until });
      expect(past.items.filter(({ at }) => at > until)).toEqual([]);
      expect(past.observedUntil ?? until).toBeLessThanOrEqual(until);
    });

    over(world, 'an abort stops it within a second', async (open) => {
      await stopsOn(AbortSignal.abort(), (signal) => run(source, open, { signal }));
      const controller = new AbortController();
      const onBatch = () => controller.abort();
      await stopsOn(controller.signal, (signal) => run(source, open, { signal, onBatch }));
      if (open.http === undefined) return;
      await stopsOn(AbortSignal.timeout(50), (signal) => run(source, open, { signal, http: hangingHttp() }));
    });

    if (options.ownNetwork === undefined) {
      over(world, 'the network is reached through the Http port alone', async (open) => {
        expect(await connectionsDuring(() => run(source, open))).toBe(0);
      });
    }

    over(world, 'a refusal or failure of the network is told by its code', async (open) => {
      if (open.http === undefined) return;
      for (const code of ['SOURCE_REFUSED', 'SOURCE_UNREACHABLE'] as const) {
        await failsWith(code, source, { ...open, http: failingHttp(code, 'it answered HTTP 403') });
      }
    });
  }

  for (const world of worlds.filter(({ fails }) => fails !== undefined)) {
    over(world, `nothing but ${world.fails} comes`, (open) => failsWith(world.fails as ErrorCode, source, open));
  }
}

/** By a rejection, or by an entry in what is missing: either way no row may come with it. */
async function failsWith(code: ErrorCode, source: Source, open: OpenWorld): Promise<void> {
  let rows = 0;
  const onBatch = ({ items = [] }: { items?: readonly Gathered[] }) => {
    rows += items.length;
  };
  const said = await run(source, open, { onBatch }).then(
    ({ missing }) => missing.map((entry): string => entry.code),
    (error: unknown) => [error instanceof BifocalError ? error.code : `a bug: ${error}`],
  );
  expect(said).toContain(code);
  expect(rows).toBe(0);
}

/** Ends in time, by a plain end or by an error that says it was stopped. */
async function stopsOn(signal: AbortSignal, work: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
  const before = performance.now();
  const error: unknown = await work(signal).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(performance.now() - before).toBeLessThan(WITHIN_MS);
  const stopped =
    error === null || error === signal.reason || (error instanceof BifocalError && error.code === 'INTERRUPTED');
  if (!stopped) throw error;
}

function checkRow(item: Gathered): void {
  const where = `${item.type} ${item.externalId}`;
  expect(EVIDENCE_KINDS, where).toContain(item.kind);
  for (const text of [item.type, item.origin, item.externalId]) expect(text, where).not.toBe('');
  expect(Number.isSafeInteger(item.at), `${where}: ${item.at}`).toBe(true);
  expect(Number.isSafeInteger(item.changedAt ?? 0), where).toBe(true);
  expect(Number.isFinite(item.amount ?? 0), where).toBe(true);
  expect(item.author, where).not.toBe(undefined);
  if (item.author !== null) {
    expect(item.author.space, where).not.toBe('');
    expect(item.author.handle, where).not.toBe('');
  }
  expect(JSON.parse(canonical(item.data ?? null)), where).toEqual(item.data ?? null);
}
