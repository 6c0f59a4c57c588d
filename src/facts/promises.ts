/** What README and pages promised by a time, and what became of each: said to be done, taken back, put off, or nothing that was read. */
import { contentWords } from '#core/content-words.ts';
import { DAY } from '#core/time.ts';
import { computeFact } from './define-fact.ts';
import type { PromiseMade, Promises, Saying } from './promise-values.ts';
import type { Claims, FactValues } from './values.ts';

/** A release note may come a month before its page does. */
const EARLY = 30 * DAY;
/** Two words in three of what was promised: what says so speaks of the same thing. */
const SAME = 2 / 3;
/** Words of time and of lists say nothing of what is promised. */
const TIMES =
  /^(?:spring|summer|autumn|fall|winter|year|quarter|first|second|third|fourth|christmas|end|next|soon|late|later|early|before|during|done|ready|january|february|march|april|may|june|july|august|september|october|november|december|q[1-4]|\d+)$/;

type Shipped = Pick<FactValues, 'notes' | 'releases' | 'history'>;
type Place = Claims['places'][number];

export default computeFact({
  id: 'promises',
  version: 1,
  facts: ['claims', 'notes', 'releases', 'history'],
  compute: ({ claims, notes, releases, history }): Promises => ({
    known: history.commits.length > 0 || notes.byRelease.size > 0,
    all: claims.places.flatMap((place) => promisesOf(place, { notes, releases, history })),
  }),
});

/** Each once for each place, as it was first written. */
function promisesOf(place: Place, shipped: Shipped): readonly PromiseMade[] {
  const seen = new Set<string>();
  return place.copies.flatMap((copy, order) =>
    copy.promises.flatMap((promise): readonly PromiseMade[] => {
      const words = [...contentWords(promise.text)].filter((word) => !TIMES.test(word));
      if (words.length === 0 || seen.has(promise.text)) return [];
      seen.add(promise.text);
      const dropped = place.copies
        .slice(order + 1)
        .find(({ promises }) => !promises.some(({ text }) => text === promise.text));
      const instead = dropped?.promises.find(({ text }) => isAbout(text, words));
      const { text, line, due } = promise;
      return [
        {
          ...{ place: place.name, evidence: copy.id, at: copy.at, text, line, due, words },
          gone: dropped
            ? { at: dropped.at, instead: instead ? { evidence: dropped.id, line: instead.line } : null }
            : null,
          ...keptBy(words, copy.at, place, shipped),
        },
      ];
    }),
  );
}

/** The first release note or later copy that says it is done, and the first change that speaks of it. */
function keptBy(
  words: readonly string[],
  since: number,
  place: Place,
  shipped: Shipped,
): Pick<PromiseMade, 'kept' | 'touched'> {
  const { notes, releases, history } = shipped;
  const said = place.copies.flatMap(({ id, at, done }) =>
    at > since ? done.map((text) => ({ evidence: id, at, text })) : [],
  );
  const noted = [...notes.byRelease].flatMap(([release, { evidence, lines }]) => {
    const at = releases.all[release]?.at ?? 0;
    return at > since - EARLY ? lines.map((text) => ({ evidence, at, text })) : [];
  });
  const changed = history.commits.flatMap(({ id, subject, landedAt }) =>
    landedAt !== null && landedAt > since ? { evidence: id, at: landedAt, text: subject } : [],
  );
  const first = (some: readonly Saying[]) =>
    some.filter(({ text }) => isAbout(text, words)).toSorted((a, b) => a.at - b.at)[0] ?? null;
  return { kept: first([...noted, ...said]), touched: first(changed) };
}

function isAbout(line: string, words: readonly string[]): boolean {
  const there = contentWords(line);
  return words.filter((word) => there.has(word)).length >= words.length * SAME;
}
