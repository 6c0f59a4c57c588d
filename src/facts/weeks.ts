/** The 52 weeks up to the reading's moment: in which the product was made, told about and its customers served, and how deep. */
import type { KindOfWork, WeekOfWork } from '#core/focus.ts';
import { dayOf, WEEK, weeksBack } from '#core/time.ts';
import { computeFact } from './define-fact.ts';
import { depthOf, weekDepths } from './rules/depth.ts';
import { servingIn } from './rules/serving.ts';
import { makingOnShelf, tellingAloud, withPosts, withSite } from './rules/shelf-weeks.ts';
import { tellingIn } from './rules/telling-pages.ts';
import type { Area, Areas, Commit, FactValues, History } from './values.ts';

const WEEKS = 52;
/** What a week's cell names: the biggest changes, enough to see what it was about. */
const NAMED = 5;

type Facts = Pick<FactValues, 'history' | 'areas' | 'work' | 'releases' | 'renewal'>;

export default computeFact({
  id: 'weeks',
  version: 6,
  facts: ['history', 'areas', 'work', 'releases', 'renewal', 'threads', 'pages', 'catalogue', 'posts'],
  compute: ({ threads, pages, catalogue, posts, ...facts }, { at }) => {
    const onShelf = catalogue.alone && (catalogue.looks.length > 0 || catalogue.collected);
    // A history shows each change of what lies in it; copies of pages are compared where there is none.
    const pagesTold = facts.history.commits.length === 0 ? tellingIn(pages, at) : null;
    const told = pagesTold ?? workOf(facts, 'telling', at);
    return {
      making: onShelf ? makingOnShelf(catalogue, at) : workOf(facts, 'product', at),
      telling: onShelf
        ? withSite(tellingAloud(catalogue, posts, at), pages.places.length > 0 ? pagesTold : null)
        : withPosts(told, pagesTold === null ? posts.all : [], at),
      serving: servingIn(threads, at),
    };
  },
});

function workOf(facts: Facts, area: 'product' | 'telling', at: number): KindOfWork {
  const { history, areas, renewal } = facts;
  const basis = area === 'product' ? basisOfMaking(facts) : 'README, docs, site and pictures';
  const because = onlyReleases(facts, area) ?? whyUnseen(history, areas, area, at);
  if (because !== null) {
    return { state: 'not-collected', because, basis, weeks: [], replaced: null, depthBecause: because };
  }
  const depth = depthOf(renewal, area, at);
  return {
    state: 'seen',
    because: null,
    basis,
    until: history.until ?? at,
    weeks: weeksOf(facts, area, at),
    replaced: depth.replaced,
    depthBecause: depth.because,
  };
}

function basisOfMaking({ releases, areas }: Facts): string {
  const where = releases.collected ? 'landed on the default branch or released' : 'landed on the default branch';
  return areas.because ? `${where}; ${areas.because}` : where;
}

/** A launch says that something came out, not in how many weeks it was made. */
function onlyReleases({ history, releases }: Facts, area: Area): string | null {
  if (history.commits.length > 0 || !releases.collected || area !== 'product') return null;
  return 'Only releases were seen: weeks say nothing about making, and how deep each went is not known.';
}

function whyUnseen(history: History, areas: Areas, area: Area, at: number): string | null {
  if (history.commits.length === 0) return 'No history of changes was read.';
  const { until = at } = history;
  if (until <= at - WEEKS * WEEK) {
    return `What shipped is known up to ${dayOf(until)}; read at that day to see it: --at ${dayOf(until)}.`;
  }
  const touched = areas.of.includes(area);
  if (touched) return null;
  if (!history.pathsKnown) return 'Which files the changes touched could not be read.';
  // Telling that never happened in a readable history is seen, and is none; making without a product is no question.
  return area === 'product' ? 'Nothing in the history looks like a product.' : null;
}

function weeksOf(facts: Facts, area: 'product' | 'telling', at: number): readonly WeekOfWork[] {
  const { history, work, releases, renewal } = facts;
  const mine = area === 'product' ? work.making : work.telling;
  const cells = Array.from({ length: cellsOf(history, at) }, (): number[] => []);
  for (const [index, commit] of history.commits.entries()) {
    if (mine[index] !== 1 || work.bot[index] === 1) continue;
    if (commit.landedAt === null && (releases.firstFinal[index] ?? -1) < 0) continue;
    cells[weeksBack(at, commit.at)]?.push(index);
  }
  const depths = weekDepths(renewal, area, at, cells.length);
  return cells
    .map((changes, back): WeekOfWork => {
      const named = biggest(changes, facts, area);
      const to = at - back * WEEK;
      return {
        to,
        happened: changes.length > 0,
        depth: depths[back] ?? null,
        changes: changes.length,
        evidence: named,
      };
    })
    .slice(weeksBack(at, Math.min(at, history.until ?? at)))
    .reverse();
}

function cellsOf({ commits }: History, at: number): number {
  const first = commits.reduce((least, commit) => Math.min(least, commit.at), Number.POSITIVE_INFINITY);
  return Math.min(WEEKS, weeksBack(at, first) + 1);
}

function biggest(changes: readonly number[], { history, areas }: Facts, area: Area): readonly string[] {
  const sized = changes.map((index) => {
    const commit = history.commits[index] as Commit;
    return { commit, size: commit.touched.filter((path) => areas.of[path] === area).length };
  });
  const bySize = (a: (typeof sized)[number], b: (typeof sized)[number]) =>
    b.size - a.size || a.commit.at - b.commit.at || (a.commit.id < b.commit.id ? -1 : 1);
  return sized
    .sort(bySize)
    .slice(0, NAMED)
    .map(({ commit }) => commit.id);
}
