/** How often a release needs a repair within a week. Page for readers: follow-up-fixes.md. */
import type { Observation } from '#core/observation.ts';
import { DAY, within } from '#core/time.ts';
import { counted } from '#core/wording.ts';
import { defineAudit } from '../define-audit.ts';
import { notCollected, nothingThere } from '../finished-work.ts';
import { weekOf } from '../week-of.ts';
import { launchesOf, productPathsOf } from './launches.ts';
import { repairsOf } from './repairs.ts';
import { revertsOf } from './reverts.ts';

/** A repair within a week was needed; a later one may be anything (measuring P4). */
const SOON = 7 * DAY;

export default defineAudit({
  id: 'follow-up-fixes',
  lens: 'product',
  answers: 'holds',
  question: 'Do releases need a repair within a week?',
  facts: ['history', 'areas', 'work', 'releases'],
  unit: 'share',
  estimate: { of: 'share' },
  // DORA 2023 cuts at 5, 10 and 15 % for failed changes; the scores at the cuts and the end at a half are ours.
  curve: {
    kind: 'knots',
    knots: [
      [0, 100],
      [0.05, 90],
      [0.1, 70],
      [0.15, 50],
      [0.5, 0],
    ],
  },
  norm: 'The cuts of DORA 2023 (5, 10 and 15 %), made for deployments; repairs of releases are near them, not the same.',
  minN: 10,
  version: 1,
  guardedBy: 'commit-to-release',

  observe({ history, areas, work, releases }, window) {
    if (!releases.collected) return notCollected(releases.because, 'No releases were seen.');
    if (history.commits.length === 0) return notCollected(null, 'Single changes were not seen, only releases.');
    const facts = { history, areas, work };
    const recent = launchesOf(releases, window.to).filter(({ at }) => at > window.from - SOON);
    const altering = recent.map((launch) => ({ launch, altered: productPathsOf(launch, facts) }));
    const repairs = repairsOf(altering, SOON, facts);
    const reverts = revertsOf(history, window);
    const observations: Observation[] = [];
    for (const { launch, altered } of altering) {
      if (altered.size === 0 || !within({ from: window.from, to: window.to - SOON }, launch.at)) continue;
      const repair = reverts.of(launch, work, launch.at + SOON) ?? repairs.get(launch);
      const evidence = [...launch.ids.slice(0, 1), ...(repair ?? [])];
      observations.push({ block: weekOf(launch.at), hit: repair !== undefined, evidence });
    }
    if (observations.length === 0) {
      return nothingThere(history, 'No release with a change of the product had a week to settle in this window.');
    }
    const repaired = observations.filter(({ hit }) => hit).length;
    return { observations: observations.sort((a, b) => Number(b.hit) - Number(a.hit)), noted: { repaired } };
  },

  say({ n, noted }) {
    const repaired = Number(noted.repaired ?? 0);
    if (repaired === 0) return `None of ${counted(n, 'release')} needed a repair within a week.`;
    return `${repaired} of ${counted(n, 'release')} needed a repair within a week.`;
  },

  remedy: {
    title: 'Try each release with a few users first',
    hypothesis:
      'We believe that a pre-release of two days would avoid about half of the repairs, because they surface within a week; the half is a guess.',
    tellTale: 'releases followed by a repair within a week',
    counts: ({ hit }) => hit === true,
    effort: 'days',
    soonestDays: 90,
  },

  /** Every second repair avoided: a hypothesis, not a finding. */
  imagine(observations) {
    let repairs = 0;
    return observations.map((release) => {
      if (release.hit !== true) return release;
      repairs += 1;
      return { ...release, hit: repairs % 2 === 0 };
    });
  },
});
