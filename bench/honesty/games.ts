/** Ways to look better without being better: at least one for each audit, played on simulated companies. */
import { DAY } from '#core/time.ts';
import type { LedgerClaim } from '#facts/ledger-values.ts';
import phrases from '#facts/phrases.ts';
import { PRAISE } from '#facts/rules/phrases.ts';
import type { Release } from '#facts/values.ts';
import type { Thread } from '#facts/voice-values.ts';
import { FAVOURITE, post } from '../../test/worlds/simulated/aloud.ts';
import type { Dials } from '../../test/worlds/simulated/dials.ts';
import { cameBack, SAID } from '../../test/worlds/simulated/needed.ts';
import { eachRepliesOnce, friendsTaken } from '../../test/worlds/simulated/offered.ts';
import { bare, closedBy, reply } from '../../test/worlds/simulated/says.ts';
import { END, type WorldFacts } from '../../test/worlds/simulated/world.ts';

export interface Game {
  readonly audit: string;
  readonly name: string;
  /** The same company under other dials, where it works otherwise; or its facts touched up. */
  readonly dials?: (dials: Dials) => Partial<Dials>;
  readonly touch?: (facts: WorldFacts) => WorldFacts;
}

const [MAKER, BOT] = [0, 1] as const;
const HOUR = DAY / 24;
/** Nobody whom the world knows. */
const FRIEND = 8_000_000;

export const GAMES: readonly Game[] = [
  { audit: 'release-cadence', name: 'a release every day with nothing in it', touch: emptyReleases },
  { audit: 'release-cadence', name: 'ten tags for each release', touch: manyTags },
  { audit: 'release-cadence', name: 'rushed releases, many of them repaired', dials: rushed },
  { audit: 'commit-to-release', name: 'rushed releases, many of them repaired', dials: rushed },
  { audit: 'commit-to-release', name: 'changes dated an hour before their release', touch: lateDates },
  { audit: 'limbo', name: 'a pre-release for whatever waits', touch: preRelease },
  {
    audit: 'limbo',
    name: 'one release at the end of each quarter for all of it',
    dials: () => ({ held: [0, 0], gap: [60, 90] }),
  },
  {
    audit: 'follow-up-fixes',
    name: 'fewer releases, repairs kept for the next',
    dials: () => ({ gap: [26, 30], spread: 0.1, repaired: [0.02, 0.1] }),
  },
  {
    audit: 'yearly-renewal',
    name: 'lines rewritten for the sake of it',
    dials: () => ({ renewed: [0.6, 0.9], halfLife: [100, 300] }),
  },
  { audit: 'catalogue-renewal', name: 'facts reworded for the sake of it', dials: () => ({ altered: [0.6, 0.9] }) },
  {
    audit: 'line-survival',
    name: 'nothing is touched any more',
    dials: () => ({ renewed: [0, 0.02], halfLife: [4000, 9000] }),
  },
  { audit: 'user-visible-share', name: 'upkeep called a fix', touch: (facts) => relabelled(facts, 'refactor', 'fix') },
  { audit: 'feature-fix-mix', name: 'fixes called features', touch: (facts) => relabelled(facts, 'fix', 'feature') },
  { audit: 'release-note-coverage', name: 'a pasted commit list', touch: pastedNotes },
  { audit: 'stale-docs', name: 'what is gone no longer marked as code', touch: plainText },
  { audit: 'own-use', name: 'own use claimed in every message', touch: claimedOwnUse },
  { audit: 'first-human-reply', name: 'a template within the hour', touch: (facts) => repliedAtOnce(facts, true) },
  { audit: 'first-human-reply', name: 'a nod within the hour, then closed', touch: noddedAndClosed },
  { audit: 'no-human-answer', name: 'a program closes what is old', touch: staleBot },
  { audit: 'no-human-answer', name: 'a nod within the hour, then closed', touch: noddedAndClosed },
  { audit: 'honest-closure', name: 'hard asks left open, without a word', touch: hardOnesIgnored },
  { audit: 'honest-closure', name: 'everything closed as a duplicate', touch: allDuplicates },
  { audit: 'ask-to-ship', name: 'what waits for two months is closed without a word', touch: closedInSilence },
  { audit: 'ask-to-ship', name: 'a change that names every open ask', touch: namedByChanges },
  { audit: 'open-ask-age', name: 'a program closes what is old', touch: staleBot },
  { audit: 'peer-answers', name: 'a friend under another name answers', touch: friendAnswers },
  {
    audit: 'outsider-parity',
    name: 'trivial work of forty friends is merged',
    touch: (facts) => ({ ...facts, threads: friendsTaken(facts.threads) }),
  },
  {
    audit: 'listening-makers',
    name: 'everybody writes one short reply',
    touch: (facts) => ({ ...facts, threads: eachRepliesOnce(facts.threads) }),
  },
  { audit: 'demand-to-ship', name: 'a change that names every open ask', touch: namedByChanges },
  { audit: 'demand-to-ship', name: 'the loudest writes under ten names', touch: manyNames },
  { audit: 'repeat-pain', name: 'nothing is answered that could come back', touch: untoldUnlinked },
  { audit: 'loop-closure', name: 'no link to what nobody was told of', touch: untoldUnlinked },
  { audit: 'unsaid-favourite', name: 'named in posts that nobody sees', touch: namedUnseen },
  { audit: 'voice-breadth', name: 'the loudest writes under ten names', touch: manyNames },
  { audit: 'ratings', name: 'five stars without a word, asked of the happy', touch: (facts) => moreReviews(facts, 0) },
  { audit: 'ratings', name: 'the fondest gives five stars sixty times', touch: oneManyTimes },
  {
    audit: 'praise-against-leaving',
    name: 'words of praise, bought with two stars',
    touch: (facts) => moreReviews(facts, PRAISE, 2),
  },
  {
    audit: 'praise-against-leaving',
    name: 'praise with five stars, bought',
    touch: (facts) => moreReviews(facts, PRAISE),
  },
  { audit: 'claim-support', name: 'what nothing bears out is deleted', touch: unbackedDeleted },
  { audit: 'claim-support', name: 'what nothing bears out is made vague', touch: unbackedVague },
  { audit: 'claim-conflicts', name: 'nobody looks at what seems to conflict', touch: neverLooked },
  { audit: 'vague-claims', name: 'a name beside every superlative', touch: vagueNamed },
  { audit: 'claim-drift', name: 'every claim reworded for the sake of it', dials: () => ({ drift: [0.6, 0.9] }) },
  { audit: 'kept-promises', name: 'moved the day before its time', touch: movedInTime },
  { audit: 'candour', name: 'nothing is called breaking any more', touch: neverBreaking },
  { audit: 'service-promise', name: 'a nod within the hour', touch: (facts) => repliedAtOnce(facts, false) },
  { audit: 'service-promise', name: 'a template within the hour', touch: (facts) => repliedAtOnce(facts, true) },
];

