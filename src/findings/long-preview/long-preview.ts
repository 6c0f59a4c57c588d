/** A version that is in preview for more than half a year and not final yet. Page for readers: long-preview.md. */
import { type Window, YEAR_OF_WEEKS } from '#core/time.ts';
import { monthOf, onDay } from '#core/wording.ts';
import type { FactValues, Release } from '#facts/values.ts';
import { defineFinding } from '../define-finding.ts';
import { inWords } from '../wording.ts';

/** Ours: only three versions of 34 histories were in preview for a year, too few to know; half a year names eight. Two previews are no series. */
const LONG = YEAR_OF_WEEKS / 2;
const ENOUGH = 3;

type Needs = Pick<FactValues, 'history' | 'work' | 'releases'>;

export default defineFinding({
  id: 'long-preview',
  facts: ['history', 'work', 'releases'],
  version: 2,
  precision: {
    right: 8,
    of: 8,
    on: 'datasette, logchimp, mocha 12, vite 6, notebook 7, jekyll 3, rails 3 and rails 6, as of past months, by the days of their tags',
  },
  find: (facts, window) => {
    if (!facts.releases.collected) return [];
    const series = seriesIn(facts, window);
    const [first] = series;
    const newest = series.at(-1);
    const final = finalBefore(facts, window);
    if (!first || !newest || !final || series.length < ENOUGH || first.at > window.to - LONG) return [];
    const waits = onlyIn(series, facts, window);
    return [
      {
        sentence: `${numberOf(first)} has been in preview since ${monthOf(first.at)}, ${inWords(series.length)} times, and ${inWords(waits)} changes that users meet are in no final release.`,
        at: first.at,
        people: null,
        quotes: [
          { evidence: first.id, field: 'title', where: `the first, ${onDay(first.at)}` },
          { evidence: final.id, field: 'title', where: `the newest final release, ${onDay(final.at)}` },
        ],
        step: `Say what keeps ${numberOf(first)} from being final, or make it final.`,
        weight: 2,
      },
    ];
  },
});

/** `1.0a3` and `1.0.0-beta.2` are previews of `1.0`. */
function numberOf({ version }: Release): string {
  const number = /^v?\d+(?:\.\d+)*/.exec(version)?.[0] ?? version;
  return number.replace(/^(v?\d+\.\d+)\.0$/, '$1');
}

/** The previews of the newest number that has any and no final release, where the newest is of the window. */
function seriesIn({ releases }: Needs, { from, to }: Window): readonly Release[] {
  const known = releases.all.filter(({ at, line }) => at <= to && line === releases.mainLine);
  const newest = known.findLast(({ pre }) => pre);
  if (!newest || newest.at < from) return [];
  const number = numberOf(newest);
  if (known.some((release) => !release.pre && isAtLeast(numberOf(release), number))) return [];
  return known.filter((release) => release.pre && numberOf(release) === number);
}

function isAtLeast(one: string, other: string): boolean {
  const [a, b] = [one, other].map((number) => number.replace(/^v/, '').split('.').map(Number));
  for (const [place, part] of (b ?? []).entries()) if ((a?.[place] ?? 0) !== part) return (a?.[place] ?? 0) > part;
  return true;
}

function finalBefore({ releases }: Needs, { to }: Window): Release | undefined {
  return releases.all.findLast(({ pre, at, line }) => !pre && at <= to && line === releases.mainLine);
}

/** Work by people that no final release of the time carries, nor a copy of it: copies keep their subject. */
function onlyIn(series: readonly Release[], { history, work, releases }: Needs, { to }: Window): number {
  const isOut = (index: number) =>
    (releases.all[releases.firstFinal[index] ?? -1]?.at ?? Number.POSITIVE_INFINITY) <= to;
  const released = new Set(history.commits.flatMap(({ subject }, index) => (isOut(index) ? subject : [])));
  const brought = new Set(series.flatMap(({ brings }) => brings));
  return [...brought].filter(
    (index) =>
      work.visible[index] === 1 &&
      work.bot[index] !== 1 &&
      !isOut(index) &&
      !released.has(history.commits[index]?.subject ?? ''),
  ).length;
}
