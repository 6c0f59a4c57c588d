/** How much of what users could notice their release notes tell. Page for readers: release-note-coverage.md. */
import type { Observation } from '#core/observation.ts';
import { within } from '#core/time.ts';
import { counted, percent, thousands } from '#core/wording.ts';
import type { History } from '#facts/values.ts';
import { defineAudit } from '../define-audit.ts';
import { notCollected, nothingThere } from '../finished-work.ts';
import { weekOf } from '../week-of.ts';
import { numbersIn } from './name-index.ts';
import { notesFinder } from './told-in.ts';

/**
 * A pasted commit list names a change without telling users anything: it counts half (measuring P9), as half a case
 * named and half a case not, so that the figure stays a share with a share's interval.
 */
const HALF = 0.5;

/** Where fewer of the releases have notes, the makers keep them elsewhere, or nobody can tell. */
const MOST = 0.5;

export default defineAudit({
  id: 'release-note-coverage',
  lens: 'customer',
  answers: 'told',
  question: 'Do release notes name what users could notice?',
  facts: ['history', 'work', 'releases', 'notes'],
  unit: 'share',
  estimate: { of: 'share' },
  // No published figure was found, so the share is its own score.
  curve: {
    kind: 'knots',
    knots: [
      [0, 0],
      [1, 100],
    ],
  },
  norm: 'No published figure was found: the share is its own score. A change named only in a pasted commit list counts half.',
  minN: 20,
  version: 2,
  guardedBy: 'user-visible-share',

  observe({ history, work, releases, notes }, window) {
    if (!releases.collected) return notCollected(releases.because, 'No releases were seen.');
    if (!notes.collected) return notCollected(notes.because, 'No release notes were read.');
    const numbersOf = landingNumbers(history);
    const notesOf = notesFinder({ history, releases, notes }, window.to);
    const observations: Observation[] = [];
    const judged = { released: 0, noted: 0 };
    let eligible = 0;
    let observed = 0;
    let named = 0;
    let pasted = 0;
    for (const [place, release] of releases.all.entries()) {
      if (release.pre || !within(window, release.at)) continue;
      const visible = release.brings.filter((index) => work.visible[index] === 1 && work.bot[index] !== 1);
      if (visible.length === 0) continue;
      eligible += visible.length;
      judged.released += 1;
      const told = notesOf(place);
      if (told === null) continue;
      if (told !== 'silent') judged.noted += 1;
      for (const index of visible) {
        const commit = history.commits[index];
        if (!commit) continue;
        const numbers = [...numbersIn(commit.subject), ...numbersOf(index)];
        const isNamed = told !== 'silent' && told.index.names({ subject: commit.subject, sha: commit.sha, numbers });
        const where = told === 'silent' ? [release.id] : told.evidence.slice(0, 1);
        const seen = { block: weekOf(release.at), when: release.at, evidence: [commit.id, ...where] };
        observed += 1;
        if (isNamed) named += 1;
        if (isNamed && told.pasted) {
          pasted += 1;
          observations.push({ ...seen, hit: false, count: HALF }, { ...seen, hit: true, count: HALF });
        } else observations.push({ ...seen, hit: isNamed });
      }
    }
    if (eligible === 0) return nothingThere(history, 'No change that users could notice was released in this window.');
    if (judged.noted < MOST * judged.released) return notCollected(null, sparse(judged));
    observations.sort(leastToldFirst);
    return { observations, coverage: { eligible, observed }, noted: { named, pasted } };
  },

  say({ value, n, noted }) {
    if (value === null) return 'Too few released changes were seen beside notes.';
    const named = Number(noted.named ?? 0);
    const pasted = Number(noted.pasted ?? 0);
    const only =
      pasted === 0 ? '' : `, ${pasted === named ? 'all' : thousands(pasted)} of them only in pasted commit lists`;
    return `Release notes name ${percent(named / n)} of the changes that users could notice${only}.`;
  },

  remedy: {
    title: 'Name each change that users notice in the notes',
    hypothesis:
      'We believe that a line for each such change lets users find what was done for them, because nothing else tells them.',
    tellTale: 'changes named in the notes of the next release',
    counts: ({ hit }) => hit === true,
    effort: 'hours',
    soonestDays: 30,
  },

  imagine(observations) {
    return observations.map((change) => ({ ...change, hit: true }));
  },
});

function sparse({ released, noted }: { released: number; noted: number }): string {
  const found = noted === 0 ? 'No notes' : `Notes of only ${noted}`;
  const all = released === 1 ? 'only release' : counted(released, 'release');
  return `${found} of the ${all} in this window were read; they may be kept elsewhere.`;
}

function leastToldFirst(a: Observation, b: Observation): number {
  return Number(a.hit) - Number(b.hit) || (b.count ?? 1) - (a.count ?? 1);
}

const LANDINGS = new WeakMap<History, ReadonlyMap<number, readonly string[]>>();

/** Numbers of the merge that brought a commit: a subject written on a branch seldom carries them. */
function landingNumbers(history: History): (index: number) => readonly string[] {
  const byTime = LANDINGS.get(history) ?? mergedNumbers(history);
  LANDINGS.set(history, byTime);
  return (index) => byTime.get(history.commits[index]?.landedAt ?? Number.NaN) ?? [];
}

function mergedNumbers({ commits }: History): ReadonlyMap<number, readonly string[]> {
  const byTime = new Map<number, readonly string[]>();
  for (const { merge, landedAt, at, subject } of commits) {
    if (merge && landedAt === at) byTime.set(at, numbersIn(subject));
  }
  return byTime;
}
