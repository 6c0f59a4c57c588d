/** The package: the product at its best and the ideal customer, apart; then needs by groups of customers, together. */
import type { Grouping, PackageQuote, PackageStuff, PackageTold } from '#core/package.ts';
import { instantOf } from '#core/time.ts';
import { cellOf, isMet, lastWords } from './cells.ts';
import { grouped, waysIn } from './groups.ts';
import { idealOf } from './ideal.ts';
import { tinkerOf } from './tinker.ts';

/** As many as one looks at; the rest are counted. */
const ROWS = 20;
const BEST = 5;
const QUOTES = 2;
/** Praise of one person is a friend’s. */
const LEAST_PRAISE = 2;

/** `wanted` null: the most telling way that sets two groups apart, else by channel. */
export function packageOf(stuff: PackageStuff, wanted: Grouping | null): PackageTold {
  const pieces = stuff.pieces.toSorted((a, b) => a.at - b.at || (a.evidence < b.evidence ? -1 : 1));
  const ways = waysIn(pieces);
  const by = pieces.length === 0 ? null : (wanted ?? ways[0] ?? 'channel');
  const { groupOf, groups } = grouped(pieces, by ?? 'channel');
  const ideal = idealOf(groups);
  const byNeed = Map.groupBy(pieces, ({ need }) => need);
  const spoken = stuff.needs.filter(({ id }) => byNeed.has(id));
  const rows = spoken.slice(0, ROWS).map(({ id, name, statement }) => {
    const inGroup = Map.groupBy(byNeed.get(id) ?? [], ({ person }) => groupOf.get(person));
    const cells = groups.map((group) => cellOf(group.name, id, inGroup.get(group.name) ?? [], stuff));
    return { need: id, says: statement?.text ?? name, name, cells };
  });
  const best = bestOf(stuff, byNeed);
  const own = pieces.filter(({ person }) => groupOf.get(person) === ideal.group);
  return {
    ...{ until: stuff.until === null ? null : instantOf(stuff.until), by, ways, groups, best, ideal, rows },
    head: headOf(pieces.length, ideal.group, best.length),
    bestBecause: best.length > 0 ? null : `Not known yet: no need that it meets is praised by ${LEAST_PRAISE} people.`,
    more: spoken.length - rows.length,
    unsaidBecause: stuff.unsaidBecause,
    tinker: tinkerOf(ideal.group, own, stuff),
  };
}

/** Met by more than half of those who speak of it, most people who praise first. */
function bestOf(
  { needs, praise }: PackageStuff,
  byNeed: ReadonlyMap<string | null, PackageStuff['pieces']>,
): PackageTold['best'] {
  const found = needs.flatMap(({ id, name, statement }) => {
    const pieces = byNeed.get(id) ?? [];
    const last = lastWords(pieces);
    const praising = lastWords(pieces.filter((piece) => piece.praise && !piece.leaving));
    if (praising.length < LEAST_PRAISE || last.filter(isMet).length * 2 <= last.length) return [];
    const quotes = praising
      .toSorted((a, b) => b.at - a.at || (a.evidence < b.evidence ? -1 : 1))
      .flatMap(({ evidence }): PackageQuote[] => [praise.get(evidence)].flatMap((quote) => quote ?? []));
    return [{ need: id, says: statement?.text ?? name, people: praising.length, quotes: quotes.slice(0, QUOTES) }];
  });
  return found.sort((a, b) => b.people - a.people || (a.need < b.need ? -1 : 1)).slice(0, BEST);
}

function headOf(pieces: number, ideal: string | null, best: number): string {
  if (pieces === 0) return 'Nobody was heard yet, so no package can be put together.';
  const who = ideal === null ? 'Whom it fits best is not known yet' : `It fits “${ideal}” best`;
  const what =
    best === 0
      ? 'and no need that it meets is praised yet'
      : `and ${best === 1 ? 'one need that it meets is' : `${best} needs that it meets are`} praised`;
  return `${who}, ${what}.`;
}
