/** The loop, in people: who asked in the 52 weeks, whose ask shipped, who was told, and who said that it helped. */
import type { Loop } from '#core/origin.ts';
import { dayOf, WEEK, windowUntil, within } from '#core/time.ts';
import { computeFact } from './define-fact.ts';
import type { Threads } from './voice-values.ts';

export default computeFact({
  id: 'loop',
  version: 4,
  facts: ['threads', 'catalogue'],
  compute: ({ threads, catalogue }, { at }): Loop => loopOf(threads, catalogue.collected && catalogue.alone, at),
});

function loopOf(threads: Threads, onShelf: boolean, at: number): Loop {
  const nothing = { asked: null, shipped: null, told: null, helped: null, byPeers: null };
  if (!threads.collected) return { ...nothing, because: threads.because };
  const window = windowUntil(at);
  if (threads.until <= window.from) return { ...nothing, because: 'What was gathered ends before these 52 weeks.' };
  if (threads.makers === 'unknown') {
    const because = threads.all.some(({ replies }) => replies.length > 0)
      ? 'Nothing tells the makers from those who ask, so nobody can say who was told.'
      : 'Feedback was gathered, but not the replies to it, so nobody can say who was told.';
    return { ...nothing, because };
  }
  const [asked, shipped, told, helped, peers] = Array.from({ length: 5 }, () => new Set<number>());
  for (const thread of threads.all) {
    const { asker, side } = thread;
    if (side !== 'outsider' || asker < 0 || !within(window, thread.at)) continue;
    asked?.add(asker);
    if (thread.replies.some((reply) => reply.side === 'outsider' && reply.person !== asker)) peers?.add(asker);
    if (thread.shipped === null) continue;
    shipped?.add(asker);
    if (thread.told === null) continue;
    told?.add(asker);
    if (thread.helped !== null) helped?.add(asker);
  }
  const until = threads.linkedUntil ?? at;
  if (!threads.linked) {
    const because = onShelf
      ? 'Which wish a change answered does not stand in a catalogue, so the way round is not known.'
      : 'No changes with releases were read beside the threads, so what shipped of them is not known.';
    return { ...nothing, asked: asked?.size ?? 0, byPeers: peers?.size ?? 0, because };
  }
  return {
    asked: asked?.size ?? 0,
    shipped: shipped?.size ?? 0,
    told: told?.size ?? 0,
    helped: helped?.size ?? 0,
    byPeers: peers?.size ?? 0,
    because:
      at - until < WEEK ? null : `What shipped is known up to ${dayOf(until)}; who was answered later is not in it.`,
  };
}
