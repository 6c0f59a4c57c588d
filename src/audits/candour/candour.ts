/** Releases that break something or had to be repaired, and whether their notes say so. Page for readers: candour.md. */
import type { Observation } from '#core/observation.ts';
import { within } from '#core/time.ts';
import { counted, thousands } from '#core/wording.ts';
import type { FactValues } from '#facts/values.ts';
import { defineAudit } from '../define-audit.ts';
import { notCollected } from '../finished-work.ts';
import { weekOf } from '../week-of.ts';

/** In the languages that changelogs are written in by most: English alone. */
const ADMITS =
  /\bbreak(?:s|ing|age)?\b|\bbackwards?[- ]incompat|\bincompatib|\bmigrat(?:e|es|ion|ing)\b|\bremoved?\b|\bremoves\b|\bdropp?(?:ed|s)?\b|\bno longer\b|\brenam(?:e|ed|es)\b|\bnow requires?\b|\bminimum\b|\bupgrad(?:e|ing) (?:guide|notes)\b|\bmust (?:now|be)\b|⚠|💥|🚨|!:/iu;

export default defineAudit({
  id: 'candour',
  lens: 'claims',
  answers: null,
  question: 'Do the notes say what breaks?',
  facts: ['history', 'work', 'releases', 'notes'],
  unit: 'share',
  estimate: { of: 'share' },
  curve: null,
  norm: 'None was found. Every release that breaks something should say so.',
  minN: 5,
  version: 1,
  guardedBy: 'follow-up-fixes',

  observe({ history, work, releases, notes }, window) {
    if (!releases.collected) return notCollected(releases.because, 'No releases were seen.');
    if (!notes.collected) return notCollected(notes.because, 'No release notes were read.');
    if (history.commits.length === 0) return notCollected(null, 'Single changes were not seen, only releases.');
    const observations: Observation[] = [];
    let eligible = 0;
    for (const [place, release] of releases.all.entries()) {
      if (release.pre || !within(window, release.at)) continue;
      const broken = release.brings.filter((index) => breaks(index, { history, work }));
      if (broken.length === 0) continue;
      eligible += 1;
      const note = notes.byRelease.get(place);
      // A release whose notes were not found is not known to be silent.
      if (note === undefined) continue;
      const hit = note.lines.some((line) => ADMITS.test(line));
      const change = history.commits[broken[0] as number]?.id;
      const evidence = [note.evidence, ...(change === undefined ? [] : [change])];
      observations.push({ block: weekOf(release.at), hit, evidence });
    }
    if (eligible === 0) {
      return { state: 'not-applicable', because: 'No change of this window says that it breaks anything.' };
    }
    return {
      observations: observations.sort((a, b) => Number(a.hit) - Number(b.hit)),
      coverage: { eligible, observed: observations.length },
      noted: { said: observations.filter(({ hit }) => hit).length },
    };
  },

  say({ n, noted }) {
    const said = Number(noted.said ?? 0);
    if (n === 0) return 'No notes were found of the releases that break something.';
    return `${thousands(said)} of ${counted(n, 'release')} that ${n === 1 ? 'breaks' : 'break'} something ${said === 1 ? 'says' : 'say'} so in the notes.`;
  },

  remedy: {
    title: 'Say in the notes what breaks, first',
    hypothesis:
      'We believe that people forgive what they were told of, because what costs them is the search for the cause.',
    tellTale: 'breaking releases whose notes say so',
    effort: 'minutes',
    soonestDays: 60,
  },

  imagine(observations) {
    return observations.map((release) => ({ ...release, hit: true }));
  },
});

/** The change's own message says that it breaks something, and a person made it of what customers get. */
function breaks(index: number, { history, work }: Pick<FactValues, 'history' | 'work'>): boolean {
  const commit = history.commits[index];
  return commit?.breaking === true && !commit.merge && work.bot[index] !== 1 && work.making[index] === 1;
}
