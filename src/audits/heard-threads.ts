/** Which threads audits of voices look at: outsiders' own, with their replies read to the end, as they stood when the window ended. */
import type { Unseen } from '#core/audit.ts';
import { dayOf, type Window } from '#core/time.ts';
import { percent } from '#core/wording.ts';
import type { Reply, Thread, Threads } from '#facts/voice-values.ts';
import { GUESSED_MAKERS } from './define-audit.ts';

/** Why nothing can be said of answers in a window; null where something can. */
export function unheard(threads: Threads, window: Window): Unseen | null {
  if (!threads.collected) return notHeard(threads.because ?? 'No issues and no reviews were gathered.');
  if (threads.until <= window.from) {
    return notHeard(`What customers say is known up to ${dayOf(threads.until)}; read at that day to hear it.`);
  }
  if (!threads.all.some(({ read }) => read)) return notHeard('Feedback was gathered, but not all replies to it.');
  if (threads.makers === 'unknown') return notHeard('Nothing tells the makers from those who ask.');
  return null;
}

function notHeard(because: string): Unseen {
  return { state: 'not-collected', because };
}

/** The moment at which a thread is judged: the end of the window, or of what is known of it. */
export function endOf(thread: Thread, window: Window): number {
  return Math.min(window.to, thread.until);
}

/** A maker's first reply in words of their own, by then; null while there is none. */
export function firstAnswer({ replies, asker, at: asked }: Thread, until: number): Reply | null {
  return (
    replies.find(
      ({ side, templated, person, at }) =>
        side === 'maker' && !templated && (asker < 0 || person !== asker) && at >= asked && at <= until,
    ) ?? null
  );
}

/** A nod (`Done, thanks!`) is no reason; half a sentence can be one. Ours. */
export const LEAST_LETTERS = 40;

/** When whoever asked closed it themselves: then nobody waits. */
export function withdrawnAt({ closed, asker }: Thread): number {
  return closed !== null && asker >= 0 && closed.by === asker ? closed.at : Number.POSITIVE_INFINITY;
}

export function isOpen({ closed }: Thread, until: number): boolean {
  return closed === null || closed.at > until;
}

/** What falls together when cases are drawn again: all threads of one person. */
export function askerOf({ asker, id }: Thread): string {
  return asker < 0 ? id : `asker ${asker}`;
}

/** How many different people; whoever is not named is one of their own. */
export function peopleIn(threads: readonly Thread[]): number {
  return new Set(threads.map(askerOf)).size;
}

/** Above this part of all cases one person's habit decides a wait: what the others' would be is a guess. */
const ONE_VOICE = 0.2;

/** Handed the asker of each case: why one person alone leaves it open how sure a figure is. */
export function oneVoice(askers: readonly string[]): { readonly unsure?: string } {
  const part = largestPart(askers, askers.length);
  if (part <= ONE_VOICE) return {};
  return { unsure: `One person asked ${percent(part)} of it: how the others fare is not known well.` };
}

/** Handed the ask that each closing is said to repeat, where it is: why one of them leaves it open how sure a figure is. */
export function oneOriginal(originals: readonly string[], closings: number): { readonly unsure?: string } {
  const part = largestPart(originals, closings);
  if (part <= ONE_VOICE) return {};
  return {
    unsure: `${percent(part)} of the closings point at one ask: whether all of them ask the same is not known.`,
  };
}

function largestPart(names: readonly string[], all: number): number {
  const cases = new Map<string, number>();
  for (const name of names) cases.set(name, (cases.get(name) ?? 0) + 1);
  return [...cases.values()].reduce((a, b) => Math.max(a, b), 0) / Math.max(1, all);
}

/** To be noted by every audit that needs to know who the makers are. */
export function howTold({ makers }: Threads): Readonly<Record<string, string>> {
  return makers === 'by behaviour' ? GUESSED_MAKERS : {};
}
