/** Releases of the year that hold no change at all. Page for readers: hollow-releases.md. */
import { type Window, within } from '#core/time.ts';
import { capital, monthOf, onDay } from '#core/wording.ts';
import type { FactValues, Release } from '#facts/values.ts';
import { defineFinding } from '../define-finding.ts';
import { inWords } from '../wording.ts';

/** One may be a publication that failed and was tagged again; three are a habit. */
const ENOUGH = 3;
/** A version set again on one commit has a line or two of notes at most. */
const TOLD = 3;

type Needs = Pick<FactValues, 'history' | 'releases' | 'notes'>;

interface Hollow {
  readonly release: Release;
  /** Lines of its notes. */
  readonly told: number;
}

export default defineFinding({
  id: 'hollow-releases',
  facts: ['history', 'releases', 'notes'],
  version: 1,
  precision: { right: 2, of: 2, on: 'AppFlowy (25 releases) and nylas-mail (three), by the commit of each tag' },
  find: (facts, window) => {
    if (!facts.releases.collected || !facts.history.whole) return [];
    const hollow = hollowIn(facts, window);
    const [first] = hollow;
    const last = hollow.at(-1);
    if (!first || !last || hollow.length < ENOUGH) return [];
    const told = hollow.reduce((sum, one) => sum + one.told, 0);
    const loudest = hollow.reduce((most, one) => (one.told > most.told ? one : most), first);
    const opening = `${capital(inWords(hollow.length))} releases since ${monthOf(first.release.at)} hold no change`;
    const tells = told >= TOLD;
    return [
      {
        sentence: tells
          ? `${opening}, and their notes tell of ${inWords(told)}.`
          : `${opening} that an earlier one lacks.`,
        at: first.release.at,
        people: null,
        quotes: [
          quoteOf(tells ? loudest.release : first.release, tells ? `, ${inWords(loudest.told)} lines of notes` : ''),
          quoteOf(last.release, ', the newest of them'),
        ],
        step: tells
          ? 'Publish the work that the notes tell of, or say where it is done.'
          : 'Say why they were released.',
        weight: tells ? 3 : 1,
      },
    ];
  },
});

/** Tags of the product's main line on a commit that an earlier final release of that line already stands on. */
function hollowIn({ releases, notes }: Needs, window: Window): readonly Hollow[] {
  const stood = new Set<number>();
  return releases.all.flatMap((release, order) => {
    const { pre, line, placed, at, commit } = release;
    if (pre || line !== releases.mainLine || placed !== 'tag' || commit < 0) return [];
    const known = stood.has(commit);
    stood.add(commit);
    if (!known || !within(window, at)) return [];
    return [{ release, told: notes.byRelease.get(order)?.lines.length ?? 0 }];
  });
}

function quoteOf({ id, at }: Release, more: string) {
  return { evidence: id, field: 'title', where: `released ${onDay(at)}${more}` } as const;
}
