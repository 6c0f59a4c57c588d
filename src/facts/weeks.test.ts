/** The weeks of making and telling. */
import { expect, test } from 'vitest';
import { WEEK } from '#core/time.ts';
import { type CommitDetails, chain, commit, day, evaluate, identity, row, tag } from './rows.cases.ts';

const AT = day(400);

/** A commit so many weeks before the reading, in the middle of its week. */
function inWeek(back: number, name: string, details: CommitDetails & { subject?: string } = {}) {
  const { subject = 'Add a thing', ...rest } = details;
  return { ...commit(name, subject, rest), at: AT - back * WEEK - WEEK / 2 };
}

const first = inWeek(60, 'first');

test('counts 52 weeks that end at the reading, oldest first', async () => {
  const { weeks } = await evaluate(
    { changes: [first, inWeek(0, 'now'), inWeek(51, 'long ago'), inWeek(52, 'too long ago')] },
    AT,
  );
  const happened = weeks.making.weeks.map((week) => week.happened);
  expect(happened).toHaveLength(52);
  expect(happened.flatMap((did, index) => (did ? index : []))).toEqual([0, 51]);
  expect(weeks.making.weeks.at(-1)?.to).toBe(AT);
});

test('puts the very end of a week into that week', async () => {
  const onTheEdge = { ...commit('edge', 'Add a thing'), at: AT - WEEK };
  const { weeks } = await evaluate({ changes: [first, onTheEdge] }, AT);
  expect(weeks.making.weeks.at(-2)?.happened).toBe(true);
  expect(weeks.making.weeks.at(-1)?.happened).toBe(false);
});

test('counts no bots, no merges and nothing that neither landed nor was released', async () => {
  const changes = [
    first,
    inWeek(1, 'robot', { author: 'robot' }),
    inWeek(2, 'merge', { after: ['first', 'robot'], paths: ['src/app.ts'] }),
    inWeek(3, 'lost', { after: ['first'], land: null }),
    inWeek(4, 'patch', { after: ['first'], land: null }),
  ];
  const identities = [identity('robot', { bot: true })];
  const { weeks } = await evaluate({ changes, identities, releases: [tag('v1.0.1', 'patch', 390)] }, AT);
  expect(weeks.making.weeks.flatMap((week, index) => (week.happened ? 51 - index : []))).toEqual([4]);
  expect(weeks.making.basis).toBe('landed on the default branch or released');
});

test('counts making in the week it was built, not in the week it landed', async () => {
  const changes = [
    first,
    inWeek(9, 'side', { after: ['first'], land: 'merge' }),
    inWeek(2, 'merge', { after: ['first', 'side'] }),
  ];
  const { weeks } = await evaluate({ changes }, AT);
  expect(weeks.making.weeks.flatMap((week, index) => (week.happened ? 51 - index : []))).toEqual([9]);
});

test('tells making from telling', async () => {
  const changes = [
    first,
    inWeek(1, 'docs', { paths: ['README.md'] }),
    inWeek(2, 'code'),
    inWeek(3, 'tests', { paths: ['test/a.test.ts'] }),
  ];
  const { weeks } = await evaluate({ changes }, AT);
  const of = (kind: 'making' | 'telling') =>
    weeks[kind].weeks.flatMap((week, index) => (week.happened ? 51 - index : []));
  expect([of('making'), of('telling')]).toEqual([[2], [1]]);
});

test('has as many cells as the history has weeks', async () => {
  const { weeks } = await evaluate({ changes: [inWeek(5, 'a'), inWeek(1, 'b')] }, AT);
  expect(weeks.making.weeks).toHaveLength(6);
});

test('names the biggest changes of a week, earlier ones first among equals', async () => {
  const paths = (count: number) => Array.from({ length: count }, (_, index) => `src/${index}.ts`);
  const sizes = [1, 3, 2, 1, 1, 1, 1];
  const changes = [
    first,
    ...sizes.map((size, index) => ({
      ...inWeek(1, `s${index}`, { paths: paths(size) }),
      at: AT - 2 * WEEK + 1000 + index,
    })),
  ];
  const { weeks } = await evaluate({ changes }, AT);
  const cell = weeks.making.weeks.at(-2);
  const ids = changes.map(({ id }) => id);
  expect(cell?.changes).toBe(7);
  expect(cell?.evidence.map((id) => ids.indexOf(id))).toEqual([2, 3, 1, 4, 5]);
});

