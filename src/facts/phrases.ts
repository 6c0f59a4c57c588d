/** What outsiders said in words of praise or of leaving, piece by piece. */
import { computeFact } from './define-fact.ts';
import { LEAVING, PRAISE, UNREAD } from './rules/phrases.ts';
import type { Phrases, Threads } from './voice-values.ts';

export default computeFact({
  id: 'phrases',
  version: 1,
  facts: ['threads'],
  compute: ({ threads }): Phrases => phrasesIn(threads),
});

function phrasesIn(threads: Threads): Phrases {
  const all: Phrases['all'][number][] = [];
  let looked = 0;
  let unread = 0;
  const look = (evidence: string, at: number, person: number, wording: number) => {
    looked += 1;
    if (wording & UNREAD) unread += 1;
    const [praise, leaving] = [(wording & PRAISE) !== 0, (wording & LEAVING) !== 0];
    if (praise || leaving) all.push({ evidence, at, person, praise, leaving });
  };
  for (const { id, at, asker, side, wording, replies } of threads.all) {
    // Where nothing tells makers, whoever opens a thread is taken for a customer; whoever replies is not.
    if (side === 'outsider' || side === 'unknown') look(id, at, asker, wording);
    for (const reply of replies) if (reply.side === 'outsider') look(reply.id, reply.at, reply.person, reply.wording);
  }
  all.sort((a, b) => a.at - b.at || (a.evidence < b.evidence ? -1 : 1));
  const collected = looked > unread;
  const because = !threads.collected
    ? threads.because
    : `${unread} of ${looked} pieces are in a language that the list of phrases does not know.`;
  return { collected, because: collected ? null : because, all, looked, unread };
}
