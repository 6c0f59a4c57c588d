/** Which changes answer which threads, said outright: in commits, pull requests, closings, release notes and trackers. */
import { WEEK } from '#core/time.ts';
import type { FactValues } from '../values.ts';
import type { Answer, Ask, Closing, Closings, Link, Pull } from '../voice-values.ts';
import { closesIn, namesIn } from './references.ts';
import { keyOf } from './voice-fields.ts';
import type { Voices } from './voices.ts';

export type LinkFacts = Pick<
  FactValues,
  'asks' | 'answers' | 'closings' | 'references' | 'history' | 'releases' | 'notes'
>;

export interface Linked {
  /** By index of `asks`. */
  readonly links: readonly (readonly Link[])[];
  /** By index of `asks`: evidence and release of notes that name it. */
  readonly noted: ReadonlyMap<number, readonly { readonly release: number; readonly evidence: string }[]>;
  readonly pullCommit: readonly number[];
  readonly pullCloses: readonly (readonly number[])[];
  /** By index of commits: threads it names, its pull request, or −1. */
  readonly commitNames: ReadonlyMap<number, readonly number[]>;
  readonly commitPull: ReadonlyMap<number, number>;
}

/** What a commit may mean by a bare number, before all else that happens to be numbered: answers, reviews, tickets. */
const isTracked = (one: Ask | Pull): boolean => !('kind' in one) || one.kind === 'issue';

/** Says which thread or pull request a reference means; a bare number only where one tracker has numbers. */
class Index {
  readonly #threads = new Map<string, number>();
  readonly #pulls = new Map<string, number>();

  constructor(asks: readonly Ask[], pulls: readonly Pull[]) {
    const numbered = [...asks, ...pulls].filter(({ thread }) => /^\d{1,9}$/.test(thread));
    const trackers = new Set(numbered.filter(isTracked).map(({ origin }) => origin));
    const places = trackers.size > 0 ? trackers : new Set(numbered.map(({ origin }) => origin));
    const bare = (origin: string) => places.size === 1 && places.has(origin);
    for (const [at, ask] of asks.entries()) this.#add(this.#threads, ask, at, bare(ask.origin));
    for (const [at, pull] of pulls.entries()) this.#add(this.#pulls, pull, at, bare(pull.origin));
  }

