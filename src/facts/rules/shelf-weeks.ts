/** Making and telling where no code is: what is sold and how it looks from a catalogue, what is said from advertisements and posts. */
import type { KindOfWork, Replaced, WeekOfWork } from '#core/focus.ts';
import { WEEK, weeksBack, YEAR_OF_WEEKS } from '#core/time.ts';
import type { Catalogue, Posts, ShelfChange } from '../shelf-values.ts';

const WEEKS = 52;
const NAMED = 5;

/** What is said counts as standing for the quarter of a year in which it was said: a season's campaign. */
const SEASON = 13 * WEEK;

interface Dated {
  readonly id: string;
  readonly at: number;
}

export function makingOnShelf(catalogue: Catalogue, at: number): KindOfWork {
  const { seen, looks, nouns, stood } = catalogue;
  const within = looks.filter((look) => look.at > at - YEAR_OF_WEEKS && look.at <= at).length;
  const basis =
    seen === 'looks' ? `${nouns.making}, by ${within} looks at the catalogue` : `${nouns.making}, as listed`;
  const because = catalogue.collected ? null : catalogue.because;
  if (because !== null) return unseen(because, basis);
  const made = catalogue.changes.filter(({ substance }) => substance);
  return {
    ...{ state: 'seen', because: null, basis, noun: nouns.making },
    ...(seen === 'looks' && { by: 'depth' as const, until: catalogue.lastAt ?? at }),
    weeks: weeksOf(
      made,
      { first: catalogue.firstAt ?? at, last: seen === 'looks' ? (catalogue.lastAt ?? at) : at },
      at,
    ),
    replaced: stood && shares(catalogue, 'substance'),
    depthBecause: catalogue.stoodBecause,
  };
}

/** A catalogue's looks and the advertisements together, whichever were read. */
export function tellingAloud(catalogue: Catalogue, posts: Posts, at: number): KindOfWork {
  const dressed = catalogue.collected ? catalogue.changes.filter(({ appearance }) => appearance) : [];
  const noun = [catalogue.collected ? catalogue.nouns.telling : '', posts.collected ? 'the advertising' : '']
    .filter(Boolean)
    .join(' or ');
  const basis = [
    catalogue.collected ? 'names, pictures and packaging' : '',
    posts.collected ? 'advertisements and posts' : '',
  ]
    .filter(Boolean)
    .join('; ');
  if (basis === '') return unseen('No advertisements, posts or pages were read.', 'advertisements and posts');
  const first = Math.min(catalogue.firstAt ?? at, posts.all[0]?.at ?? at);
  const said = saidAYearAgo(posts, at);
  const stood = catalogue.stood === null ? [] : shares(catalogue, 'appearance');
  const replaced = [...stood, ...(said ?? [])];
  return {
    ...{ state: 'seen', because: null, basis, noun },
    weeks: weeksOf([...dressed, ...posts.all], { first, last: at }, at),
    replaced: replaced.length > 0 ? replaced : null,
    depthBecause:
      replaced.length > 0 ? null : (catalogue.stoodBecause ?? 'Nothing is known of what was said a year ago.'),
  };
}

/** Weeks of a history in which something was said aloud beside it. */
export function withPosts(telling: KindOfWork, said: readonly Dated[], at: number): KindOfWork {
  if (said.length === 0 || telling.state !== 'seen' || telling.weeks.length === 0) return telling;
  const weeks = weeksOf(said, { first: at - YEAR_OF_WEEKS, last: at }, at);
  return { ...telling, basis: `${telling.basis}, advertisements and posts`, weeks: joined(telling.weeks, weeks) };
}

/** What a catalogue and advertisements tell, and the pages of a site beside them. */
export function withSite(aloud: KindOfWork, site: KindOfWork | null): KindOfWork {
  if (site === null || site.state !== 'seen') return aloud;
  if (aloud.state !== 'seen') return site;
  const replaced = [...(aloud.replaced ?? []), ...(site.replaced ?? [])];
  return {
    ...aloud,
    basis: `${aloud.basis}; ${site.basis}`,
    noun: `${aloud.noun ?? 'its look'} or the site`,
    weeks: joined(aloud.weeks, site.weeks),
    replaced: replaced.length > 0 ? replaced : null,
  };
}

/** The weeks of the first, with what the second saw in them. */
function joined(weeks: readonly WeekOfWork[], others: readonly WeekOfWork[]): readonly WeekOfWork[] {
  const byEnd = new Map(others.map((week) => [week.to, week]));
  return weeks.map((week): WeekOfWork => {
    const more = byEnd.get(week.to);
    if (!more?.happened) return week;
    const evidence = [...week.evidence, ...more.evidence].slice(0, NAMED);
    return { ...week, happened: true, changes: week.changes + more.changes, evidence };
  });
}

function unseen(because: string, basis: string): KindOfWork {
  return { state: 'not-collected', because, basis, weeks: [], replaced: null, depthBecause: because };
}

function weeksOf(happened: readonly Dated[], span: { first: number; last: number }, at: number): readonly WeekOfWork[] {
  const count = Math.min(WEEKS, weeksBack(at, span.first) + 1);
  const cells = Array.from({ length: count }, (): Dated[] => []);
  for (const one of happened) if (one.at <= at) cells[weeksBack(at, one.at)]?.push(one);
  return cells
    .map((found, back): WeekOfWork => {
      const evidence = found
        .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
        .slice(0, NAMED)
        .map(({ id }) => id);
      return { to: at - back * WEEK, happened: found.length > 0, depth: null, changes: found.length, evidence };
    })
    .slice(weeksBack(at, Math.min(at, span.last)))
    .reverse();
}

function shares({ stood }: Catalogue, part: 'substance' | 'appearance'): readonly Replaced[] {
  return (stood ?? []).flatMap(({ product, [part]: count }) =>
    count.stood === 0 ? [] : [{ block: `${part} of ${product}`, ...count }],
  );
}

/** Sentences said in the season up to a year ago: gone is what the newest season does not say. Null where none were. */
function saidAYearAgo({ all }: Posts, at: number): readonly Replaced[] | null {
  const during = (from: number, to: number) => all.filter((post) => post.at > from && post.at <= to);
  const then = during(at - YEAR_OF_WEEKS - SEASON, at - YEAR_OF_WEEKS);
  if (then.length === 0) return null;
  const now = new Set(during(at - SEASON, at).flatMap(({ sentences }) => sentences));
  return then.flatMap(({ id, sentences }) => {
    const gone = sentences.filter((sentence) => !now.has(sentence)).length;
    return sentences.length === 0 ? [] : [{ block: `said ${id}`, stood: sentences.length, gone }];
  });
}

/** When the newest change of substance was made; null where none was. */
export function newestMade(changes: readonly ShelfChange[]): number | null {
  return changes.findLast(({ substance }) => substance)?.at ?? null;
}
