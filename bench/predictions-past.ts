/**
 * Actions of a past day against what happened in the year after, over repositories: does what promised most gain most?
 * `npm run predictions-past -- <repository…>`: the day is a year before the newest commit of each. Nobody is known to
 * have followed these actions.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { AUDITS } from '#audits/registry.ts';
import type { Audit } from '#core/audit.ts';
import { windowUntil, YEAR_OF_WEEKS } from '#core/time.ts';
import { factsNow } from '#engine/links.ts';
import { openStore } from '#engine/open-store.ts';
import { reflect } from '#engine/reflect.ts';
import { resolveTarget } from '#engine/target.ts';
import { weigh, weighObserved } from '#reading/weigh.ts';
import { temporaryFolder } from './left-behind.ts';

interface Pair {
  readonly predicted: number;
  readonly came: number;
}

const IMAGINABLE = (AUDITS as readonly Audit[]).filter(({ curve, imagine }) => curve !== null && imagine !== undefined);

const repositories = process.argv.slice(2);
const folder = temporaryFolder('predictions');
const pairs: Pair[] = [];
let read = 0;
try {
  for (const path of repositories) {
    const found = await pairsOf(path, read);
    read += 1;
    pairs.push(...found);
    const told = found.map(({ predicted, came }) => `${predicted.toFixed(0)} then ${came.toFixed(0)}`).join(', ');
    console.log(`${path}: ${told === '' ? 'no action with a figure in both years' : told}`);
    console.log(`${pairs.length} actions of ${read} repositories, rank correlation ${correlation(pairs).toFixed(2)}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Points of the action's own figure: what it would gain, and what it gained. */
async function pairsOf(path: string, at: number): Promise<Pair[]> {
  const store = await openStore({ file: join(folder, `${at}.db`), key: new Uint8Array(32).fill(3) });
  try {
    const target = await resolveTarget(path, process.cwd(), {});
    const { signal } = new AbortController();
    const order = { target, at: null, deep: false, signal, env: {}, onProgress: () => undefined };
    const reading = await reflect(store, order);
    const named = [...new Set(IMAGINABLE.flatMap(({ facts }) => facts))];
    const facts = await factsNow(store, reading.product.id, named as Parameters<typeof factsNow>[2] as never);
    const to = Date.parse(reading.at);
    const [before, after] = [windowUntil(to - YEAR_OF_WEEKS), windowUntil(to)];
    return IMAGINABLE.flatMap((audit): Pair[] => {
      const own = Object.fromEntries(audit.facts.map((id) => [id, (facts as Record<string, unknown>)[id]]));
      const [then, now] = [weigh(audit, own, before), weigh(audit, own, after)];
      if (!audit.imagine || then.observed === null || then.score === null || now.score === null) return [];
      const imagined = weighObserved(audit, {
        ...then.observed,
        observations: audit.imagine(then.observed.observations, before),
      });
      return imagined.score === null ? [] : [{ predicted: imagined.score - then.score, came: now.score - then.score }];
    });
  } finally {
    await store.close();
  }
}

/** Spearman's, ties with their middle rank. */
function correlation(all: readonly Pair[]): number {
  const ranks = (of: (pair: Pair) => number) => {
    const sorted = all.map(of).toSorted((a, b) => a - b);
    return all.map((pair) => (sorted.indexOf(of(pair)) + sorted.lastIndexOf(of(pair))) / 2);
  };
  const [a, b] = [ranks(({ predicted }) => predicted), ranks(({ came }) => came)];
  const middle = (all.length - 1) / 2;
  const sum = (of: (at: number) => number) => all.reduce((total, _, place) => total + of(place), 0);
  const [da, db] = [(at: number) => (a[at] ?? 0) - middle, (at: number) => (b[at] ?? 0) - middle];
  return sum((at) => da(at) * db(at)) / Math.sqrt(sum((at) => da(at) ** 2) * sum((at) => db(at) ** 2));
}
