/** Where each change that users could notice began: with somebody outside, with the makers' own use, with their own idea. */
import { windowUntil, within } from '#core/time.ts';
import { computeFact } from './define-fact.ts';
import { OWN_USE } from './rules/phrases.ts';
import type { FactValues } from './values.ts';
import type { Origins, Thread, Threads } from './voice-values.ts';

const [OUTSIDE, OWN, IDEA, UNTRACED] = [1, 2, 3, 4] as const;

type Facts = Pick<FactValues, 'threads' | 'references' | 'history' | 'work' | 'catalogue'>;

export default computeFact({
  id: 'origins',
  version: 3,
  facts: ['threads', 'references', 'history', 'work', 'catalogue'],
  compute: (facts, { at }): Origins => {
    const because = whyNot(facts);
    const of = new Uint8Array(facts.history.commits.length);
    if (because !== null) return { collected: false, because, of, evidence: new Map(), counts: null };
    const evidence = new Map<number, string>();
    const offered = trace(facts, of, evidence);
    return { collected: true, because: null, of, evidence, counts: countsOf(facts, of, offered, at) };
  },
});

function whyNot({ history, threads, catalogue }: Facts): string | null {
  if (catalogue.collected && catalogue.alone) return 'Where a change began does not stand in a catalogue.';
  if (history.commits.length === 0) return 'No history of changes was read.';
  if (threads.all.length > 0 || threads.pulls.length > 0) return null;
  return 'History seldom says where a change began; issues and pull requests trace it.';
}

interface Traced {
  readonly code: 1 | 2 | 3;
  readonly evidence: string;
  readonly offered?: true;
}

/** Writes the code of each noticeable change by a person; returns those that are an outsider's own pull request. */
function trace(facts: Facts, of: Uint8Array, evidence: Map<number, string>): ReadonlySet<number> {
  const { history, work, threads } = facts;
  const mergeAt = new Map<number, number>();
  for (const [index, { merge, at }] of history.commits.entries()) if (merge) mergeAt.set(at, index);
  const offered = new Set<number>();
  for (const [index, commit] of history.commits.entries()) {
    if (commit.landedAt === null || commit.merge || work.visible[index] !== 1 || work.bot[index] === 1) continue;
    // A branch that was merged whole carries the names on its merge.
    const merge = commit.landedAt === commit.at ? -1 : (mergeAt.get(commit.landedAt) ?? -1);
    const pull = threads.commitPull.get(index) ?? threads.commitPull.get(merge) ?? -1;
    const named = [...(threads.commitNames.get(index) ?? []), ...(threads.commitNames.get(merge) ?? [])];
    const asked = [...named, ...(threads.pulls[pull]?.closes ?? [])].flatMap((thread) => threads.all[thread] ?? []);
    const own = ((facts.references.commits.get(commit.sha)?.wording ?? 0) & OWN_USE) !== 0;
    const traced = beganWith(commit, asked, own, threads.pulls[pull]);
    of[index] = traced?.code ?? UNTRACED;
    if (traced) evidence.set(index, traced.evidence);
    if (traced?.offered) offered.add(index);
  }
  return offered;
}

/** An ask counts when it came before the change was written. */
function beganWith(
  { at, id }: { readonly at: number; readonly id: string },
  asked: readonly Thread[],
  own: boolean,
  pull: Threads['pulls'][number] | undefined,
): Traced | null {
  const earlier = asked.filter((thread) => thread.at < Math.min(at, pull?.at ?? at));
  const outside = earlier.find(({ side }) => side === 'outsider');
  if (outside) return { code: OUTSIDE, evidence: outside.id };
  const makers = earlier.filter(({ side }) => side === 'maker');
  const used = makers.find(({ wording }) => (wording & OWN_USE) !== 0);
  if (used) return { code: OWN, evidence: used.id };
  if (own) return { code: OWN, evidence: id };
  if (pull?.side === 'outsider') return { code: OUTSIDE, evidence: pull.id, offered: true };
  if (pull?.side === 'maker' && (pull.wording & OWN_USE) !== 0) return { code: OWN, evidence: pull.id };
  const idea = makers.find(({ replies }) => replies.every(({ side }) => side !== 'outsider'));
  if (idea) return { code: IDEA, evidence: idea.id };
  if (pull?.side === 'maker' && pull.outsiderSpeaks === false && asked.length === 0) {
    return { code: IDEA, evidence: pull.id };
  }
  return null;
}

function countsOf({ history }: Facts, of: Uint8Array, offered: ReadonlySet<number>, at: number): Origins['counts'] {
  const window = windowUntil(at);
  const counts = [0, 0, 0, 0, 0];
  let own = 0;
  for (const [index, { landedAt }] of history.commits.entries()) {
    const code = of[index] as number;
    if (code === 0 || landedAt === null || !within(window, landedAt)) continue;
    counts[code] = (counts[code] as number) + 1;
    if (offered.has(index)) own += 1;
  }
  const [, outside = 0, used = 0, idea = 0, untraced = 0] = counts;
  return { outside, own: used, idea, untraced, offered: own };
}
