/** Features that people could notice, each with an earlier ask that it names or whose words it shares; or with none. */
import { isFunctionWord } from '#language/group/function-words.ts';
import { Stems, wordsOf } from '#language/words.ts';
import { computeFact } from './define-fact.ts';
import type { Feature, Features, Subjects } from './need-values.ts';
import { readSubject } from './rules/subject.ts';
import type { FactValues } from './values.ts';

/** Of the weight of a feature's words, and of an ask's, how much they must share: set by eye on Gallop and one tracker. */
const [SAME, ASKED_SAME] = [0.6, 0.5] as const;
/** Two rare words, or the only one that there is. */
const LEAST_SHARED = 2;
/** A word that more of all pieces hold tells no subject. */
const COMMON = 0.05;
/** Words of changes that say nothing of what was changed. */
const OF_CHANGES =
  /^(?:add|added|adds|allow|enable|implement|introduce|support|new|use|make|feature|option|update|improve|initial|first)$/;

type Facts = Pick<FactValues, 'history' | 'work' | 'threads' | 'subjects' | 'origins'>;

export default computeFact({
  id: 'features',
  version: 1,
  facts: ['history', 'work', 'threads', 'subjects', 'origins'],
  compute: (facts: Facts): Features => {
    const { history, work, threads } = facts;
    const asks = threads.all.filter(({ side, asks: asked }) => asked && side !== 'maker' && side !== 'bot');
    const heardFrom = asks[0]?.at ?? Number.POSITIVE_INFINITY;
    const because =
      history.commits.length === 0 ? 'No history of changes was read.' : asks.length === 0 ? 'No ask was read.' : null;
    if (because !== null) return { collected: false, because, all: [], heardFrom, written: new Map() };
    const before = earlierAsks(asks, facts.subjects);
    const written = new Map<number, string>();
    const all = history.commits.flatMap(({ id, at, landedAt, merge, subject }, index): Feature[] => {
      const own = !merge && work.visible[index] === 1 && work.bot[index] !== 1 && work.kind[index] === 'feature';
      if (!own || landedAt === null) return [];
      const { known, unknown } = stemsOf(subject, facts.subjects, written);
      const named = facts.origins.of[index] === 1 ? (facts.origins.evidence.get(index) ?? null) : null;
      return [{ id, at, landedAt, asked: named ?? before(known, unknown, at), stems: known }];
    });
    return { collected: true, because: null, all, heardFrom, written };
  },
});

const stems = new Stems();

/** Those that some piece of feedback has as well, by number, and how many there are besides. */
function stemsOf(subject: string, { numbers }: Subjects, written: Map<number, string>) {
  const words = wordsOf(readSubject(subject).words).filter((word) => !isFunctionWord(word) && !OF_CHANGES.test(word));
  const known = new Set<number>();
  const unknown = new Set<string>();
  for (const word of words) {
    const stem = stems.of(word);
    const number = numbers.get(stem);
    if (number === undefined) unknown.add(stem);
    else {
      known.add(number);
      if (!written.has(number)) written.set(number, word);
    }
  }
  return { known: [...known], unknown: unknown.size };
}

/** Answers the oldest ask before a moment that shares enough of the words; null where none does. */
function earlierAsks(asks: readonly { readonly id: string; readonly at: number }[], { of, spread }: Subjects) {
  const pieces = Math.max(2, of.size);
  const weight = (stem: number) => Math.log(pieces / (spread[stem] ?? 1));
  const rare = (stem: number) => (spread[stem] ?? 0) <= Math.max(3, COMMON * pieces);
  const holding = new Map<number, number[]>();
  for (const [place, { id }] of asks.entries()) {
    for (const stem of of.get(id) ?? []) if (rare(stem)) holding.set(stem, [...(holding.get(stem) ?? []), place]);
  }
  return (known: readonly number[], unknown: number, until: number): string | null => {
    const telling = known.filter(rare);
    // A word that nobody ever wrote weighs as much as the rarest that somebody did.
    const whole = telling.reduce((sum, stem) => sum + weight(stem), 0) + unknown * Math.log(pieces);
    const shared = new Map<number, { count: number; weight: number }>();
    for (const stem of telling) {
      for (const place of holding.get(stem) ?? []) {
        if ((asks[place]?.at ?? until) >= until) break;
        const { count, weight: sum } = shared.get(place) ?? { count: 0, weight: 0 };
        shared.set(place, { count: count + 1, weight: sum + weight(stem) });
      }
    }
    const least = Math.min(LEAST_SHARED, telling.length + unknown);
    let first = Number.POSITIVE_INFINITY;
    for (const [place, own] of shared) {
      if (place > first || own.count < least || own.weight < SAME * whole) continue;
      const asked = of.get(asks[place]?.id ?? '') ?? [];
      if (own.weight >= ASKED_SAME * asked.reduce((sum, stem) => sum + weight(stem), 0)) first = place;
    }
    return asks[first]?.id ?? null;
  };
}
