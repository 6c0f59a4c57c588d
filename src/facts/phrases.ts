/** What outsiders said in words of praise or of leaving, piece by piece. */
import { computeFact } from './define-fact.ts';
import { LEAVING, PRAISE, UNREAD } from './rules/phrases.ts';
import { SPOKEN } from './rules/voice-fields.ts';
import type { Phrases, Threads } from './voice-values.ts';

export default computeFact({
  id: 'phrases',
  version: 2,
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
  for (const { id, at, asker, kind, side, wording } of threads.all) {
    // Makers do not review their own; where nothing tells makers, whoever opens a thread is taken for a customer.
    if (SPOKEN.has(kind) && side !== 'maker' && side !== 'bot') look(id, at, asker, wording);
  }
  all.sort((a, b) => a.at - b.at || (a.evidence < b.evidence ? -1 : 1));
  const collected = looked > unread;
  const because = !threads.collected
    ? threads.because
    : looked === 0
      ? 'Praise and leaving are told in reviews, posts and surveys, and none were gathered.'
      : `${unread} of ${looked} pieces are in a language that the list of phrases does not know.`;
  return { collected, because: collected ? null : because, all, looked, unread };
}
