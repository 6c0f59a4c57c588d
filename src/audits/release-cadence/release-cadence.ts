/** How many days lie between the days on which users could get something new. Page for readers: release-cadence.md. */
import type { Observation } from '#core/observation.ts';
import { DAY } from '#core/time.ts';
import { inDays } from '#core/wording.ts';
import type { Release, Releases, Work } from '#facts/values.ts';
import { defineAudit } from '../define-audit.ts';
import { bringsSomething, notCollected, restingIn } from '../finished-work.ts';
import { weekOf } from '../week-of.ts';

/** What the remedy proposes: every second week. */
const FORTNIGHT = 14;

export default defineAudit({
  id: 'release-cadence',
  lens: 'product',
  answers: 'arrives',
  question: 'How often can users get something new?',
  facts: ['history', 'work', 'releases'],
  unit: 'days',
  estimate: { of: 'km-median' },
  curve: { kind: 'log-normal', p10: 4, median: 28, better: 'lower' },
  norm: 'Release days lay 3.8 days apart at the best tenth of 20 open-source products and 28 at their middle, over 365 days.',
  minN: 8,
  version: 2,
  guardedBy: 'follow-up-fixes',

  observe({ history, work, releases }, window) {
    if (!releases.collected) return notCollected(releases.because, 'No releases were seen.');
    const resting = restingIn({ history, work, releases }, window);
    if (resting !== null) return resting;
    const days = releaseDays(releases, work, window.to);
    const observations: Observation[] = [];
    for (const [index, [day, release]] of days.entries()) {
      const next = days[index + 1];
      const end = next?.[0] ?? Math.floor(window.to / DAY);
      // A gap counts in the window that it ends in, so that none is lost between two windows; the last still runs.
      if (end * DAY < window.from || end === day) continue;
      const evidence = [next?.[1].id ?? release.id];
      observations.push({ block: weekOf(day * DAY), time: end - day, ended: next !== undefined, evidence });
    }
    const last = days.at(-1)?.[0];
    const noted: Record<string, string | number> =
      last === undefined ? {} : { running: Math.floor(window.to / DAY) - last };
    return { observations: observations.sort((a, b) => (b.time ?? 0) - (a.time ?? 0)), noted };
  },

  say({ value, noted }) {
    const running = Number(noted.running ?? 0);
    const present = running > 0 ? `; the present one has lasted ${inDays(running)}` : '';
    if (value === null) return `The gaps between release days are too few or too long to tell${present}.`;
    return `Half of the gaps between release days are at most ${inDays(value)}${present}.`;
  },

  remedy: {
    title: 'Release what is finished every second week',
    hypothesis:
      'We believe that a fixed day every second week brings changes to users sooner, because nothing waits for a big one.',
    tellTale: 'release days in the next four weeks',
    counts: ({ ended }) => ended === true,
    effort: 'days',
    soonestDays: 28,
  },

  imagine(observations) {
    return observations.flatMap((gap) => split(gap));
  },
});

/** Distinct UTC days with a final release that brings something, oldest first, with one release of each. */
function releaseDays(releases: Releases, work: Work, until: number): [day: number, release: Release][] {
  const telling = releases.all.filter((release) => release.at <= until && bringsSomething(release, work));
  const byDay = new Map<number, Release>();
  for (const release of stream(telling, releases.mainLine)) byDay.set(Math.floor(release.at / DAY), release);
  return [...byDay].sort(([a], [b]) => a - b);
}

/**
 * One stream per product: its main line, so that tags of side packages add no release days. Where the main line carries
 * less than half of the changes, packages are released side by side and any of their days brings users something.
 */
function stream(releases: readonly Release[], mainLine: string): readonly Release[] {
  const main = releases.filter(({ line }) => line === mainLine);
  return carried(main) * 2 >= carried(releases) ? main : releases;
}

function carried(releases: readonly Release[]): number {
  return releases.reduce((sum, { brings }) => sum + brings.length, 0);
}

/** A gap cut into fortnights, with what is left over behind them. */
function split(gap: Observation): readonly Observation[] {
  const time = gap.time ?? 0;
  if (time <= FORTNIGHT) return [gap];
  const rest = time % FORTNIGHT;
  const whole: Observation = { ...gap, time: FORTNIGHT, ended: true, count: Math.floor(time / FORTNIGHT) };
  return rest === 0 ? [whole] : [whole, { ...gap, time: rest }];
}
