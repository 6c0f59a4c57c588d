/** What is sold: its changes, how it was seen, and what of it stood a year ago. */
import { dayOf, WEEK, YEAR_OF_WEEKS } from '#core/time.ts';
import { computeFact } from './define-fact.ts';
import { heldAgainst } from './rules/shelf.ts';
import type { Catalogue, ShelfRows } from './shelf-values.ts';
import type { FactValues } from './values.ts';

/** A first look this much younger than a year is near enough to one, as for trees of files. */
const NEARLY_A_YEAR = YEAR_OF_WEEKS - 4 * WEEK;

type Facts = Pick<FactValues, 'shelfRows' | 'shelfChanges' | 'history'>;

export default computeFact({
  id: 'catalogue',
  version: 1,
  facts: ['shelfRows', 'shelfChanges', 'history'],
  compute: ({ shelfRows, shelfChanges, history }, { at }): Catalogue => {
    const { looks, listed } = shelfRows;
    const changes = shelfChanges.all;
    const titles = new Map([...listed.map(({ product, title }) => [product, title] as const), ...shelfChanges.titles]);
    const times = [...looks, ...changes].map((one) => one.at);
    const collected = looks.length > 1 || (looks.length === 0 && changes.length > 0);
    const because = looks.length === 1 ? 'The catalogue was looked at once; a change needs two looks.' : null;
    return {
      collected,
      because: collected ? null : (because ?? 'No catalogue and no list of changes was read.'),
      alone: history.commits.length === 0,
      seen: looks.length > 0 ? 'looks' : 'days',
      looks,
      firstAt: times.length === 0 ? null : times.reduce((least, one) => Math.min(least, one)),
      lastAt: times.length === 0 ? null : times.reduce((most, one) => Math.max(most, one)),
      changes,
      ...stoodOf({ shelfRows, shelfChanges, history }, titles, at),
      nouns: nounsOf(shelfRows, { shelfRows, shelfChanges, history }, at),
      titles,
    };
  },
});

function stoodOf(
  { shelfRows, shelfChanges }: Facts,
  titles: ReadonlyMap<string, string>,
  at: number,
): Pick<Catalogue, 'stood' | 'stoodBecause'> {
  const { looks } = shelfRows;
  const none = (stoodBecause: string) => ({ stood: null, stoodBecause });
  if (looks.length === 0) return none('Only changes are listed, not what stood a year ago.');
  const before = looks.findLast((look) => look.at <= at - YEAR_OF_WEEKS) ?? looks[0];
  if (!before || before.at > at - NEARLY_A_YEAR) {
    return none(
      `The first look at the catalogue was on ${dayOf(looks[0]?.at ?? at)}, so nothing is known of a year ago.`,
    );
  }
  return { stood: heldAgainst(shelfRows, shelfChanges.all, titles, { from: before.at, to: at }), stoodBecause: null };
}

const RECIPE = /^substance\.(?:recipe|ingredients|formula|formulation|composition)$/;
const DRESS = /^appearance\.(?:\w+_)?(can|bottle|label|packaging|box|cover|wrapper|sleeve)(?:_\w+)?$/;

/** Named after what the catalogue tells of: `the recipe` only while nothing else of substance changed in the year. */
function nounsOf({ listed }: ShelfRows, { shelfChanges }: Facts, at: number): Catalogue['nouns'] {
  const fields = new Set(listed.flatMap(({ values }) => [...values.keys()]));
  const recent = shelfChanges.all.filter((change) => change.substance && change.at > at - YEAR_OF_WEEKS);
  const only = recent.every(
    ({ fields: changed }) => changed.size > 0 && [...changed.keys()].some((field) => RECIPE.test(field)),
  );
  const recipe = [...fields].some((field) => RECIPE.test(field));
  const dress = [...fields].map((field) => DRESS.exec(field)?.[1]).find((name) => name !== undefined);
  return {
    making: recipe && only ? 'the recipe' : 'what is sold',
    telling: dress === undefined ? 'its look' : `the ${dress}`,
  };
}