test('says how deep each week went and what of the year before is gone', async () => {
  const renewal = row('event', 'renewal', 'renewal', AT, {
    data: {
      from: AT - 52 * WEEK,
      to: AT,
      files: [
        ['src/app.ts', 200, 60, 9],
        ['src/new.ts', 0, 0, 50],
        ['README.md', 40, 10, 10],
      ],
      weeks: [
        { to: AT - 3 * WEEK, files: [['src/app.ts', 50, 10]] },
        {
          to: AT,
          files: [
            ['src/app.ts', 10, 4],
            ['README.md', 10, 10],
          ],
        },
      ],
    },
  });
  const { weeks } = await evaluate(
    { changes: [first, inWeek(1, 'a', { paths: ['src/app.ts', 'src/new.ts', 'README.md'] })], events: [renewal] },
    AT,
  );
  expect(weeks.making.replaced).toEqual([{ block: 'src/app.ts', stood: 200, gone: 60 }]);
  expect(weeks.telling.replaced).toEqual([{ block: 'README.md', stood: 40, gone: 10 }]);
  expect(weeks.making.weeks.slice(-4).map(({ depth }) => depth)).toEqual([0.25, null, null, 0.0625]);
  expect(weeks.telling.weeks.at(-1)?.depth).toBe(0.25);
});

test('measures each week by what stood when it began, so that a young product is never replaced twice over', async () => {
  const weeks = [3, 2, 1, 0].map((back) => ({ to: AT - back * WEEK, files: [['src/app.ts', 90, 110]] }));
  const data = { from: AT - 4 * WEEK, to: AT, files: [['src/app.ts', 100, 95, 80]], weeks };
  const { weeks: seen } = await evaluate(
    { changes: [inWeek(3, 'a')], events: [row('event', 'renewal', 'renewal', AT, { data })] },
    AT,
  );
  expect(seen.making.weeks.map(({ depth }) => depth)).toEqual([90 / 100, 90 / 120, 90 / 140, 90 / 160]);
  expect(seen.making.replaced).toBeNull();
  expect(seen.making.depthBecause).toBe(
    'The history begins on 2026-01-13, so nothing stood a year ago that could be replaced.',
  );
});

test('knows that nothing went in the weeks since the newest change', async () => {
  const data = {
    from: AT - 60 * WEEK,
    to: AT - 2 * WEEK,
    files: [['src/app.ts', 100, 5, 5]],
    weeks: [{ to: AT - 2 * WEEK, files: [['src/app.ts', 5, 5]] }],
  };
  const { weeks } = await evaluate(
    { changes: [first], events: [row('event', 'renewal', 'renewal', AT - 2 * WEEK, { data })] },
    AT,
  );
  expect(weeks.making.weeks.slice(-4).map(({ depth }) => depth)).toEqual([null, 0.05, 0, 0]);
});

test('takes nothing that was replaced before the window for depth', async () => {
  const files = [['src/app.ts', 200, 60, 9]];
  const renewal = row('event', 'renewal', 'renewal', AT - 60 * WEEK, {
    data: { from: 0, to: AT - 60 * WEEK, files, weeks: [] },
  });
  const { weeks } = await evaluate({ changes: [first], events: [renewal] }, AT);
  expect(weeks.making.replaced).toEqual([{ block: 'src/app.ts', stood: 200, gone: 0 }]);
});

test('counts a very large tree by its two top folders', async () => {
  const files = Array.from({ length: 5001 }, (_, index) => [`src/part${index % 3}/deep/f${index}.ts`, 2, 1, 0]);
  const renewal = row('event', 'renewal', 'renewal', AT, { data: { from: AT - 52 * WEEK, to: AT, files, weeks: [] } });
  const { weeks } = await evaluate({ changes: [first], events: [renewal] }, AT);
  expect(weeks.making.replaced).toEqual(
    ['src/part0', 'src/part1', 'src/part2'].map((block) => ({ block, stood: 3334, gone: 1667 })),
  );
});

test('says what was not seen and why', async () => {
  const nothing = (await evaluate({}, AT)).weeks;
  expect([nothing.making.state, nothing.making.because]).toEqual(['not-collected', 'No history of changes was read.']);
  expect(nothing.serving.because).toContain('No issues and no reviews were gathered');
  const quiet = (await evaluate({ changes: chain(1) }, AT)).weeks;
  expect([quiet.telling.state, quiet.telling.weeks.some(({ happened }) => happened)]).toEqual(['seen', false]);
  const { paths, ...blind } = commit('a', 'a').data ?? {};
  expect(paths).toBeDefined();
  expect((await evaluate({ changes: [{ ...commit('a', 'a'), data: blind }] }, AT)).weeks.making.because).toContain(
    'could not be read',
  );
  const generated = (await evaluate({ changes: chain(1, () => ({ paths: ['dist/a.js'] })) }, AT)).weeks;
  expect(generated.making.because).toBe('Nothing in the history looks like a product.');
});

test('says on what a book is judged', async () => {
  const { weeks } = await evaluate({ changes: chain(2, () => ({ paths: ['docs/ch1.md'] })) }, AT);
  expect(weeks.making.basis).toContain('texts and pages');
});
