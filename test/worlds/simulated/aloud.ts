/** What a simulated shop says aloud: posts and advertisements that name its favourite or not, and reviews that tell which product is meant. */
import { normalQuantile } from '#core/statistics/normal.ts';
import type { Random } from '#core/statistics/random.ts';
import { WEEK } from '#core/time.ts';
import type { FactValues } from '#facts/values.ts';
import type { Threads } from '#facts/voice-values.ts';
import { between, Moods, poisson, shared } from './chance.ts';
import type { Dials } from './dials.ts';

type Posts = FactValues['posts'];

/** Four in ten reviews are about the favourite, so that nothing else comes near it. */
const FAVOURED = 0.4;

/** No other name holds this word. */
export const FAVOURITE = 'lantern';

export function titlesOf({ products }: Dials): ReadonlyMap<string, string> {
  return new Map(
    Array.from({ length: products }, (_, at) => [`p${at}`, at === 0 ? `The ${FAVOURITE}` : `The item${at}`]),
  );
}

/** Hands back the threads with the product that each review is about, and the posts with how many leave the favourite out. */
export function aloud(random: Random, dials: Dials, threads: Threads, end: number) {
  const unsaid = between(random, dials.unsaid);
  const limit = normalQuantile(unsaid);
  const moods = new Moods(random);
  const all: Posts['all'][number][] = [];
  for (let week = 0; week < dials.weeks; week += 1) {
    const mood = moods.of(Math.floor(week / dials.season));
    for (let count = poisson(random, dials.posts); count > 0; count -= 1) {
      const at = end - (dials.weeks - week) * WEEK + random.uniform() * WEEK;
      const left = shared(random, [mood, dials.alike]) < limit;
      all.push(post(`a${all.length + 1}`, at, left ? 'today' : FAVOURITE, 100));
    }
  }
  all.sort((a, b) => a.at - b.at);
  const reviewed = threads.all.map((thread) => {
    if (thread.stars === null) return thread;
    const other = 1 + Math.floor(random.uniform() * (dials.products - 1));
    return { ...thread, line: random.uniform() < FAVOURED ? 'p0' : `p${other}` };
  });
  return { posts: { collected: true, all }, threads: { ...threads, all: reviewed }, unsaid };
}

export function post(id: string, at: number, word: string, spend: number | null): Posts['all'][number] {
  return {
    id,
    at,
    paid: true,
    spend,
    channel: null,
    sentences: [],
    words: new Set(['come', 'and', 'see', word]),
  };
}
