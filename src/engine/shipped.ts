/** Releases and what each answered: which asks, how long they waited, who was told, who said that it helped. */
import { type MovedAfter, meanOf, movedAfter, rateOf } from '#core/statistics/after-dates.ts';
import { DAY, instantOf } from '#core/time.ts';
import type { FactValues } from '#facts/values.ts';
import type { Thread } from '#facts/voice-values.ts';
import type { Store } from '#store/store.ts';
import { firstWords } from './first-words.ts';
import { factsNow } from './links.ts';

export interface AnsweredAsk {
  readonly evidence: string;
  readonly text: string;
  readonly url: string | null;
  readonly askedAt: string;
  readonly waitedDays: number;
  /** Persons are numbered, not named. */
  readonly asker: number | null;
  /** How the change is known to answer it. */
  readonly how: readonly string[];
  /** How likely the link is right, where nobody wrote it down; 1 where somebody did. */
  readonly confidence: number;
  readonly told: { readonly at: string; readonly by: 'human' | 'bot' | 'notes' } | null;
  readonly helped: { readonly at: string; readonly evidence: string } | null;
}

export interface ShippedRelease {
  readonly version: string;
  readonly name: string;
  readonly at: string;
  /** How far it went; null where its changes are not known. */
  readonly step: string | null;
  readonly preview: boolean;
  readonly changes: number;
  /** Changes in it that users could notice and that no ask is known for. */
  readonly unasked: number;
  readonly people: number;
  readonly evidence: readonly string[];
  readonly answered: readonly AnsweredAsk[];
}

export interface ShippedTold {
  readonly releases: readonly ShippedRelease[];
  /** Why nothing can be told; null where something can. */
  readonly because: string | null;
  /** Whether answers can be told at all: changes and asks were both gathered. */
  readonly linked: boolean;
  /** What customers do in the four weeks after releases against the four before; null where too little is known. */
  readonly after: {
    /** Logarithm of how many pieces of feedback a day. */
    readonly said: MovedAfter | null;
    /** Stars, one to five. */
    readonly rated: MovedAfter | null;
  };
}

/** Newest first. */
export async function shippedTold(store: Store, productId: string): Promise<ShippedTold> {
  const facts = await factsNow(store, productId, ['releases', 'threads', 'work', 'history']);
  const { releases, threads, work } = facts;
  const carried = Map.groupBy(
    threads.all.filter(
      ({ shipped, side }) => shipped !== null && shipped.release >= 0 && side !== 'maker' && side !== 'bot',
    ),
    ({ shipped }) => (shipped as NonNullable<Thread['shipped']>).release,
  );
  const words = await wordsOf(store, productId, [...carried.values()].flat());
  const asked = new Set([
    ...threads.commitNames.keys(),
    ...threads.all.flatMap(({ links }) => links.map(({ commit }) => commit)),
  ]);
  const told = releases.all.map((release, index): ShippedRelease => {
    const own = carried.get(index) ?? [];
    const seen = release.brings.filter((commit) => work.visible[commit] === 1 && work.bot[commit] !== 1);
    return {
      ...{ version: release.version, name: release.name, at: instantOf(release.at) },
      ...{ step: release.step, preview: release.pre, evidence: release.evidence ?? [] },
      changes: seen.length,
      unasked: seen.filter((commit) => !asked.has(commit)).length,
      people: peopleIn(own),
      answered: own.map((thread) => answeredBy(thread, words)).sort((a, b) => b.waitedDays - a.waitedDays),
    };
  });
  return {
    releases: told.reverse(),
    because: releases.because,
    linked: threads.collected && threads.linked,
    after: afterReleases(facts),
  };
}

/** Days are counted from the first thing that was said to the last day that is known. */
function afterReleases({ releases, threads }: Pick<FactValues, 'releases' | 'threads'>): ShippedTold['after'] {
  const voices = threads.all.filter(({ side }) => side !== 'maker' && side !== 'bot');
  const from = voices[0]?.at;
  if (from === undefined) return { said: null, rated: null };
  const days = Math.floor((threads.until - from) / DAY) + 1;
  const [said, stars, rated] = Array.from({ length: 3 }, () => new Float64Array(days)) as Series;
  for (const { at, stars: given } of voices) {
    const day = Math.floor((at - from) / DAY);
    said[day] = (said[day] ?? 0) + 1;
    if (given === null) continue;
    stars[day] = (stars[day] ?? 0) + given;
    rated[day] = (rated[day] ?? 0) + 1;
  }
  const dates = releases.all
    .filter(({ pre, step }) => !pre && step !== null)
    .map(({ at }) => Math.floor((at - from) / DAY));
  const own = [...new Set(dates)];
  return { said: movedAfter(rateOf(said), own, days), rated: movedAfter(meanOf(stars, rated), own, days) };
}

type Series = [Float64Array, Float64Array, Float64Array];

function answeredBy(thread: Thread, words: ReadonlyMap<string, { text: string; url: string | null }>): AnsweredAsk {
  const { id, at, asker, links, shipped, told, helped } = thread;
  const { text = '', url = null } = words.get(id) ?? {};
  return {
    ...{ evidence: id, text, url, askedAt: instantOf(at) },
    waitedDays: Math.round(((shipped?.at ?? at) - at) / DAY),
    asker: asker < 0 ? null : asker,
    how: [...new Set(links.map(({ how }) => how))].sort(),
    confidence: shipped?.p ?? 1,
    told: told && { at: instantOf(told.at), by: told.by },
    helped: helped && { at: instantOf(helped.at), evidence: helped.evidence },
  };
}

/** Those who are not named count one each. */
function peopleIn(threads: readonly Thread[]): number {
  const known = threads.filter(({ asker }) => asker >= 0);
  return new Set(known.map(({ asker }) => asker)).size + threads.length - known.length;
}

const PIECE = 1_000;

async function wordsOf(store: Store, productId: string, threads: readonly Thread[]) {
  const words = new Map<string, { text: string; url: string | null }>();
  for (let from = 0; from < threads.length; from += PIECE) {
    const ids = threads.slice(from, from + PIECE).map(({ id }) => id);
    for (const row of await store.read.evidence(productId, ids))
      words.set(row.id, { text: firstWords(row), url: row.url });
  }
  return words;
}

/** By version or name, as people write them: `v2.1` is `2.1`. Newest first. */
export function releaseMeant(releases: readonly ShippedRelease[], said: string): ShippedRelease | null {
  const plain = (text: string) => text.toLowerCase().replace(/^v(?=\d)/, '');
  const wanted = plain(said);
  // Who says 2.0 means 2.0.0.
  const names = [wanted, `${wanted}.0`, `${wanted}.0.0`];
  return releases.find(({ version, name }) => names.includes(plain(version)) || plain(name) === wanted) ?? null;
}