function rushed(): Partial<Dials> {
  return { gap: [3, 5], repaired: [0.5, 0.8] };
}

function withReleases(facts: WorldFacts, more: readonly Release[]): WorldFacts {
  const places = facts.releases.all.map((release, place) => ({ release, place: place as number | null }));
  const all = [...places, ...more.map((release) => ({ release, place: null }))].sort(
    (a, b) => a.release.at - b.release.at,
  );
  const moved = new Map(all.flatMap(({ place }, now) => (place === null ? [] : [[place, now] as const])));
  return {
    ...facts,
    releases: {
      ...facts.releases,
      all: all.map(({ release }) => release),
      firstFinal: facts.releases.firstFinal.map((place) => moved.get(place) ?? -1),
    },
  };
}

function withClaims(facts: WorldFacts, of: (claim: LedgerClaim) => LedgerClaim | null): WorldFacts {
  return { ...facts, ledger: { ...facts.ledger, all: facts.ledger.all.flatMap((claim) => of(claim) ?? []) } };
}

function unbackedDeleted(facts: WorldFacts): WorldFacts {
  return withClaims(facts, (claim) => (claim.verdict === 'ahead of the evidence' ? null : claim));
}

function unbackedVague(facts: WorldFacts): WorldFacts {
  return withClaims(facts, (claim) =>
    claim.verdict === 'ahead of the evidence' ? { ...claim, verdict: 'vague' } : claim,
  );
}

function neverLooked(facts: WorldFacts): WorldFacts {
  return withClaims(facts, (claim) =>
    claim.verdict === 'contradicted' ? { ...claim, verdict: 'seems to conflict', confirmed: false } : claim,
  );
}

function vagueNamed(facts: WorldFacts): WorldFacts {
  return withClaims(facts, (claim) =>
    claim.verdict === 'vague' ? { ...claim, verdict: 'ahead of the evidence' } : claim,
  );
}

function movedInTime(facts: WorldFacts): WorldFacts {
  const all = facts.promises.all.map((one) => {
    const late = one.kept === null || (one.due !== null && one.kept.at >= one.due);
    return late && one.due !== null ? { ...one, kept: null, gone: { at: one.due - DAY, instead: null } } : one;
  });
  return { ...facts, promises: { ...facts.promises, all } };
}

