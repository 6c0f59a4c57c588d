/** What games do to what a company claims and says aloud. */
import { DAY } from '#core/time.ts';
import type { LedgerClaim } from '#facts/ledger-values.ts';
import { FAVOURITE, post } from '../../test/worlds/simulated/aloud.ts';
import { END, type WorldFacts } from '../../test/worlds/simulated/world.ts';

function withClaims(facts: WorldFacts, of: (claim: LedgerClaim) => readonly LedgerClaim[]): WorldFacts {
  return { ...facts, ledger: { ...facts.ledger, all: facts.ledger.all.flatMap(of) } };
}

export function unbackedDeleted(facts: WorldFacts): WorldFacts {
  return withClaims(facts, (claim) => [
    claim.verdict === 'ahead of the evidence' ? { ...claim, lastAt: END - 30 * DAY } : claim,
  ]);
}

export function unbackedVague(facts: WorldFacts): WorldFacts {
  return withClaims(facts, (claim) => [
    claim.verdict === 'ahead of the evidence' ? { ...claim, verdict: 'vague' } : claim,
  ]);
}

export function neverLooked(facts: WorldFacts): WorldFacts {
  return withClaims(facts, (claim) => [
    claim.verdict === 'contradicted' ? { ...claim, verdict: 'seems to conflict', confirmed: false } : claim,
  ]);
}

export function vagueNamed(facts: WorldFacts): WorldFacts {
  return withClaims(facts, (claim) => [
    claim.verdict === 'vague' ? { ...claim, verdict: 'ahead of the evidence' } : claim,
  ]);
}

/** In one copy of its page each claim gives way to other words of the same thing. */
export function allReworded(facts: WorldFacts): WorldFacts {
  return withClaims(facts, (claim) => {
    if (claim.lastAt !== null || claim.within !== null) return [claim];
    const at = END - 60 * DAY;
    return [
      { ...claim, lastAt: at },
      { ...claim, id: `${claim.id}.anew`, firstAt: at, subject: `${claim.subject} anew` },
    ];
  });
}

export function namedUnseen(facts: WorldFacts): WorldFacts {
  const more = Array.from({ length: 100 }, (_, day) => post(`u${day}`, END - (day + 1) * DAY, FAVOURITE, null));
  const all = [...facts.posts.all, ...more].sort((a, b) => a.at - b.at);
  return { ...facts, posts: { ...facts.posts, all } };
}

export function movedInTime(facts: WorldFacts): WorldFacts {
  const all = facts.promises.all.map((one) => {
    const late = one.kept === null || (one.due !== null && one.kept.at >= one.due);
    return late && one.due !== null ? { ...one, kept: null, gone: { at: one.due - DAY, instead: null } } : one;
  });
  return { ...facts, promises: { ...facts.promises, all } };
}

export function letsYou(facts: WorldFacts): WorldFacts {
  const pages = facts.gains.pages.map((page) => ({ ...page, gains: page.gains.map(() => 'customer' as const) }));
  return { ...facts, gains: { pages } };
}
