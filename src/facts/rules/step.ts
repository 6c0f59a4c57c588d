/** How far a release goes: a tinker, an iteration or an overhaul, by its version where versions are truthful, else by its files. */
import type { Areas, History, Step, Work } from '../values.ts';
import { compareVersions, grownPart, isCalendar, readVersion, type Version } from './versions.ts';

/** A quarter of the product's files: what people call a rewrite. Fewer than ten files are no overhaul of anything. */
const OVERHAUL_SHARE = 0.25;
const OVERHAUL_FILES = 10;
/** One file in twenty; below it a release is a tinker unless it brings something new. */
const ITERATION_SHARE = 0.05;
/** Fewer releases of a sort cannot show what it means. */
const LEAST_OF_A_SORT = 3;

export interface Stepping {
  readonly line: string;
  readonly version: string;
  readonly at: number;
  readonly pre: boolean;
  readonly commit: number;
  readonly brings: readonly number[];
}

/** For each release in the order given; null for pre-releases, and where neither version nor files tell. */
export function stepsOf(
  releases: readonly Stepping[],
  facts: { readonly history: History; readonly areas: Areas; readonly work: Work },
): readonly (Step | null)[] {
  const files = releases.map((release) => (release.pre ? 0 : filesOf(release, facts)));
  const parts = grownParts(releases);
  const truthful = new Map<string, boolean>();
  for (const { line } of releases) {
    if (!truthful.has(line)) truthful.set(line, versionsAreTruthful(releases, line, parts, files));
  }
  const standing = standingAt(facts, releases);
  return releases.map((release, index): Step | null => {
    if (release.pre || (release.commit >= 0 && release.brings.length === 0)) return null;
    const part = parts[index] ?? -1;
    const touched = files[index] as number;
    const told = part >= 0 && truthful.get(release.line) === true;
    if (told && part > 0) return part === 1 ? 'iteration' : 'tinker';
    // A first number that grew for a handful of files breaks something, but overhauls nothing.
    if (told) return release.commit >= 0 && touched < OVERHAUL_FILES ? 'iteration' : 'overhaul';
    if (release.commit < 0) return null;
    const share = touched / Math.max(1, standing[index] as number);
    if (share >= OVERHAUL_SHARE && touched >= OVERHAUL_FILES) return 'overhaul';
    const isNew = release.brings.some((commit) => facts.work.kind[commit] === 'feature' && facts.work.visible[commit]);
    return isNew || share >= ITERATION_SHARE ? 'iteration' : 'tinker';
  });
}

/** Distinct files of the product that what it brings touches. */
function filesOf({ brings }: Stepping, { history, areas }: { history: History; areas: Areas }): number {
  const touched = new Set<number>();
  for (const commit of brings) {
    for (const path of history.commits[commit]?.touched ?? []) if (areas.of[path] === 'product') touched.add(path);
  }
  return touched.size;
}

/** Which part of the version grew since the nearest lower final one; −1 for the first, and for years and days. */
function grownParts(releases: readonly Stepping[]): readonly number[] {
  const before = new Map<string, Version[]>();
  return releases.map(({ line, version, pre }) => {
    const read = pre ? null : readVersion(version);
    if (read === null || read.numbers.length < 2 || isCalendar(read)) return -1;
    const known = before.get(line) ?? [];
    before.set(line, known);
    const lower = known.filter((other) => compareVersions(other, read) < 0);
    known.push(read);
    const nearest = lower.reduce<Version | null>(
      (best, other) => (best && compareVersions(best, other) > 0 ? best : other),
      null,
    );
    return nearest === null ? -1 : grownPart(nearest, read);
  });
}

/** Believed unless the history shows otherwise: patches that touch as many files as the rest say nothing by their number. */
function versionsAreTruthful(
  releases: readonly Stepping[],
  line: string,
  parts: readonly number[],
  files: readonly number[],
): boolean {
  const ofSort = (wanted: (part: number) => boolean) =>
    files.filter((_, index) => {
      const release = releases[index] as Stepping;
      return release.line === line && release.brings.length > 0 && wanted(parts[index] as number);
    });
  const patches = ofSort((part) => part >= 2);
  const larger = ofSort((part) => part === 0 || part === 1);
  if (patches.length < LEAST_OF_A_SORT || larger.length < LEAST_OF_A_SORT) return true;
  return middle(larger) > middle(patches);
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] as number;
}

/** Files of the product that stood on the default branch at each release. */
function standingAt(
  { history, areas }: { history: History; areas: Areas },
  releases: readonly Stepping[],
): readonly number[] {
  const { stood } = history;
  const product = history.paths.flatMap((_, path) => (areas.of[path] === 'product' ? path : []));
  const times = (of: Float64Array | undefined) => product.map((path) => of?.[path] ?? 0).toSorted((a, b) => a - b);
  const came = times(stood?.from);
  const went = stood ? times(stood.until) : [];
  return releases.map(({ at }) => countUpTo(came, at) - countUpTo(went, at));
}

/** How many of the sorted times are not after `at`. */
function countUpTo(times: readonly number[], at: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const half = (low + high) >> 1;
    if ((times[half] as number) <= at) low = half + 1;
    else high = half;
  }
  return low;
}
