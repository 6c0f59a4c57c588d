/** Finished changes that users could notice and that no final release carries yet. Page for readers: limbo.md. */
import type { Observation } from '#core/observation.ts';
import { DAY, type Window, within } from '#core/time.ts';
import { counted, monthOf } from '#core/wording.ts';
import { defineAudit } from '../define-audit.ts';
import {
  bringsSomething,
  type FinishedFacts,
  isFinished,
  notCollected,
  nothingThere,
  preReleasedAt,
  releasedAt,
} from '../finished-work.ts';
import { weekOf } from '../week-of.ts';

/** A month is the longest that DORA's middle group takes to bring a change to users (measuring P3); beyond it a change waits. */
const LONG = 30 * DAY;

export default defineAudit({
  id: 'limbo',
  lens: 'product',
  answers: 'arrives',
  question: 'Is finished work stuck before a release?',
  facts: ['history', 'work', 'releases'],
  unit: 'share',
  estimate: { of: 'share' },
  // No published figure was found. Ours: a tenth is the stated target and scores 90; three tenths is half-way.
  curve: {
    kind: 'knots',
    knots: [
      [0, 100],
      [0.1, 90],
      [0.3, 50],
      [1, 0],
    ],
  },
  norm: 'Our own target, for want of a published one: at most 10 % of finished changes unreleased after 30 days.',
  minN: 20,
  version: 2,
  guardedBy: 'commit-to-release',

  observe(facts, window) {
    const { history, work, releases } = facts;
    if (!releases.collected) return notCollected(releases.because, 'No releases were seen.');
    if (history.commits.length === 0) return notCollected(null, 'Single changes were not seen, only releases.');
    const early = preReleasedAt(releases);
    let tried = 0;
    const seen: { landed: number; observation: Observation }[] = [];
    const older: number[] = [];
    for (const [index, { landedAt, id }] of history.commits.entries()) {
      if (landedAt === null || landedAt > window.to - LONG) continue;
      if (work.visible[index] !== 1 || !isFinished(facts, index, window.to)) continue;
      const released = releasedAt(facts, index, window.to);
      const hit = released === null;
      if (within(window, landedAt)) {
        if (hit && (early.get(index) ?? Number.POSITIVE_INFINITY) <= window.to) tried += 1;
        seen.push({
          landed: landedAt,
          observation: { block: weekOf(landedAt), also: `release ${released}`, hit, evidence: [id] },
        });
      } else if (hit) older.push(landedAt);
    }
    if (seen.length === 0) return nothingThere(history, nothingLanded(older));
    seen.sort((a, b) => Number(b.observation.hit) - Number(a.observation.hit) || a.landed - b.landed);
    const oldest = seen[0];
    const waiting = seen.filter(({ observation }) => observation.hit).length;
    const noted: Record<string, string | number> = { waiting, tried };
    if (oldest?.observation.hit) noted.since = monthOf(oldest.landed);
    return { observations: seen.map(({ observation }) => observation), noted, ...farApart(facts, window) };
  },

  say({ n, noted }) {
    const waiting = Number(noted.waiting ?? 0);
    if (waiting === 0) return 'No finished change older than 30 days waits for a release.';
    const tried = Number(noted.tried ?? 0);
    const early = tried > 0 ? `; ${tried} ${tried === 1 ? 'is' : 'are'} in a pre-release` : '';
    const wait =
      waiting === 1
        ? `waits for a release, since ${noted.since}`
        : `wait for a release, the oldest since ${noted.since}`;
    return `${waiting} of ${counted(n, 'finished change')} ${wait}${early}.`;
  },

  remedy: {
    title: 'Release the finished changes',
    hypothesis: 'We believe that a release now helps users at once, because the work that they would notice is done.',
    tellTale: 'finished changes older than 30 days without a release',
    counts: ({ hit }) => hit === true,
    effort: 'hours',
    soonestDays: 30,
  },

  imagine(observations) {
    return observations.map((change) => ({ ...change, hit: false }));
  },
});

/** What waits is counted on one day. Where releases are further apart than a wait is long, that day decides the figure. */
function farApart({ releases, work }: FinishedFacts, window: Window): { unsure: string } | Record<never, never> {
  const days = new Set<number>();
  for (const release of releases.all) {
    if (within(window, release.at) && bringsSomething(release, work)) days.add(Math.floor(release.at / DAY));
  }
  if (days.size * LONG >= window.to - window.from) return {};
  return { unsure: 'Releases are more than a month apart: another day would show another figure.' };
}

function nothingLanded(older: readonly number[]): string {
  if (older.length === 0) return 'No change that users could notice was finished in this window, and none waits.';
  const since = monthOf(older.reduce((a, b) => Math.min(a, b)));
  const wait = older.length === 1 ? 'waits' : 'wait';
  return `No change that users could notice was finished in this window; ${counted(older.length, 'older one')} still ${wait}, since ${since}.`;
}
