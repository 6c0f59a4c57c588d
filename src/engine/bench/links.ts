/** `bench links`: known links are hidden, every key taken out of every text, and looked for among all commits. */
import type { Asked, Changed } from '#language/link/asked.ts';
import { CrossIndex } from '#language/link/cross-index.ts';
import { recoverLinks } from '#language/link/recover.ts';
import { mayAnswer, nearness } from '#language/link/traits.ts';
import { SURE } from '#language/link/weights.ts';
import { wordsOf } from '#language/words.ts';
import { type LinkWorld, linkWorldOf } from './link-files.ts';
import { barFrom, halvesOf, type Order, orderOf, type Ranked, type Taken, takenAt } from './link-scores.ts';
import { meter, type Spent } from './spent.ts';

export interface LinksBench extends Order, Spent {
  readonly issues: number;
  readonly commits: number;
  /** Issues with a known commit, and pairs of both. */
  readonly asks: number;
  readonly links: number;
  readonly outside: number;
  /** Taken without asking anybody: the threshold is found on the older half of the issues, the figures are of the newer. */
  readonly auto: Taken;
  /** Of the newer half alone, which no weight of Bifocal’s was learned from. */
  readonly newer: Order;
  /** As if nobody had told when the issues were resolved. */
  readonly withoutResolution: Order | null;
  readonly baseline: Order & { readonly withoutResolution: Order | null };
}

/** Beyond, a rank adds less than .001 to the mean of 1/rank. */
const RANKED = 1_000;

export async function benchLinks(
  files: { readonly issues: string; readonly commits: string; readonly gold: string },
  signal: AbortSignal,
): Promise<LinksBench> {
  return measureLinks(await linkWorldOf(files, signal), signal);
}

export function measureLinks(world: LinkWorld, signal: AbortSignal): LinksBench {
  const { asked, changed, gold } = world;
  const [older, newer] = halvesOf(world);
  const asks = [...older, ...newer];
  const spent = meter();
  const all = recoverLinks(asked, changed);
  const cost = spent();
  signal.throwIfAborted();
  const found = (ask: number): readonly Ranked[] => all[ask] ?? [];
  const own = barFrom(world, older, found);
  const told = asks.some((ask) => asked[ask]?.resolvedAt !== null);
  const untold = asked.map((ask) => ({ ...ask, resolvedAt: null }));
  const without = told ? recoverLinks(untold, changed) : null;
  const plain = baselineFor(asked, changed, asks);
  return {
    ...{ issues: asked.length, commits: changed.length, asks: asks.length, outside: world.outside },
    links: [...gold.values()].reduce((sum, { size }) => sum + size, 0),
    ...orderOf(world, asks, found),
    auto: takenAt(world, newer, found, own ?? (told ? SURE[0] : SURE[1])),
    newer: orderOf(world, newer, found),
    withoutResolution: without && orderOf(world, asks, (ask) => without[ask] ?? []),
    baseline: {
      ...orderOf(world, asks, plain),
      withoutResolution: told ? orderOf(world, asks, baselineFor(untold, changed, asks)) : null,
    },
    ...cost,
  };
}

function baselineFor(asked: readonly Asked[], changed: readonly Changed[], asks: readonly number[]) {
  const own = asks.map((ask) => asked[ask] as Asked);
  const found = baselineOf(own, changed);
  const place = new Map(asks.map((ask, row) => [ask, row]));
  return (ask: number) => found[place.get(ask) ?? -1] ?? [];
}

/** Ten lines that anybody would write first: words in common, not before it was asked, near to when it was resolved. */
export function baselineOf(asked: readonly Asked[], changed: readonly Changed[]): (readonly Ranked[])[] {
  const index = new CrossIndex(
    asked.map(({ title, body }) => wordsOf(`${title} ${title} ${body}`)),
    changed.map(({ subject, body }) => wordsOf(`${subject} ${body}`)),
  );
  const out = new Float32Array(changed.length);
  const score = new Float64Array(changed.length);
  return asked.map((ask, row) => {
    index.likeness(out, row);
    for (const [to, change] of changed.entries()) {
      score[to] = (out[to] as number) + 0.3 * nearness(ask, change, 3) - (mayAnswer(ask, change) ? 0 : 1);
    }
    const best = [...score.keys()].sort((a, b) => (score[b] as number) - (score[a] as number)).slice(0, RANKED);
    return best.map((change) => ({ change, probability: score[change] as number }));
  });
}
