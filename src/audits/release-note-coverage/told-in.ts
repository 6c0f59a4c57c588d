/** Which notes tell of a final release: its own, and those of the pre-releases that led to it. */
import type { History, Notes, Release, Releases } from '#facts/values.ts';
import { type NameIndex, nameIndex } from './name-index.ts';

interface Told {
  readonly index: NameIndex;
  /** Only bare commit lists were found. */
  readonly pasted: boolean;
  readonly evidence: readonly string[];
}

const indexed = new WeakMap<Notes, Map<string, NameIndex>>();

/** Fourteen windows ask for the same notes: they are indexed once. */
function indexOnce(notes: Notes, places: readonly number[], known: readonly { lines: readonly string[] }[]): NameIndex {
  const kept = indexed.get(notes) ?? new Map<string, NameIndex>();
  indexed.set(notes, kept);
  const key = places.join(' ');
  const index = kept.get(key) ?? nameIndex(known.flatMap(({ lines }) => lines));
  kept.set(key, index);
  return index;
}

/** For a place in `Releases.all`: its notes, `silent` when their makers left it out, or null when none are known. */
export function notesFinder(
  { history, releases, notes }: { history: History; releases: Releases; notes: Notes },
  until: number,
): (release: number) => Told | 'silent' | null {
  const finals = new Map<string, number[]>();
  const early = new Map<string, number[]>();
  for (const [place, release] of releases.all.entries()) {
    if (release.at > until) continue;
    if (release.pre) append(early, seriesOf(release), place);
    else append(finals, release.line, place);
  }
  const missed = new Set([...finals.values()].flatMap((places) => holesIn(places, releases, notes)));
  return (place) => {
    const release = releases.all[place];
    if (!release) return null;
    const before = (early.get(seriesOf(release)) ?? []).filter((other) => other < place);
    const places = [place, ...before].filter((other) => notes.byRelease.has(other));
    const known = places.flatMap((other) => notes.byRelease.get(other) ?? []);
    if (known.length > 0) {
      return {
        index: indexOnce(notes, places, known),
        pasted: known.every(({ pasted }) => pasted),
        evidence: known.map(({ evidence }) => evidence),
      };
    }
    // Notes of a release that was cut from another branch are kept on that branch.
    const elsewhere = history.commits[release.commit]?.landedAt === null;
    return missed.has(place) && !elsewhere ? 'silent' : null;
  };
}

/**
 * Releases of one line without notes between two that have them, in the order of versions: notes of older series are
 * often kept on their own branches, so that in the order of time they would look left out.
 */
function holesIn(places: readonly number[], releases: Releases, notes: Notes): number[] {
  const ordered = places
    .map((place) => ({ place, numbers: (releases.all[place]?.version ?? '').split('.').map(Number) }))
    .sort((a, b) => byNumbers(a.numbers, b.numbers))
    .map(({ place }) => place);
  const has = (place: number) => notes.byRelease.has(place);
  const first = ordered.findIndex(has);
  return ordered.slice(Math.max(first, 0), ordered.findLastIndex(has) + 1).filter((place) => !has(place));
}

function byNumbers(left: readonly number[], right: readonly number[]): number {
  for (let part = 0; part < Math.max(left.length, right.length); part += 1) {
    const difference = (left[part] || 0) - (right[part] || 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** `vite 8.0.0` for 8.0.0 and for 8.0.0-beta.3 of the line `vite`. */
function seriesOf({ line, version }: Release): string {
  return `${line} ${/^\d+(?:\.\d+){0,3}/.exec(version)?.[0] ?? version}`;
}

function append(lists: Map<string, number[]>, key: string, place: number): void {
  const list = lists.get(key);
  if (list) list.push(place);
  else lists.set(key, [place]);
}