  #add(
    map: Map<string, number>,
    { origin, thread }: { readonly origin: string; readonly thread: string },
    index: number,
    bare: boolean,
  ): void {
    map.set(keyOf({ origin, thread }), index);
    if (!/^\d{1,9}$/.test(thread)) {
      map.set(thread, index);
      return;
    }
    const place = origin.slice(origin.indexOf(':') + 1).toLowerCase();
    map.set(`${place}#${thread}`, index);
    if (bare) map.set(`#${thread}`, index);
  }

  threads(refs: readonly string[]): readonly number[] {
    return refs.flatMap((ref) => this.#threads.get(ref) ?? []);
  }

  pulls(refs: readonly string[]): readonly number[] {
    return refs.flatMap((ref) => this.#pulls.get(ref) ?? []);
  }

  pull(origin: string, thread: string): number {
    return this.#pulls.get(keyOf({ origin, thread })) ?? -1;
  }

  thread(origin: string, thread: string): number {
    return this.#threads.get(keyOf({ origin, thread })) ?? -1;
  }
}

export function linksOf(facts: LinkFacts, voices: Pick<Voices, 'sideOf'>): Linked {
  const { asks, closings, references, history } = facts;
  const { pulls } = references;
  const index = new Index(asks, pulls);
  const commitOf = new Map(history.commits.map(({ sha }, at) => [sha, at] as const));
  const links = asks.map((): Link[] => []);
  const commitNames = new Map<number, readonly number[]>();
  const commitPull = new Map<number, number>();
  const pullCommit = pulls.map((pull) => landedBy(pull, closings, commitOf));
  for (const [sha, { names, closes }] of references.commits) {
    const commit = commitOf.get(sha);
    if (commit === undefined) continue;
    const closed = index.threads(closes);
    const named = [...new Set([...index.threads(names), ...closed])];
    if (named.length > 0) commitNames.set(commit, named);
    const [pull] = index.pulls(names);
    if (pull !== undefined) {
      commitPull.set(commit, pull);
      if (pullCommit[pull] === -1 && history.commits[commit]?.landedAt !== null) pullCommit[pull] = commit;
    }
    for (const thread of named)
      byCommit(facts, links, { thread, commit, how: 'commit', closes: closed.includes(thread) });
  }
  pullCommit.forEach((commit, pull) => {
    if (commit >= 0 && !commitPull.has(commit)) commitPull.set(commit, pull);
  });
  const pullCloses = pulls.map(({ closes }) => index.threads(closes));
  pulls.forEach((pull, at) => {
    const commit = pullCommit[at] ?? -1;
    if (commit < 0 && pull.mergedAt === null) return;
    for (const thread of pullCloses[at] ?? []) byPull(facts, links, thread, pull, commit);
  });
  for (const closing of closings.closed) byClosing(facts, links, closing, index, { commitOf, pullCommit });
  for (const answer of facts.answers) {
    if (answer.done.length === 0 && answer.pulls.length === 0) continue;
    if (voices.sideOf(answer) === 'maker') byReply(facts, links, answer, index, pullCommit);
  }
  asks.forEach((ask, thread) => {
    const [fix] = ask.fixes;
    if (fix) links[thread]?.push({ how: 'tracker', at: fix.at, commit: -1, evidence: ask.id, closes: true });
  });
  return { links, noted: notedIn(facts, links, index), pullCommit, pullCloses, commitNames, commitPull };
}

function landedBy(pull: Pull, closings: Closings, commitOf: ReadonlyMap<string, number>): number {
  const sha = pull.mergeSha ?? closings.merged.get(keyOf(pull));
  return sha === undefined ? -1 : (commitOf.get(sha) ?? -1);
}

/** A change answers only what was asked before it landed; one that never landed answers nothing. */
function byCommit(
  { asks, history }: LinkFacts,
  links: readonly Link[][],
  found: { thread: number; commit: number; how: Link['how']; closes: boolean; evidence?: string },
): void {
  const commit = history.commits[found.commit];
  const ask = asks[found.thread];
  if (!commit || !ask || commit.landedAt === null || commit.landedAt < ask.at) return;
  links[found.thread]?.push({
    how: found.how,
    at: commit.landedAt,
    commit: found.commit,
    evidence: found.evidence ?? commit.id,
    closes: found.closes,
  });
}

function byPull(facts: LinkFacts, links: readonly Link[][], thread: number, pull: Pull, commit: number): void {
  if (commit >= 0) {
    byCommit(facts, links, { thread, commit, how: 'pull', closes: true, evidence: pull.id });
    return;
  }
  const ask = facts.asks[thread];
  if (!ask || pull.mergedAt === null || pull.mergedAt < ask.at) return;
  links[thread]?.push({ how: 'pull', at: pull.mergedAt, commit: -1, evidence: pull.id, closes: true });
}

function byClosing(
  facts: LinkFacts,
  links: readonly Link[][],
  closing: Closing,
  index: Index,
  { commitOf, pullCommit }: { commitOf: ReadonlyMap<string, number>; pullCommit: readonly number[] },
): void {
  const thread = index.thread(closing.origin, closing.thread);
  const ask = facts.asks[thread];
  if (!ask || (closing.commit === null && closing.pull === null)) return;
  const pull = closing.pull === null ? -1 : index.pull(closing.origin, closing.pull);
  const commit = closing.commit !== null ? (commitOf.get(closing.commit) ?? -1) : (pullCommit[pull] ?? -1);
  // A commit of another branch or repository closes too; then the closing itself is all that is known.
  const landed = facts.history.commits[commit]?.landedAt ?? closing.at;
  if (landed < ask.at) return;
  links[thread]?.push({ how: 'closing', at: landed, commit, evidence: closing.id, closes: true });
}

/** A maker's reply says which change did it; the work of a thread that is closed and was not read elsewhere is taken at their word. */
function byReply(
  facts: LinkFacts,
  links: readonly Link[][],
  answer: Answer,
  index: Index,
  pullCommit: readonly number[],
): void {
  const thread = index.thread(answer.origin, answer.thread);
  const ask = facts.asks[thread];
  if (!ask) return;
  const evidence = answer.id;
  for (const pull of index.pulls([...answer.done, ...answer.pulls])) {
    const commit = pullCommit[pull] ?? -1;
    if (commit >= 0) byCommit(facts, links, { thread, commit, how: 'reply', closes: true, evidence });
  }
  const elsewhere = answer.pulls.some((ref) => index.pulls([ref]).length === 0);
  if (!elsewhere || ask.closedAt === null || ask.closedAt < answer.at) return;
  links[thread]?.push({ how: 'reply', at: ask.closedAt, commit: -1, evidence, closes: true });
}

/** A note is written within days of its release, and names what was asked before. */
function notedIn({ asks, releases, notes }: LinkFacts, links: readonly Link[][], index: Index): Linked['noted'] {
  const noted = new Map<number, { release: number; evidence: string }[]>();
  for (const [release, { lines, evidence }] of notes.byRelease) {
    const at = releases.all[release]?.at;
    if (at === undefined || releases.all[release]?.pre) continue;
    const named = new Set<number>();
    for (const line of lines) {
      if (!/\d/.test(line)) continue;
      for (const thread of index.threads([...namesIn(line), ...closesIn(line)])) named.add(thread);
    }
    for (const thread of named) {
      const ask = asks[thread];
      if (!ask || ask.at > at + WEEK) continue;
      noted.set(thread, [...(noted.get(thread) ?? []), { release, evidence }]);
      links[thread]?.push({ how: 'notes', at, commit: -1, evidence, closes: false });
    }
  }
  return noted;
}
