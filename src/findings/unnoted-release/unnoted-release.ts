/** Releases that the changelog leaves out although it tells of those before. Page for readers: unnoted-release.md. */
import { DAY, type Window, within } from '#core/time.ts';
import { monthOf, onDay } from '#core/wording.ts';
import type { FactValues, Release } from '#facts/values.ts';
import { defineFinding } from '../define-finding.ts';
import { inWords } from '../wording.ts';

/** Notes are a habit where 19 of the 20 releases before have them, or all of a shorter history of ten. */
const BEFORE = 20;
const LEAST_BEFORE = 10;
const HABIT = 0.95;
/** Fewer may still be written. */
const ENOUGH = 3;
/** Notes may follow a release within days. */
const LATE = 14 * DAY;

type Needs = Pick<FactValues, 'history' | 'releases' | 'releaseRows'>;

interface Place {
  readonly release: Release;
  /** The changelog has a heading for it, with or without lines. */
  readonly noted: boolean;
}

export default defineFinding({
  id: 'unnoted-release',
  facts: ['history', 'releases', 'releaseRows'],
  version: 1,
  precision: { right: 1, of: 1, on: 'AppFlowy' },
  find: (facts, window) => {
    if (!facts.releases.collected) return [];
    const places = placesIn(facts, window);
    const left = places.flatMap(({ release, noted }, index) =>
      !noted && within(window, release.at) && release.at <= window.to - LATE ? [index] : [],
    );
    const [first] = left;
    if (first === undefined || !isHabit(places.slice(0, first))) return [];
    // A single one left out is a slip; where the newest are all left out the changelog was given up, or moved.
    if (left.length < ENOUGH || left.length !== places.length - first) return [];
    const before = places.slice(0, first).findLast(({ noted }) => noted)?.release;
    const oldest = places[first]?.release;
    if (!before || !oldest) return [];
    return [
      {
        sentence: `The changelog stops at ${before.name}; ${inWords(left.length)} releases since ${monthOf(oldest.at)} are not in it.`,
        at: oldest.at,
        people: null,
        quotes: [
          { evidence: oldest.id, field: 'title', where: `released ${onDay(oldest.at)}, not in the changelog` },
          { evidence: before.id, field: 'title', where: `released ${onDay(before.at)}, the last in it` },
        ],
        step: 'Write their lines, or say where they stand now.',
        weight: 2,
      },
    ];
  },
});

/** Final releases of the main line by time, cut from the default branch: a branch for repairs keeps its own changelog. */
function placesIn({ history, releases, releaseRows }: Needs, { to }: Window): readonly Place[] {
  const headings = new Set(releaseRows.all.flatMap(({ id, source }) => (source === 'notes' ? id : [])));
  return releases.all.flatMap((release) => {
    if (release.pre || release.line !== releases.mainLine || release.at > to || release.placed !== 'tag') return [];
    if ((history.commits[release.commit]?.landedAt ?? null) === null) return [];
    return [{ release, noted: release.evidence?.some((id) => headings.has(id)) ?? false }];
  });
}

function isHabit(before: readonly Place[]): boolean {
  const last = before.slice(-BEFORE);
  return last.length >= LEAST_BEFORE && last.filter(({ noted }) => noted).length >= last.length * HABIT;
}
