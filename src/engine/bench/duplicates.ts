/** `bench duplicates`: for each known pair, where the original stands when all other items are ordered by likeness. */
import { basename } from 'node:path';
import { BifocalError } from '#core/errors.ts';
import { Duplicates } from '#language/similar/duplicates.ts';
import { labelledRows } from './labelled-rows.ts';
import { meter, type Spent } from './spent.ts';

export interface DuplicatesBench extends Spent {
  readonly items: number;
  /** Pairs of which both are among the items. */
  readonly pairs: number;
  /** Pairs of which one is not: they are left out of every figure. */
  readonly outside: number;
  readonly recallAt1: number;
  readonly recallAt5: number;
  readonly recallAt10: number;
  readonly mrr: number;
}

/** The first of each that a file has. */
const TITLES = ['title', 'summary', 'Summary', 'subject'];
const BODIES = ['body', 'description', 'Description', 'text'];
const IDS = ['id', 'key', 'Issue id', 'number'];
const TIMES = ['created', 'Created', 'created_at', 'date'];

export async function benchDuplicates(items: string, pairs: string, signal: AbortSignal): Promise<DuplicatesBench> {
  const rows = await itemsOf(items, signal);
  const known = await labelledRows(pairs, ['duplicate', 'original'], signal);
  const place = new Map(rows.map(({ id }, at) => [id, at]));
  const spent = meter();
  const finder = new Duplicates(rows);
  const ranks: number[] = [];
  for (const [duplicate, original] of known) {
    signal.throwIfAborted();
    const asked = place.get(duplicate as string);
    const wanted = place.get(original as string);
    if (asked !== undefined && wanted !== undefined && asked !== wanted)
      ranks.push(rankOf(finder.likeness(asked), wanted));
  }
  const share = (most: number) => ranks.filter((rank) => rank <= most).length / Math.max(1, ranks.length);
  return {
    ...{ items: rows.length, pairs: ranks.length, outside: known.length - ranks.length },
    ...{ recallAt1: share(1), recallAt5: share(5), recallAt10: share(10) },
    mrr: ranks.reduce((sum, rank) => sum + 1 / rank, 0) / Math.max(1, ranks.length),
    ...spent(),
  };
}

/** Ties count against it: whoever is as likely stands before it. */
function rankOf(likeness: Float32Array, wanted: number): number {
  const own = likeness[wanted] as number;
  let rank = 1;
  for (let at = 0; at < likeness.length; at += 1) if (at !== wanted && (likeness[at] as number) >= own) rank += 1;
  return rank;
}

async function itemsOf(file: string, signal: AbortSignal) {
  const all = await labelledRows(file, [], signal, [IDS, TITLES, BODIES, TIMES].flat());
  const first = (cells: readonly string[], from: number, names: readonly string[]) =>
    cells.slice(from, from + names.length).find((cell) => cell !== '') ?? '';
  const items = all.map((cells) => {
    const at = Date.parse(first(cells, IDS.length + TITLES.length + BODIES.length, TIMES));
    return {
      id: first(cells, 0, IDS),
      title: first(cells, IDS.length, TITLES),
      body: first(cells, IDS.length + TITLES.length, BODIES),
      at: Number.isNaN(at) ? null : at,
    };
  });
  if (items.every(({ id }) => id === '') || items.every(({ title, body }) => title === '' && body === '')) {
    throw new BifocalError('USAGE', {
      cause: `${basename(file)} needs columns id and title; body and created where there are.`,
      command: 'bench',
    });
  }
  return items;
}
