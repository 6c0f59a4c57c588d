/** What is sold without a line of code: which fields still stand after a year, in which weeks it moved, and what it is called. */
import { expect, test } from 'vitest';
import type { Evidence } from '#core/evidence.ts';
import type { JsonObject } from '#core/json.ts';
import { chain, day, evaluate, row } from './rows.cases.ts';

const SHELF = { origin: 'catalogue:shop' };

function look(onDay: number): Evidence {
  return row('event', 'look', `look:${onDay}`, day(onDay), { ...SHELF, data: { products: 2 } });
}

function listed(product: string, values: JsonObject): Evidence {
  return row('event', 'listed', `listed:${product}`, day(0), {
    ...SHELF,
    threadId: product,
    title: product,
    data: { values },
  });
}

function change(product: string, onDay: number, data: JsonObject): Evidence {
  return row('change', 'catalogue', `${onDay}:${product}`, day(onDay), {
    ...SHELF,
    threadId: product,
    title: `${product}: x`,
    data,
  });
}

const BUN = { 'substance.recipe': 'r1', 'substance.size': 's1', 'appearance.box': 'b1', 'appearance.name': 'n1' };
const LOOKS = [look(0), look(91), look(182), look(273), look(364)];
const STAYS = [...LOOKS, listed('bun', BUN), listed('roll', BUN)];
const NEW_BOX = change('bun', 182, { change: 'altered', of: ['appearance'], fields: { 'appearance.box': 'b2' } });
const OATS = change('bun', 273, { change: 'altered', of: ['substance'], fields: { 'substance.recipe': 'r2' } });

test('a new box is telling, and no making', async () => {
  const { weeks, catalogue, signs } = await evaluate({ events: STAYS, changes: [NEW_BOX] }, day(364));
  expect(weeks.making).toMatchObject({ state: 'seen', noun: 'the recipe', by: 'depth' });
  expect(weeks.making.weeks).toHaveLength(52);
  expect(weeks.making.weeks.filter(({ happened }) => happened)).toEqual([]);
  expect(weeks.making.replaced?.map(({ gone }) => gone)).toEqual([0, 0]);
  expect(weeks.telling.noun).toBe('the box');
  expect(weeks.telling.weeks.filter(({ happened }) => happened).map(({ evidence }) => evidence)).toEqual([
    [NEW_BOX.id],
  ]);
  expect(weeks.telling.replaced?.map(({ block, stood, gone }) => [block, stood, gone])).toEqual([
    ['appearance of bun', 2, 1],
    ['appearance of roll', 2, 0],
  ]);
  expect(catalogue.alone).toBe(true);
  expect(signs.newestMakingAt).toBeNull();
});

test('a new recipe is making; what is altered and altered back still stands', async () => {
  const back = change('bun', 364, { change: 'altered', of: ['substance'], fields: { 'substance.recipe': 'r1' } });
  const made = await evaluate({ events: STAYS, changes: [OATS] }, day(364));
  expect(made.weeks.making.replaced?.[0]).toMatchObject({ stood: 2, gone: 1 });
  expect(made.signs.newestMakingAt).toBe(OATS.at);
  const undone = await evaluate({ events: STAYS, changes: [OATS, back] }, day(364));
  expect(undone.weeks.making.replaced?.[0]).toMatchObject({ stood: 2, gone: 0 });
  const sized = change('bun', 273, { change: 'altered', of: ['substance'], fields: { 'substance.size': 's2' } });
  expect((await evaluate({ events: STAYS, changes: [sized] }, day(364))).weeks.making.noun).toBe('what is sold');
});

test('what goes is gone, but for the substance of one whose twin stays', async () => {
  const gone = (twin: object) =>
    evaluate(
      { events: STAYS, changes: [change('bun', 91, { change: 'dropped', of: ['substance'], ...twin })] },
      day(364),
    );
  expect((await gone({})).catalogue.stood?.[0]).toMatchObject({
    substance: { stood: 2, gone: 2 },
    appearance: { gone: 2 },
  });
  expect((await gone({ twin: 'roll' })).catalogue.stood?.[0]).toMatchObject({
    substance: { gone: 0 },
    appearance: { gone: 2 },
  });
});

test('one look tells no change, half a year tells no year, and a list of dates tells weeks', async () => {
  const once = await evaluate({ events: [look(0), listed('bun', BUN)] }, day(364));
  expect(once.weeks.making).toMatchObject({
    state: 'not-collected',
    because: 'The catalogue was looked at once; a change needs two looks.',
  });
  const young = await evaluate({ events: STAYS.slice(2), changes: [OATS] }, day(364));
  expect(young.catalogue.stoodBecause).toContain('The first look at the catalogue was on 2025-07-07');
  const dated = await evaluate({ changes: [change('bun', 300, { change: 'reformulated' })] }, day(364));
  expect(dated.weeks.making.by).toBeUndefined();
  expect(dated.weeks.making.weeks.filter(({ happened }) => happened)).toHaveLength(1);
});

const post = (text: string, onDay: number) =>
  row('document', 'advertisement', `p${onDay}`, day(onDay), { origin: 'posts:shop', body: text });

test('what was said a year ago is gone where the newest season does not say it', async () => {
  const documents = [post('All new. Since 2011!', 0), post('Newer still. SINCE 2011.', 360)];
  const { weeks, posts } = await evaluate({ documents, events: LOOKS }, day(364));
  expect(posts.all.map(({ sentences }) => sentences.length)).toEqual([2, 2]);
  expect(weeks.telling).toMatchObject({ noun: 'its look or the advertising', replaced: [{ stood: 2, gone: 1 }] });
});

test('beside a history of code, posts are weeks of telling, and the catalogue speaks no louder than it', async () => {
  const changes = chain(300, (index) => (index === 0 ? { paths: ['A README.md', 'A src/app.ts'] } : {}));
  const quiet = await evaluate({ changes }, day(299));
  const aloud = await evaluate({ changes, documents: [post('Hello.', 290)] }, day(299));
  const told = ({ weeks }: typeof quiet) => weeks.telling.weeks.filter(({ happened }) => happened).length;
  expect([told(quiet), told(aloud)]).toEqual([1, 2]);
  expect(aloud.weeks.making).toEqual(quiet.weeks.making);
  expect(aloud.catalogue.alone).toBe(false);
});

test('a launch is a release, known by its day where it has no version, and something was made for it', async () => {
  const launch = (name: string, onDay: number, version: string | null) =>
    row('release', 'launch', name, day(onDay), { origin: 'launches:shop', title: name, version });
  const seen = { releases: [launch('Phone', 10, null), launch('Phone 5', 300, '5')] };
  const { releases, signs, weeks } = await evaluate(seen);
  expect(signs.newestMakingAt).toBe(day(300));
  expect(weeks.making.because).toMatch(/^Only releases were seen/);
  const dressed = await evaluate({ ...seen, events: STAYS, changes: [NEW_BOX] });
  expect(dressed.signs.newestMakingAt).toBeNull();
  expect(releases.all.map(({ name, version }) => [name, version])).toEqual([
    ['Phone', '2025-01-16'],
    ['Phone 5', '5'],
  ]);
});
