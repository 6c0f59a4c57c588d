/** Committer dates with those mended that cannot be: a clock at 1970, or one far in the future (page: git.md). */
import type { Graph } from './log-graph.ts';

/** Nobody kept source code in anything that git imports before 1980; the epoch itself is a clock that was not set. */
const EARLIEST = Date.UTC(1980, 0, 1) / 1000;

/** Between a commit and its parents; few projects sleep as long as this and wake. */
export const LEAP_MS = 20 * 365.25 * 86_400_000;
const LEAP = LEAP_MS / 1000;

/** So many commits after a leap that nothing takes back are a project that woke, not a wrong clock. */
const AWAKE = 10;

export interface Dates {
  /** By commit: ms UTC, mended. */
  readonly at: Float64Array;
  /** By commit: 1 where `at` is not what the commit says. */
  readonly mended: Uint8Array;
  readonly count: number;
}

const GOOD = 0;
const LATE = 1;
const ODD = 2;

export function mendDates(graph: Graph): Dates {
  const genuine = new Uint8Array(graph.size);
  let judged = judge(graph, genuine);
  const woke = neverTakenBack(graph, judged.verdict);
  if (woke.length >= AWAKE) {
    for (const commit of woke) genuine[commit] = 1;
    judged = judge(graph, genuine);
  }
  return settle(graph, judged);
}

interface Judged {
  /** Seconds; NaN while nothing is known. */
  readonly time: Float64Array;
  readonly verdict: Uint8Array;
}

/** Parents first: each commit against its newest parent's mended time, a root against the history's median. */
function judge(graph: Graph, genuine: Uint8Array): Judged {
  const time = new Float64Array(graph.size).fill(Number.NaN);
  const verdict = new Uint8Array(graph.size);
  const latestRoot = medianOf(graph) + LEAP;
  for (let at = graph.read - 1; at >= 0; at--) {
    const commit = graph.order[at] as number;
    const written = graph.seconds[commit] as number;
    const floor = newestParent(graph, commit, time);
    verdict[commit] = genuine[commit] === 1 ? GOOD : verdictOn(written, floor, latestRoot);
    time[commit] = verdict[commit] === GOOD ? written : floor;
  }
  return { time, verdict };
}

function verdictOn(written: number, floor: number, latestRoot: number): number {
  if (!(written >= EARLIEST)) return ODD;
  if (Number.isNaN(floor)) return written > latestRoot ? ODD : GOOD;
  if (written > floor + LEAP) return LATE;
  return written < floor - LEAP ? ODD : GOOD;
}

function newestParent(graph: Graph, commit: number, time: Float64Array): number {
  let newest = Number.NaN;
  for (let which = 0; which < graph.parents(commit); which++) {
    const parent = time[graph.parent(commit, which)] as number;
    if (!(parent <= newest)) newest = Number.isNaN(parent) ? newest : parent;
  }
  return newest;
}

/** Half of all commits are after the median, so no root is twenty years after it. */
function medianOf(graph: Graph): number {
  const written = Float64Array.from(graph.order.subarray(0, graph.read), (commit) => graph.seconds[commit] as number);
  const plausible = written.filter((seconds) => seconds >= EARLIEST).sort();
  return plausible[(plausible.length - 1) >> 1] ?? Number.POSITIVE_INFINITY;
}

/** Late commits that no commit with a good date descends from. */
function neverTakenBack(graph: Graph, verdict: Uint8Array): number[] {
  const takenBack = new Uint8Array(graph.size);
  const woke: number[] = [];
  for (let at = 0; at < graph.read; at++) {
    const commit = graph.order[at] as number;
    if (verdict[commit] === LATE && takenBack[commit] === 0) woke.push(commit);
    if (verdict[commit] !== GOOD && takenBack[commit] === 0) continue;
    for (let which = 0; which < graph.parents(commit); which++) takenBack[graph.parent(commit, which)] = 1;
  }
  return woke;
}

/** Zigzags between branches without a good date are dated step by step; longer ones than this stay as written. */
const MOST_ROUNDS = 50;

/** What no parent could date takes its oldest child's time, else its newest parent's, or stays as it was written. */
function settle(graph: Graph, { time, verdict }: Judged): Dates {
  const at = new Float64Array(graph.size);
  const mended = new Uint8Array(graph.size);
  const settled = Float64Array.from(time);
  let rounds = 0;
  while (rounds++ < MOST_ROUNDS && byChildren(graph, settled) && byParents(graph, settled));
  let count = 0;
  for (let place = 0; place < graph.read; place++) {
    const commit = graph.order[place] as number;
    const seconds = settled[commit] as number;
    at[commit] = 1000 * (Number.isNaN(seconds) ? (graph.seconds[commit] as number) : seconds);
    if (Number.isNaN(seconds) || verdict[commit] === GOOD) continue;
    mended[commit] = 1;
    count++;
  }
  return { at, mended, count };
}

/** Children first; true where a commit without a time is left. */
function byChildren(graph: Graph, time: Float64Array): boolean {
  const oldest = new Float64Array(graph.size).fill(Number.POSITIVE_INFINITY);
  let left = false;
  for (let place = 0; place < graph.read; place++) {
    const commit = graph.order[place] as number;
    if (Number.isNaN(time[commit]) && Number.isFinite(oldest[commit])) time[commit] = oldest[commit] as number;
    const seconds = time[commit] as number;
    if (Number.isNaN(seconds)) left = true;
    for (let which = 0; !Number.isNaN(seconds) && which < graph.parents(commit); which++) {
      const parent = graph.parent(commit, which);
      oldest[parent] = Math.min(oldest[parent] as number, seconds);
    }
  }
  return left;
}

/** Parents first; true where that gave a commit its time. */
function byParents(graph: Graph, time: Float64Array): boolean {
  let gave = false;
  for (let place = graph.read - 1; place >= 0; place--) {
    const commit = graph.order[place] as number;
    if (!Number.isNaN(time[commit])) continue;
    time[commit] = newestParent(graph, commit, time);
    gave ||= !Number.isNaN(time[commit]);
  }
  return gave;
}
