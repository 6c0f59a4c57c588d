/** Asks that shipped, and whether whoever asked was told. Page for readers: loop-closure.md. */
import type { Observation } from '#core/observation.ts';
import { WEEK, within } from '#core/time.ts';
import { counted, thousands } from '#core/wording.ts';
import type { Thread } from '#facts/voice-values.ts';
import { defineAudit } from '../define-audit.ts';
import { askerOf, endOf, howTold, peopleIn, unheard } from '../heard-threads.ts';
import { MOST_OF_THEM } from '../most-of-them.ts';

export default defineAudit({
  id: 'loop-closure',
  lens: 'customer',
  answers: 'told',
  question: 'Are those who asked told that it shipped?',
  facts: ['threads'],
  unit: 'share',
  estimate: { of: 'share' },
  curve: MOST_OF_THEM,
  norm: 'Our own, for want of a published one: nine in ten told score 90, half of them 50.',
  minN: 10,
  version: 2,
  guardedBy: 'honest-closure',

  observe({ threads }, window) {
    const unseen = unheard(threads, window);
    if (unseen !== null) return unseen;
    if (!threads.linked) {
      return { state: 'not-collected', because: 'No changes with releases were read beside the threads.' };
    }
    const observations: Observation[] = [];
    const untold: Thread[] = [];
    const by = { human: 0, bot: 0, notes: 0 };
    let eligible = 0;
    for (const thread of threads.all) {
      const { shipped, told } = thread;
      const end = endOf(thread, window);
      if (thread.side !== 'outsider' || shipped === null || !within(window, shipped.at)) continue;
      // Telling may take a week.
      if (shipped.at > end - WEEK) continue;
      eligible += 1;
      const hit = told !== null && told.at <= end;
      if (!hit && !thread.read) continue;
      if (hit) by[told.by] += 1;
      else untold.push(thread);
      const evidence = [...new Set([thread.id, hit ? told.evidence : shipped.evidence])];
      observations.push({ block: askerOf(thread), when: shipped.at, hit, evidence });
    }
    if (eligible === 0) {
      return { state: 'not-applicable', because: 'No ask of an outsider is known to have shipped in this window.' };
    }
    return {
      observations: observations.sort((a, b) => Number(a.hit) - Number(b.hit)),
      coverage: { eligible, observed: observations.length },
      noted: { ...by, ...howTold(threads) },
      people: peopleIn(untold),
    };
  },

  say({ n, noted }) {
    const number = (key: string) => Number(noted[key] ?? 0);
    const told = number('human') + number('bot') + number('notes');
    if (n === 0) return 'No shipped ask could be judged: the replies were not all read.';
    if (told === 0) return `None of ${counted(n, 'ask')} that shipped was told to whoever asked.`;
    const split = [`${number('human')} by a person`, `${number('bot')} by a bot`, `${number('notes')} in notes`];
    return `${thousands(told)} of ${counted(n, 'ask')} that shipped ${told === 1 ? 'was' : 'were'} told: ${split.join(', ')}.`;
  },

  remedy: {
    title: 'Tell those who asked that it shipped',
    hypothesis:
      'We believe that telling people brings them back, because the work that they asked for is already done.',
    tellTale: 'shipped asks whose thread names the version',
    counts: ({ hit }) => hit === true,
    effort: 'minutes',
    soonestDays: 14,
  },

  imagine(observations) {
    return observations.map((ask) => ({ ...ask, hit: true }));
  },
});
