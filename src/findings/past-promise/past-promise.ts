/** A promise with a time that has passed, and nothing that says it was kept. Page for readers: past-promise.md. */

import { contentWords } from '#core/content-words.ts';
import type { Found } from '#core/finding.ts';
import { DAY, type Window, within } from '#core/time.ts';
import type { Claims, FactValues } from '#facts/values.ts';
import { defineFinding } from '../define-finding.ts';
import { inWords, onDay } from '../wording.ts';

/** A month late is a slip that everybody has. */
const LATE = 30 * DAY;
/** Two words in three of what was promised: what says so speaks of the same thing. */
const SAME = 2 / 3;
const MOST = 3;
/** Words of time and of lists say nothing of what is promised. */
const TIMES =
  /^(?:spring|summer|autumn|fall|winter|year|quarter|first|second|third|fourth|christmas|end|next|soon|late|later|early|before|during|done|ready|january|february|march|april|may|june|july|august|september|october|november|december|q[1-4]|\d+)$/;

type Needs = Pick<FactValues, 'claims' | 'notes' | 'releases' | 'history'>;
type Place = Claims['places'][number];

export default defineFinding({
  id: 'past-promise',
  facts: ['claims', 'notes', 'releases', 'history'],
  version: 1,
  precision: { right: 0, of: 0, on: 'no product outside the examples yet' },
  find: (facts, window) => {
    const found = facts.claims.places.flatMap((place) => brokenIn(place, facts, window));
    return newestOfEach(found)
      .slice(0, MOST)
      .map((one) => toFound(one, window));
  },
});

interface Broken {
  readonly place: Place;
  readonly words: readonly string[];
  readonly first: { readonly id: string; readonly at: number; readonly line: number; readonly due: number };
  /** The copy that stopped saying it; null while it stands. */
  readonly gone: {
    readonly at: number;
    readonly instead: { readonly id: string; readonly line: number } | null;
  } | null;
}

function brokenIn(place: Place, facts: Needs, window: Window): readonly Broken[] {
  const copies = place.copies.filter(({ at }) => at <= window.to);
  const seen = new Set<string>();
  return copies.flatMap((copy, order) =>
    copy.promises.flatMap((promise): readonly Broken[] => {
      const words = [...contentWords(promise.text)].filter((word) => !TIMES.test(word));
      if (words.length === 0 || seen.has(promise.text)) return [];
      seen.add(promise.text);
      const { due } = promise;
      if (
        due === null ||
        !within(window, due) ||
        due > window.to - LATE ||
        isKept(words, copy.at, place, facts, window)
      )
        return [];
      const dropped = copies
        .slice(order + 1)
        .find(({ promises }) => !promises.some(({ text }) => text === promise.text));
      // Taken back before its time is a change of plans, and honest.
      if (dropped && dropped.at < due) return [];
      const instead = dropped?.promises.find(({ text }) => isAbout(text, words));
      const gone = dropped
        ? { at: dropped.at, instead: instead ? { id: dropped.id, line: instead.line } : null }
        : null;
      return [{ place, words, first: { id: copy.id, at: copy.at, line: promise.line, due }, gone }];
    }),
  );
}

/** A release note, a change that users can read of, or a later copy says it is done, within a month of its time. */
function isKept(words: readonly string[], since: number, place: Place, facts: Needs, { to }: Window): boolean {
  const said = place.copies.flatMap(({ at, done }) => (at > since && at <= to ? done : []));
  const noted = [...facts.notes.byRelease].flatMap(([release, { lines }]) => {
    const at = facts.releases.all[release]?.at ?? 0;
    return at > since - LATE && at <= to ? lines : [];
  });
  const changed = facts.history.commits.flatMap(({ subject, landedAt }) =>
    landedAt !== null && landedAt > since && landedAt <= to ? subject : [],
  );
  return [...said, ...noted, ...changed].some((line) => isAbout(line, words));
}

function isAbout(line: string, words: readonly string[]): boolean {
  const there = contentWords(line);
  return words.filter((word) => there.has(word)).length >= words.length * SAME;
}

/** One thing that is promised twice, or on two pages, is one finding: the newest time speaks. */
function newestOfEach(all: readonly Broken[]): readonly Broken[] {
  const sorted = all.toSorted((a, b) => b.first.due - a.first.due || b.first.at - a.first.at);
  return sorted.filter(
    (one, order) => !sorted.slice(0, order).some((other) => isAbout(other.words.join(' '), one.words)),
  );
}

function toFound({ place, first, gone }: Broken, { to }: Window): Found {
  const weeks = Math.max(1, Math.round(((gone?.at ?? to) - first.due) / (7 * DAY)));
  const late = `${inWords(weeks)} ${weeks === 1 ? 'week' : 'weeks'}`;
  const what =
    gone === null
      ? `still stands there ${late} after its time`
      : gone.instead
        ? `was moved on ${onDay(gone.at)}, after its time`
        : `was taken out on ${onDay(gone.at)}, after its time`;
  return {
    sentence: `A promise of ${place.name} ${what}, and nothing that was read says it was kept.`,
    at: first.due,
    people: null,
    quotes: [
      { evidence: first.id, field: 'body', line: first.line, where: `${place.name}, ${onDay(first.at)}` },
      ...(gone?.instead
        ? [{ evidence: gone.instead.id, field: 'body', line: gone.instead.line, where: `${onDay(gone.at)}` } as const]
        : []),
    ],
    step: 'Say what became of it, where it was promised.',
    weight: 3,
  };
}
