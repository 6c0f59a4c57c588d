/** How long the people behind open asks have waited, each counted once an ask. Page for readers: open-ask-age.md. */
import type { Observation } from '#core/observation.ts';
import { DAY, dayOf } from '#core/time.ts';
import { counted, inDays } from '#core/wording.ts';
import type { Thread } from '#facts/voice-values.ts';
import { defineAudit } from '../define-audit.ts';
import { endOf, isOpen, oneVoice, peopleIn } from '../heard-threads.ts';
import { weekOf } from '../week-of.ts';

/** Where people tell what they think: nobody ever closes these. */
const SPOKEN: ReadonlySet<string> = new Set(['review', 'post', 'survey']);

export default defineAudit({
  id: 'open-ask-age',
  lens: 'customer',
  answers: 'answered',
  question: 'How long have the people behind open asks waited?',
  facts: ['threads'],
  unit: 'days',
  estimate: { of: 'median' },
  // A young product has young asks, and an old one that says no in time too: no age is good by itself (measuring C9).
  curve: null,
  norm: 'None: compare it with your own past. An old ask may be right to wait, as long as somebody decided that it should.',
  minN: 20,
  version: 1,
  guardedBy: 'honest-closure',

  observe({ threads }, window) {
    if (!threads.collected) {
      return { state: 'not-collected', because: threads.because ?? 'No issues and no reviews were gathered.' };
    }
    if (threads.until <= window.from) {
      const because = `What customers say is known up to ${dayOf(threads.until)}; read at that day to hear it.`;
      return { state: 'not-collected', because };
    }
    const observations: Observation[] = [];
    const open: Thread[] = [];
    for (const thread of threads.all) {
      const end = endOf(thread, window);
      if (thread.side !== 'outsider' || !thread.asks || SPOKEN.has(thread.kind)) continue;
      if (thread.at > end || !isOpen(thread, end)) continue;
      open.push(thread);
      for (const [who, { at, id }] of joinedIn(thread, end)) {
        const shared = { block: who, also: weekOf(at), value: (end - at) / DAY };
        observations.push({ ...shared, evidence: id === thread.id ? [id] : [id, thread.id] });
      }
    }
    if (open.length === 0) return { state: 'not-applicable', because: 'No ask of an outsider is open.' };
    observations.sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
    return {
      observations,
      ...oneVoice(observations.map(({ block }) => block)),
      noted: { asks: open.length, tenth: Math.round(observations[Math.floor(observations.length / 10)]?.value ?? 0) },
      people: peopleIn(open),
    };
  },

  say({ value, n, noted }) {
    const asks = counted(Number(noted.asks ?? n), 'open ask');
    if (value === null || n === 0) return `Too few people stand behind ${asks} to say how long they wait.`;
    const tenth = Number(noted.tenth ?? 0);
    const long = tenth > value ? `; a tenth over ${inDays(tenth)}` : '';
    return `Half of the people behind ${asks} have waited over ${inDays(value)}${long}.`;
  },

  remedy: null,
});

/** Who stands behind an ask, and when each wrote first: whoever asked, and everybody outside who joined them. */
function joinedIn({ id, at, asker, replies }: Thread, end: number): Map<string, { at: number; id: string }> {
  const first = new Map([[asker < 0 ? id : `asker ${asker}`, { at, id }]]);
  for (const reply of replies) {
    if (reply.side !== 'outsider' || reply.person < 0 || reply.at > end) continue;
    const who = `asker ${reply.person}`;
    if (!first.has(who)) first.set(who, { at: reply.at, id: reply.id });
  }
  return first;
}