function neverBreaking(facts: WorldFacts): WorldFacts {
  const commits = facts.history.commits.map((commit, index) =>
    index % 2 === 0 ? { ...commit, breaking: false } : commit,
  );
  return { ...facts, history: { ...facts.history, commits } };
}

function emptyReleases(facts: WorldFacts): WorldFacts {
  const head = facts.history.head;
  const daily = Array.from({ length: 364 }, (_, day): Release => {
    const version = `9.0.${day}`;
    const at = END - day * DAY - HOUR;
    return {
      id: `e${day}`,
      name: version,
      version,
      line: '',
      at,
      pre: false,
      commit: head,
      brings: [],
      step: 'tinker',
    };
  });
  return withReleases(facts, daily);
}

function manyTags(facts: WorldFacts): WorldFacts {
  const more = facts.releases.all.flatMap((release) =>
    Array.from({ length: 9 }, (_, tag): Release => {
      return {
        ...release,
        id: `${release.id}.${tag}`,
        version: `${release.version}.${tag}`,
        at: release.at + tag,
        brings: [],
      };
    }),
  );
  return withReleases(facts, more);
}

function lateDates(facts: WorldFacts): WorldFacts {
  const { all, firstFinal } = facts.releases;
  const commits = facts.history.commits.map((commit, index) => {
    const released = all[firstFinal[index] ?? -1]?.at;
    const at = released === undefined ? commit.at : Math.max(commit.at, released - HOUR);
    return { ...commit, at, landedAt: at };
  });
  return { ...facts, history: { ...facts.history, commits } };
}

function preRelease(facts: WorldFacts): WorldFacts {
  const brings = [...facts.releases.firstFinal.keys()].filter((index) => facts.releases.firstFinal[index] === -1);
  const version = '9.0.0-beta.1';
  const at = END - 1;
  const beta: Release = {
    id: 'beta',
    name: version,
    version,
    line: '',
    at,
    pre: true,
    commit: facts.history.head,
    brings,
    step: null,
  };
  return withReleases(facts, [beta]);
}

function relabelled(facts: WorldFacts, from: string, to: 'fix' | 'feature'): WorldFacts {
  const kind = facts.work.kind.map((one) => (one === from ? to : one));
  const visible = facts.work.visible.map((one, index) =>
    facts.work.kind[index] === from && facts.work.making[index] === 1 ? 1 : one,
  );
  return { ...facts, work: { ...facts.work, kind, visible } };
}

function pastedNotes(facts: WorldFacts): WorldFacts {
  const { commits } = facts.history;
  const byRelease = new Map(
    facts.releases.all.map(({ brings, id }, place) => {
      const lines = brings.map((index) => commits[index]?.subject ?? '');
      return [place, { evidence: `n${id}`, lines, pasted: true }] as const;
    }),
  );
  return { ...facts, notes: { ...facts.notes, byRelease } };
}

function plainText(facts: WorldFacts): WorldFacts {
  return { ...facts, offers: { ...facts.offers, all: facts.offers.all.filter(({ state }) => state === 'present') } };
}

function claimedOwnUse(facts: WorldFacts): WorldFacts {
  return { ...facts, origins: { ...facts.origins, of: facts.origins.of.map((code) => (code === 4 ? 2 : code)) } };
}

function threaded(facts: WorldFacts, of: (thread: Thread) => Thread | readonly Thread[]): WorldFacts {
  const all = facts.threads.all.flatMap((thread) => of(thread)).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const threads = { ...facts.threads, all };
  const told = (phrases as unknown as { compute(facts: object, context: object): WorldFacts['phrases'] }).compute(
    { threads },
    { at: END },
  );
  return { ...facts, threads, phrases: told, returns: returnsOf(facts, threads) };
}

/** What came back came back of what is answered still, and of what is only said to be. */
function returnsOf({ returns, threads: before }: WorldFacts, threads: WorldFacts['threads']): WorldFacts['returns'] {
  const known = new Map(returns.map((one) => [before.all[one.thread]?.id, one.again]));
  return threads.all.flatMap(({ id, shipped, links }, thread) => {
    if (shipped === null) return [];
    const again = links.some(({ evidence }) => evidence.endsWith(SAID)) ? cameBack(id, shipped.at) : known.get(id);
    return [{ thread, need: null, again: again ?? null }];
  });
}

function repliedAtOnce(facts: WorldFacts, templated: boolean): WorldFacts {
  return threaded(facts, (thread) => {
    if (thread.kind !== 'issue') return thread;
    const canned = { ...reply(`${thread.id}.canned`, Math.min(END, thread.at + HOUR), MAKER, 20), templated };
    return { ...thread, replies: [canned, ...thread.replies] };
  });
}

