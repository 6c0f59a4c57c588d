/** Telling where no history was read: weeks in which a page of the site changed or something was said, and how deep. */
import type { KindOfWork, Replaced, WeekOfWork } from '#core/focus.ts';
import { dayOf, WEEK, weeksBack, YEAR_OF_WEEKS } from '#core/time.ts';
import type { Pages } from '../values.ts';

const WEEKS = 52;
const NAMED = 5;

type Copy = Pages['places'][number]['copies'][number];

interface Change {
  readonly id: string;
  readonly at: number;
  readonly gone: number;
  readonly added: number;
}

/** Null where there is neither a page nor a post: then the history is what was asked for. */
export function tellingIn({ places, said }: Pages, at: number): KindOfWork | null {
  const first = firstOf([...places.flatMap(({ copies }) => copies[0]?.at ?? []), ...said.map((one) => one.at)]);
  if (first === null) return null;
  const began = firstOf(places.flatMap(({ copies }) => copies[0]?.at ?? []));
  const changes = [
    ...places.flatMap(({ copies }) => changesOf(copies, began)),
    ...said.map(({ id, at: when }) => ({ id, at: when, gone: 0, added: 0 })),
  ];
  const depth = replacedIn(places, at, began);
  const basis =
    places.length === 0 ? 'posts and advertisements' : said.length === 0 ? 'the site' : 'the site and its posts';
  const weeks = weeksOf(changes, places, first, at);
  return { state: 'seen', because: null, basis, weeks, replaced: depth.replaced, depthBecause: depth.because };
}

function firstOf(times: readonly number[]): number | null {
  return times.length === 0 ? null : times.reduce((least, at) => Math.min(least, at));
}

/** Each copy against the one before; a page that comes later than the first copy of the site is a change of the site. */
function changesOf(copies: readonly Copy[], began: number | null): readonly Change[] {
  return copies.flatMap((copy, index): Change[] => {
    const before = copies[index - 1];
    if (before === undefined) {
      return copy.at === began ? [] : [{ id: copy.id, at: copy.at, gone: 0, added: copy.lines.length }];
    }
    const gone = goneFrom(before.lines, copy.lines);
    const added = copy.lines.length - before.lines.length + gone;
    return gone + added === 0 ? [] : [{ id: copy.id, at: copy.at, gone, added }];
  });
}

/** Lines of one copy that another no longer has, each as often as it stood. */
function goneFrom(before: readonly string[], after: readonly string[]): number {
  const left = new Map<string, number>();
  for (const line of after) left.set(line, (left.get(line) ?? 0) + 1);
  let gone = 0;
  for (const line of before) {
    const many = left.get(line) ?? 0;
    if (many === 0) gone += 1;
    else left.set(line, many - 1);
  }
  return gone;
}

function weeksOf(
  changes: readonly Change[],
  places: Pages['places'],
  first: number,
  at: number,
): readonly WeekOfWork[] {
  const cells = Array.from({ length: Math.min(WEEKS, weeksBack(at, first) + 1) }, (): Change[] => []);
  for (const change of changes) cells[weeksBack(at, change.at)]?.push(change);
  return cells
    .map((some, back): WeekOfWork => {
      const to = at - back * WEEK;
      const standing = linesAt(places, to - WEEK);
      const gone = some.reduce((sum, change) => sum + change.gone, 0);
      const biggest = some.toSorted(
        (a, b) => b.gone + b.added - a.gone - a.added || a.at - b.at || (a.id < b.id ? -1 : 1),
      );
      return {
        to,
        happened: some.length > 0,
        depth: standing === 0 ? null : Math.min(1, gone / standing),
        changes: some.length,
        evidence: biggest.slice(0, NAMED).map(({ id }) => id),
      };
    })
    .reverse();
}

function copyAt(copies: readonly Copy[], time: number): Copy | null {
  return copies.findLast(({ at }) => at <= time) ?? null;
}

function linesAt(places: Pages['places'], time: number): number {
  return places.reduce((sum, { copies }) => sum + (copyAt(copies, time)?.lines.length ?? 0), 0);
}

function replacedIn(
  places: Pages['places'],
  at: number,
  began: number | null,
): { readonly replaced: readonly Replaced[] | null; readonly because: string | null } {
  const replaced = places.flatMap(({ place, copies }): Replaced[] => {
    const [stood, now] = [copyAt(copies, at - YEAR_OF_WEEKS), copyAt(copies, at)];
    if (stood === null || now === null || stood.lines.length === 0) return [];
    return [{ block: place, stood: stood.lines.length, gone: goneFrom(stood.lines, now.lines) }];
  });
  if (replaced.length > 0) return { replaced, because: null };
  if (began === null) return { replaced: null, because: 'Posts and advertisements replace nothing that stood.' };
  const because = `The first copy of the site is of ${dayOf(began)}, so nothing is known to have stood a year ago.`;
  return { replaced: null, because };
}
