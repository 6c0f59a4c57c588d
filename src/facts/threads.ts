/** Each thread of feedback: who asked, who answered in what words, how it was closed, and which release carried what answers it. */
import { DAY } from '#core/time.ts';
import { computeFact } from './define-fact.ts';
import { withDecided } from './rules/decided-links.ts';
import { ASKS } from './rules/phrases.ts';
import { isDeclined, shippedOf } from './rules/shipped.ts';
import { type Linked, type LinkFacts, linksOf } from './rules/thread-links.ts';
import { helpedIn, toldIn } from './rules/told.ts';
import { keyOf, SPOKEN } from './rules/voice-fields.ts';
import { type Voices, voicesOf } from './rules/voices.ts';
import type { FactValues } from './values.ts';
import type { Answer, Ask, Closed, Closing, Link, Pull, Reply, Thread, Threads } from './voice-values.ts';

const NONE: readonly never[] = Object.freeze([]);

/** A closing told twice, from a file and live, is one: seconds apart at most. */
const SAME = 2_000;

type Facts = LinkFacts & Pick<FactValues, 'answers' | 'people' | 'links' | 'junk' | 'repeats'>;

export default computeFact({
  id: 'threads',
  version: 16,
  facts: [
    'asks',
    'answers',
    'closings',
    'references',
    'people',
    'history',
    'releases',
    'notes',
    'links',
    'junk',
    'repeats',
  ],
  compute: (facts, { at, heardUntil, heardOf }) =>
    threadsOf(facts, Math.min(at, heardUntil ?? at), heardOf ?? new Map()),
});

function threadsOf(facts: Facts, heardUntil: number, heardOf: ReadonlyMap<string, number>): Threads {
  const { asks, answers, closings, references, releases, history, repeats } = facts;
  const voices = voicesOf({ asks, answers, closings, pulls: references.pulls }, facts.people);
  const linked = withDecided(linksOf(facts, voices), asks, facts);
  const until = heardUntilOf(facts, heardUntil, heardOf);
  const byThread = Map.groupBy(answers, keyOf);
  const closed = Map.groupBy(closings.closed, keyOf);
  const nobodys = nobodysOwn(facts.junk);
  const all = asks.map((ask, index): Thread => {
    const own = byThread.get(keyOf(ask)) ?? NONE;
    const replies = own.map((answer) => replyOf(answer, voices));
    const told = closedOf(ask, closed.get(keyOf(ask)) ?? NONE, replies, voices);
    const original = told?.duplicate ? repeats.of.get(index) : undefined;
    const ended = told && original !== undefined ? { ...told, original } : told;
    const links = linked.links[index] as readonly Link[];
    const shipped = shippedOf(ask, ended, { links, noted: linked.noted.get(index) ?? NONE }, facts.releases);
    const asker = voices.numberOf(ask.authorId);
    const answered = { asker, replies, closed: ended, links, shipped };
    return {
      id: ask.id,
      kind: ask.kind,
      at: ask.at,
      asker,
      side: nobodys.has(ask.id) ? 'bot' : voices.sideOf(ask),
      read: isRead(ask, own.length),
      until: until.get(ask.origin) ?? heardUntil,
      replies: replies.length === 0 ? NONE : replies,
      closed: ended,
      links: links.length === 0 ? NONE : links,
      shipped,
      told: toldIn(answered),
      helped: helpedIn(answered),
      version: ask.version ?? null,
      stars: ask.stars,
      ...(ask.line != null && { line: ask.line }),
      wording: ask.wording,
      asks: !SPOKEN.has(ask.kind) || (ask.wording & ASKS) !== 0,
    };
  });
  const judged = voices.told.size > 0 ? 'told' : voices.byBehaviour.size > 0 ? 'by behaviour' : 'unknown';
  return {
    collected: all.length > 0,
    because: all.length > 0 ? null : 'No issues and no reviews were gathered.',
    all,
    until: all.reduce((most, thread) => Math.max(most, thread.until), 0),
    linked: (history.commits.length > 0 && releases.collected) || asks.some(({ fixes }) => fixes.length > 0),
    ...(history.commits.length > 0 && history.until !== undefined && { linkedUntil: history.until }),
    makers: judged,
    isMaker: voices.isMaker,
    commitBy: Int32Array.from(history.commits, ({ authorId }) => voices.numberOf(authorId)),
    commitNames: linked.commitNames,
    commitPull: linked.commitPull,
    pulls: pullsOf(facts, voices, linked, byThread, ({ origin }) => until.get(origin) ?? heardUntil),
  };
}