function noddedAndClosed(facts: WorldFacts): WorldFacts {
  return threaded(repliedAtOnce(facts, false), (thread) => {
    if (thread.kind !== 'issue' || thread.links.length > 0 || thread.closed?.duplicate) return thread;
    return { ...thread, closed: closedBy(MAKER, Math.min(END, thread.at + 2 * HOUR)) };
  });
}

function staleBot(facts: WorldFacts): WorldFacts {
  return threaded(facts, (thread) => {
    const stale = thread.at + 60 * DAY;
    if (thread.kind !== 'issue' || thread.closed !== null || stale > END) return thread;
    return { ...thread, closed: closedBy(BOT, stale) };
  });
}

function friendAnswers(facts: WorldFacts): WorldFacts {
  return threaded(facts, (thread) => {
    if (thread.kind !== 'issue' || thread.at + HOUR > END) return thread;
    const said = { ...reply(thread.id, thread.at + HOUR, FRIEND, 160), id: `${thread.id}.friend` };
    return { ...thread, replies: [said, ...thread.replies] };
  });
}

function hardOnesIgnored(facts: WorldFacts): WorldFacts {
  return threaded(facts, (thread) => {
    const easy =
      thread.links.length > 0 || thread.closed?.duplicate || thread.replies.some(({ letters }) => letters > 100);
    return thread.kind !== 'issue' || easy || thread.closed === null
      ? thread
      : { ...thread, closed: null, replies: [] };
  });
}

function allDuplicates(facts: WorldFacts): WorldFacts {
  return threaded(facts, (thread) =>
    thread.closed === null ? thread : { ...thread, closed: { ...thread.closed, duplicate: true } },
  );
}

function untoldUnlinked(facts: WorldFacts): WorldFacts {
  return threaded(facts, (thread) =>
    thread.shipped === null || thread.told !== null ? thread : { ...thread, links: [], shipped: null },
  );
}

function manyNames(facts: WorldFacts): WorldFacts {
  const pieces = new Map<number, number>();
  for (const { asker } of facts.threads.all) pieces.set(asker, (pieces.get(asker) ?? 0) + 1);
  const [loudest] = [...pieces].reduce((most, one) => (one[1] > most[1] ? one : most));
  let turn = 0;
  return threaded(facts, (thread) => {
    if (thread.asker !== loudest) return thread;
    turn += 1;
    return { ...thread, asker: 5_000_000 + (turn % 10) };
  });
}

function namedUnseen(facts: WorldFacts): WorldFacts {
  const more = Array.from({ length: 100 }, (_, day) => post(`u${day}`, END - (day + 1) * DAY, FAVOURITE));
  const all = [...facts.posts.all, ...more].sort((a, b) => a.at - b.at);
  return { ...facts, posts: { ...facts.posts, all } };
}

function moreReviews(facts: WorldFacts, wording: number, stars = 5): WorldFacts {
  return threaded(facts, (thread) => {
    if (thread.kind !== 'review') return thread;
    const id = `${thread.id}.more`;
    return [
      thread,
      { ...bare(id, 'review', thread.at, 9_000_000 + Number(thread.id.slice(1)), END), read: false, stars, wording },
    ];
  });
}

/** A sixth of a middling company's reviews. */
function oneManyTimes(facts: WorldFacts): WorldFacts {
  const more = Array.from({ length: 60 }, (_, day) => {
    return { ...bare(`fond ${day}`, 'review', END - day * DAY - HOUR, 9_999_999, END), read: false, stars: 5 };
  });
  const [first] = facts.threads.all;
  return threaded(facts, (thread) => (thread === first ? [thread, ...more] : thread));
}

function closedInSilence(facts: WorldFacts): WorldFacts {
  return threaded(facts, (thread) => {
    const late = thread.at + 60 * DAY;
    const open = thread.closed === null || thread.closed.at > late;
    return thread.kind === 'issue' && open && late <= END
      ? { ...thread, links: [], shipped: null, closed: closedBy(MAKER, late) }
      : thread;
  });
}

/** Said to be done, and not done. */
function namedByChanges(facts: WorldFacts): WorldFacts {
  return threaded(facts, (thread) => {
    const at = thread.at + 60 * DAY;
    if (thread.kind !== 'issue' || thread.closed !== null || at > END) return thread;
    const link = { how: 'commit', at, commit: 0, evidence: `${thread.id}${SAID}`, closes: true } as const;
    const shipped = { at, release: 0, version: '1.0.0', evidence: 'r1.0.0', noted: null };
    return { ...thread, links: [link], shipped, closed: closedBy(MAKER, at) };
  });
}
