/** What games do to the history, the releases and the pages of a company. */
import { DAY } from '#core/time.ts';
import type { Release } from '#facts/values.ts';
import type { Dials } from '../../test/worlds/simulated/dials.ts';
import { END, type WorldFacts } from '../../test/worlds/simulated/world.ts';

const HOUR = DAY / 24;

export function rushed(): Partial<Dials> {
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

export function askedByFriends(facts: WorldFacts): WorldFacts {
  const all = facts.features.all.map((one) => ({ ...one, asked: one.asked ?? `friend ${one.id}` }));
  return { ...facts, features: { ...facts.features, all } };
}

export function neverBreaking(facts: WorldFacts): WorldFacts {
  const commits = facts.history.commits.map((commit, index) =>
    index % 2 === 0 ? { ...commit, breaking: false } : commit,
  );
  return { ...facts, history: { ...facts.history, commits } };
}

export function emptyReleases(facts: WorldFacts): WorldFacts {
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

export function manyTags(facts: WorldFacts): WorldFacts {
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

export function lateDates(facts: WorldFacts): WorldFacts {
  const { all, firstFinal } = facts.releases;
  const commits = facts.history.commits.map((commit, index) => {
    const released = all[firstFinal[index] ?? -1]?.at;
    const at = released === undefined ? commit.at : Math.max(commit.at, released - HOUR);
    return { ...commit, at, landedAt: at };
  });
  return { ...facts, history: { ...facts.history, commits } };
}

export function preRelease(facts: WorldFacts): WorldFacts {
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

export function relabelled(facts: WorldFacts, from: string, to: 'fix' | 'feature'): WorldFacts {
  const kind = facts.work.kind.map((one) => (one === from ? to : one));
  const visible = facts.work.visible.map((one, index) =>
    facts.work.kind[index] === from && facts.work.making[index] === 1 ? 1 : one,
  );
  return { ...facts, work: { ...facts.work, kind, visible } };
}

export function pastedNotes(facts: WorldFacts): WorldFacts {
  const { commits } = facts.history;
  const byRelease = new Map(
    facts.releases.all.map(({ brings, id }, place) => {
      const lines = brings.map((index) => commits[index]?.subject ?? '');
      return [place, { evidence: `n${id}`, lines, pasted: true }] as const;
    }),
  );
  return { ...facts, notes: { ...facts.notes, byRelease } };
}

export function plainText(facts: WorldFacts): WorldFacts {
  return { ...facts, offers: { ...facts.offers, all: facts.offers.all.filter(({ state }) => state === 'present') } };
}

export function claimedOwnUse(facts: WorldFacts): WorldFacts {
  return { ...facts, origins: { ...facts.origins, of: facts.origins.of.map((code) => (code === 4 ? 2 : code)) } };
}