/**
 * What stands for no customer, as little as what a program wrote: said before, selling, speaking to a model. Bare praise
 * is a vote all the same.
 */
function nobodysOwn({ all }: FactValues['junk']): ReadonlySet<string> {
  return new Set(all.flatMap(({ id, junk }) => (junk === 'bare' ? [] : [id])));
}

/**
 * As far as the source of an origin says that it is known, else up to its newest row; the origin that is known longest
 * is known as far as the strand is.
 */
function heardUntilOf(
  { asks, answers, closings }: Facts,
  heardUntil: number,
  heardOf: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const newest = new Map(closings.newest);
  for (const { origin, at } of [...asks, ...answers]) newest.set(origin, Math.max(at, newest.get(origin) ?? 0));
  for (const [origin, at] of newest) newest.set(origin, Math.max(at, heardOf.get(origin) ?? at));
  const last = Math.max(...newest.values());
  return new Map([...newest].map(([origin, at]) => [origin, at === last ? Math.max(at, heardUntil) : at]));
}

function replyOf(answer: Answer, voices: Voices): Reply {
  const { id, at, letters, versions, duplicates, wording } = answer;
  return {
    id,
    at,
    person: voices.numberOf(answer.authorId),
    side: voices.sideOf(answer),
    templated: voices.isTemplated(answer),
    letters,
    versions,
    duplicates,
    wording,
  };
}

/** Whether all of its replies are known: they came with it, or as many lie there, brought by a later file. */
function isRead({ comments, seen }: Pick<Ask, 'comments' | 'seen'>, known: number): boolean {
  return comments !== null && Math.max(seen ?? 0, known) >= comments;
}

/** As the thread tells it; who did it as the event tells that is nearest. */
function closedOf(ask: Ask, closings: readonly Closing[], replies: readonly Reply[], voices: Voices): Closed | null {
  if (ask.open === true) return null;
  const event =
    ask.closedAt === null
      ? closings.at(-1)
      : closings.findLast(({ at }) => Math.abs(at - (ask.closedAt as number)) <= SAME);
  const at = ask.closedAt ?? event?.at;
  if (at === undefined) return null;
  const reason = ask.reason ?? event?.reason ?? null;
  const by = event ? voices.numberOf(event.authorId) : -1;
  const duplicate =
    ask.duplicateOf !== null ||
    replies.some(({ side, duplicates, at: said }) => side !== 'bot' && duplicates.length > 0 && said <= at + DAY);
  return {
    at,
    by,
    side: event
      ? voices.sideOf({ authorId: event.authorId, side: event.side ?? 'unknown', origin: ask.origin })
      : 'unknown',
    reason,
    evidence: event?.id ?? null,
    duplicate,
    declined: !duplicate && isDeclined(reason),
  };
}

function pullsOf(
  { references, history }: Facts,
  voices: Voices,
  linked: Linked,
  byThread: ReadonlyMap<string, readonly Answer[]>,
  untilOf: (pull: Pull) => number,
): Threads['pulls'] {
  return references.pulls.map((pull, index) => {
    const own = byThread.get(keyOf(pull)) ?? NONE;
    const speaks = own.some((answer) => voices.sideOf(answer) === 'outsider');
    const read = isRead(pull, own.length);
    const { id, origin, thread, at, wording } = pull;
    const commit = linked.pullCommit[index] ?? -1;
    return {
      ...{ id, origin, thread, at, wording },
      side: voices.sideOf(pull),
      person: voices.numberOf(pull.authorId),
      mergedAt: pull.mergedAt ?? history.commits[commit]?.landedAt ?? null,
      until: untilOf(pull),
      outsiderSpeaks: speaks ? true : read ? false : null,
      closes: linked.pullCloses[index] ?? NONE,
      commit,
    };
  });
}
