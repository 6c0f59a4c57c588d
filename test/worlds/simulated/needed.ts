/** What a simulated company's customers need beneath what they ask, and which answered asks came back. */
import { randomFrom } from '#core/statistics/random.ts';
import { DAY } from '#core/time.ts';
import type { Needs, Returned } from '#facts/need-values.ts';
import type { Threads } from '#facts/voice-values.ts';

/** Needs of a company; the first has most of the asks, the second half as many of it, and so on down (Zipf's law). */
const NEEDS = 30;
const WEIGHTS = Array.from({ length: NEEDS }, (_, rank) => 1 / (rank + 1));
const ALL = WEIGHTS.reduce((sum, weight) => sum + weight, 0);
/** What is only said to be done comes back as often as this, our own guess. */
const FALSE_RETURNS = 0.4;
/** Evidence of changes that games invent ends so. */
export const SAID = '.said';

export function needsOf(seed: string, threads: Threads): Needs {
  const random = randomFrom(`needs ${seed}`);
  const members = WEIGHTS.map((): string[] => []);
  for (const { id, kind } of threads.all) {
    if (kind !== 'issue') continue;
    let left = random.uniform() * ALL;
    const need = WEIGHTS.findIndex((weight) => {
      left -= weight;
      return left <= 0;
    });
    members[Math.max(0, need)]?.push(id);
  }
  const all = members.flatMap((own, need) => {
    if (own.length === 0) return [];
    const evidence = own.map((one) => ({ evidence: one, confidence: 1 }));
    return [{ id: `n${need}`, theme: 'n', name: `need ${need}`, statement: null, bornAt: 0, members: evidence }];
  });
  return { collected: threads.collected, all, unsorted: 0, setAside: 0 };
}

/** Each answered ask came back with the same chance; drawn by its id, so that a game changes no other. */
export function returnsOf(seed: string, threads: Threads, share: number): readonly Returned[] {
  return threads.all.flatMap(({ id, shipped }, thread) => {
    if (shipped === null) return [];
    const back = randomFrom(`returns ${seed} ${id}`).uniform() < share;
    return [{ thread, need: null, again: back ? again(id, shipped.at) : null }];
  });
}

/** Of what is only said to be done. */
export function cameBack(id: string, shippedAt: number): Returned['again'] {
  return randomFrom(`said ${id}`).uniform() < FALSE_RETURNS ? again(id, shippedAt) : null;
}

function again(id: string, shippedAt: number): Returned['again'] {
  return { id: `${id}.again`, at: shippedAt + 30 * DAY };
}
