/** Customers of a simulated company who answer each other before its makers do. */
import { randomFrom } from '#core/statistics/random.ts';
import { DAY } from '#core/time.ts';
import type { Threads } from '#facts/voice-values.ts';
import { reply } from './says.ts';

/** Beyond the numbers of everybody who asks. */
const PEERS = 7_000_000;
const SOONEST = 0.5;
const LETTERS = 160;

/** Each ask with the same chance; drawn by its id, from a chance of its own, so that the rest of the company stays as it was. */
export function withPeers(seed: string, threads: Threads, share: number): Threads {
  const all = threads.all.map((thread) => {
    const random = randomFrom(`peers ${seed} ${thread.id}`);
    if (thread.kind !== 'issue' || random.uniform() >= share) return thread;
    const first = thread.replies[0]?.at ?? Number.POSITIVE_INFINITY;
    const at = thread.at + SOONEST * Math.min(first - thread.at, 2 * DAY, thread.until - thread.at);
    const said = {
      ...reply(thread.id, at, PEERS + Math.floor(random.uniform() * 1_000), LETTERS),
      id: `${thread.id}.peer`,
    };
    return { ...thread, replies: [said, ...thread.replies] };
  });
  return { ...threads, all };
}
