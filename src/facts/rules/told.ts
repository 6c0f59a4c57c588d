/** Whether whoever asked was told that it shipped, and whether they said that it helps. */
import { DAY } from '#core/time.ts';
import type { Thread } from '../voice-values.ts';
import { HELPED } from './phrases.ts';
import { answering } from './shipped.ts';
import { versionKey } from './versions.ts';

type Answered = Pick<Thread, 'asker' | 'replies' | 'closed' | 'links' | 'shipped'>;

/** A day either way: trackers know days, not hours. */
const SLACK = DAY;

/** A reply of a maker or a bot that names the version once the work had landed, or release notes that name the thread. */
export function toldIn(thread: Answered): Thread['told'] {
  const { shipped, replies } = thread;
  if (shipped === null) return null;
  const since = landedIn(thread);
  const wanted = versionKey(shipped.version);
  const named = replies.filter(
    ({ at, side, versions }) =>
      at >= since && (side === 'maker' || side === 'bot') && versions.some((version) => versionKey(version) === wanted),
  );
  const reply = named.find(({ side }) => side === 'maker') ?? named[0];
  if (reply) return { at: reply.at, by: reply.side === 'maker' ? 'human' : 'bot', evidence: reply.id };
  return shipped.noted === null ? null : { at: shipped.at, by: 'notes', evidence: shipped.noted };
}

export function helpedIn(thread: Answered): Thread['helped'] {
  const { shipped, replies, asker } = thread;
  if (shipped === null || asker < 0) return null;
  const since = landedIn(thread);
  const reply = replies.find(({ at, person, wording }) => person === asker && at >= since && (wording & HELPED) !== 0);
  return reply ? { at: reply.at, evidence: reply.id } : null;
}

/** When the first change that answers it landed, or else when it was closed. */
function landedIn({ links, closed, shipped }: Answered): number {
  const landed = answering(links).flatMap(({ how, at }) => (how === 'notes' || how === 'tracker' ? [] : at));
  return Math.min(...landed, closed?.at ?? Number.POSITIVE_INFINITY, shipped?.at ?? Number.POSITIVE_INFINITY) - SLACK;
}
