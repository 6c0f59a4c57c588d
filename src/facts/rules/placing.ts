/** Finds the commit of each release: by its tag, by a commit that names the version, or by its date. */
import { WEEK } from '#core/time.ts';
import type { History, Release } from '../values.ts';
import { isVersioning } from './kind-words.ts';
import type { Draft } from './release-merge.ts';
import { readSubject } from './subject.ts';
import { compareVersions, readVersion, type Version, versionKey } from './versions.ts';

export interface Place {
  readonly commit: number;
  readonly placed: NonNullable<Release['placed']> | null;
}

const NOWHERE: Place = { commit: -1, placed: null };

/** In the order of `drafts`, which is that of time. */
export function placeReleases(history: History, drafts: readonly Draft[]): readonly Place[] {
  const shas = new Map(drafts.flatMap(({ sha }) => (sha === null ? [] : [[sha, -1]])));
  for (const [index, { sha }] of history.commits.entries()) if (shas.has(sha)) shas.set(sha, index);
  const tagged = drafts.map(({ sha }) => (sha === null ? -1 : (shas.get(sha) ?? -1)));
  if (tagged.every((commit) => commit >= 0)) return tagged.map((commit) => ({ commit, placed: 'tag' }));
  const named = versionCommits(history);
  const line = firstParents(history);
  const highest = new Map<string, Version>();
  return drafts.map((draft, index) => {
    const commit = tagged[index] as number;
    const version = readVersion(draft.version);
    const before = highest.get(draft.line);
    const leads = version !== null && (before === undefined || compareVersions(version, before) > 0);
    if (version !== null && leads) highest.set(draft.line, version);
    if (commit >= 0) return { commit, placed: 'tag' };
    const bySubject = nearest(history, named.get(versionKey(draft.version)) ?? [], draft);
    if (bySubject >= 0) return { commit: bySubject, placed: 'subject' };
    // A patch of an older series was cut from another branch: the default branch of its day says nothing about it.
    const byDate = leads ? newestBy(line, draft.until) : -1;
    return byDate < 0 ? NOWHERE : { commit: byDate, placed: 'date' };
  });
}

/** Commits whose subject is about a version number, by that version. */
function versionCommits({ commits }: History): Map<string, number[]> {
  const named = new Map<string, number[]>();
  for (const [index, { subject, merge }] of commits.entries()) {
    if (merge || !/\d\.\d/.test(subject)) continue;
    const { words } = readSubject(subject);
    const version = isVersioning(words) ? /\d{1,10}(?:\.\d{1,10}){1,5}[\w.-]{0,40}/.exec(words)?.[0] : undefined;
    if (version === undefined) continue;
    const key = versionKey(version);
    named.set(key, [...(named.get(key) ?? []), index]);
  }
  return named;
}

/** The one nearest in time and at most a week away, since the same version may be named for several packages. */
function nearest({ commits }: History, found: readonly number[], { at, line }: Draft): number {
  let best = -1;
  let away = WEEK;
  for (const index of found) {
    const commit = commits[index];
    if (!commit || (line !== '' && !commit.subject.includes(line))) continue;
    const distance = Math.abs(commit.at - at);
    if (distance < away) [best, away] = [index, distance];
  }
  return best;
}

interface Landed {
  readonly commit: number;
  /** The latest time up to here: clocks differ, the line goes on. */
  readonly at: number;
}

/** The first-parent line, oldest first. */
function firstParents({ commits, head }: History): readonly Landed[] {
  const line: number[] = [];
  for (let index = head; index >= 0; index = commits[index]?.parents[0] ?? -1) line.push(index);
  let latest = Number.NEGATIVE_INFINITY;
  return line.reverse().map((commit) => {
    latest = Math.max(latest, commits[commit]?.at ?? latest);
    return { commit, at: latest };
  });
}

function newestBy(line: readonly Landed[], until: number): number {
  let [low, high] = [0, line.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((line[middle] as Landed).at <= until) low = middle + 1;
    else high = middle;
  }
  return line[low - 1]?.commit ?? -1;
}
