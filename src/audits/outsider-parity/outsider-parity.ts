/** Pull requests from outside that were merged within a month, beside the team's own. Page for readers: outsider-parity.md. */
import type { Observation } from '#core/observation.ts';
import { LEVEL } from '#core/observation.ts';
import { prepare } from '#core/statistics/estimate.ts';
import { mover, type Sure } from '#core/statistics/mover.ts';
import { DAY, dayOf, type Window, within } from '#core/time.ts';
import { counted, percent } from '#core/wording.ts';
import type { Side, Threads } from '#facts/voice-values.ts';
import { defineAudit } from '../define-audit.ts';
import { howTold } from '../heard-threads.ts';

/** Each is given a month, as asks are in no-human-answer. */
const LONG = 30 * DAY;

/** On either side (measuring C15: 20 each). */
const LEAST_EACH = 20;

/** How sure a difference is, as the places of the map have it (DESIGN §3). */
const [IS, PROBABLY] = [0.9, 0.7] as const;

const SHARE = { of: 'share' } as const;

export default defineAudit({
  id: 'outsider-parity',
  lens: 'customer',
  // Beside serving: whoever offers work is seldom a customer who asks.
  answers: null,
  question: 'Is work from outside taken like the team’s own?',
  facts: ['threads'],
  unit: 'share',
  estimate: SHARE,
  curve: null,
  norm: 'None: what outsiders offer and what a team writes differ in kind, so the two shares stand side by side.',
  minN: LEAST_EACH,
  version: 1,
  guardedBy: 'a plain check of ten merged ones by their size',

  observe({ threads }, window) {
    const { pulls, makers } = threads;
    if (pulls.length === 0) return { state: 'not-collected', because: 'No pull requests were gathered.' };
    const until = pulls.reduce((most, pull) => Math.max(most, pull.until), 0);
    if (until <= window.from) {
      return { state: 'not-collected', because: `Pull requests are known up to ${dayOf(until)}; read at that day.` };
    }
    if (makers === 'unknown') {
      return { state: 'not-collected', because: 'Nothing tells the makers from those who offer work.' };
    }
    if (pulls.every(({ mergedAt }) => mergedAt === null)) {
      return { state: 'not-collected', because: 'Which pull requests were merged was not gathered.' };
    }
    const outside = offeredBy('outsider', threads, window);
    if (outside.length === 0) {
      return {
        state: 'not-applicable',
        because: 'No pull request from outside in this window is older than 30 days.',
      };
    }
    return {
      observations: outside.sort((a, b) => Number(a.hit) - Number(b.hit)),
      noted: { ...besides(outside, offeredBy('maker', threads, window)), ...howTold(threads) },
    };
  },

  say({ value, n, noted: { team = '', how = '' } }) {
    const beside = team === '' ? 'the team’s own are too few' : `of the team’s ${team}, ${how}`;
    return `Of ${counted(n, 'outside pull request')} ${percent(value ?? 0)} landed within 30 days; ${beside}.`;
  },

  remedy: null,
});

/** Each of one side's that had its month; whoever gave it binds its cases together. */
function offeredBy(side: Side, { pulls }: Threads, window: Window): Observation[] {
  return pulls.flatMap((pull) => {
    const { id, at, person, mergedAt } = pull;
    if (pull.side !== side || !within(window, at) || at > Math.min(window.to, pull.until) - LONG) return [];
    const hit = mergedAt !== null && mergedAt - at <= LONG;
    return [{ block: person < 0 ? id : `by ${person}`, when: at, hit, evidence: [id] }];
  });
}

/** The team's own share, and how sure it is that it is another one. */
function besides(outside: readonly Observation[], team: readonly Observation[]): Readonly<Record<string, string>> {
  if (outside.length < LEAST_EACH || team.length < LEAST_EACH) return {};
  const [theirs, own] = [sureOf(outside), sureOf(team)];
  if (theirs === null || own === null) return {};
  const { difference, probability } = mover(own, theirs, LEVEL);
  const sure = Math.max(probability, 1 - probability);
  const more = difference > 0 ? 'more' : 'fewer';
  const how = sure >= IS ? `clearly ${more}` : sure >= PROBABLY ? `probably ${more}` : 'perhaps chance';
  return { team: percent(own.value), how };
}

function sureOf(observations: readonly Observation[]): Sure | null {
  const prepared = prepare(SHARE, observations);
  const [value, interval] = [prepared.value(), prepared.interval()];
  if (value === null || interval === null || interval.high === null) return null;
  return { value, interval: { low: interval.low, high: interval.high } };
}
