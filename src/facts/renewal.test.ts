/** Events: what was renewed, what is offered, how long lines lived. */
import { expect, test } from 'vitest';
import type { JsonObject } from '#core/json.ts';
import { WEEK } from '#core/time.ts';
import { chain, commit, day, evaluate, row } from './rows.cases.ts';

function event(type: string, externalId: string, onDay: number, data: JsonObject, title: string | null = null) {
  return row('event', type, externalId, day(onDay), { title, data });
}

const files = [
  ['src/app.ts', 100, 40, 20],
  ['README.md', 50, 5, 5],
  ['gone/old.ts', 10, 10, 0],
  ['test/a.test.ts', 30, 30, 30],
];
const weeks = [
  { to: day(400) - WEEK, files: [['src/app.ts', 30, 10]] },
  {
    to: day(400),
    files: [
      ['src/app.ts', 10, 10],
      ['README.md', 5, 5],
      ['test/a.test.ts', 30, 30],
    ],
  },
];
const renewed = event('renewal', 'renewal', 400, { from: day(36), to: day(400), files, weeks });

test('reads renewal by file and week, each file in its area', async () => {
  const { renewal } = await evaluate({
    changes: chain(2, () => ({ paths: ['src/app.ts', 'README.md'] })),
    events: [renewed],
  });
  expect(renewal).toMatchObject({ collected: true, because: null, evidence: renewed.id, from: day(36), to: day(400) });
  expect(renewal.files.map(({ path, area, gone }) => [path, area, gone])).toEqual([
    ['src/app.ts', 'product', 40],
    ['README.md', 'telling', 5],
    ['gone/old.ts', 'product', 10],
    ['test/a.test.ts', 'upkeep', 30],
  ]);
  expect(renewal.weeks.map(({ product, telling }) => [product.gone, product.added, telling.gone])).toEqual([
    [30, 10, 0],
    [10, 10, 5],
  ]);
});

test('takes the area of most files for a folder that stands for them', async () => {
  const changes = [
    commit('a', 'a', { paths: ['core/x.ts', 'core/y.ts', 'core/x.test.ts', 'app.js', 'README.md', 'docs/a.md'] }),
  ];
  const byFolder = event('renewal', 'renewal', 400, {
    from: 0,
    to: 1,
    files: [
      ['core/', 9, 1, 1],
      ['docs/', 9, 1, 1],
      ['other/', 9, 1, 1],
    ],
    weeks: [],
  });
  const { renewal } = await evaluate({ changes, events: [byFolder] });
  expect(renewal.files.map(({ area }) => area)).toEqual(['product', 'telling', 'product']);
});

test('takes the newest renewal by the moment of the reading, and says why there is none', async () => {
  const older = event('renewal', 'older', 100, { from: 0, to: day(100), files: [['src/app.ts', 1, 0, 0]], weeks: [] });
  expect((await evaluate({ events: [older, renewed] }, day(200))).renewal.to).toBe(day(100));
  const { renewal } = await evaluate({ changes: chain(1) });
  expect(renewal.collected).toBe(false);
  expect(renewal.because).toContain('younger than eight weeks');
});

test('reads offers in the order in which a reader meets them', async () => {
  const removed = { sha: 'abc', at: day(3), subject: 'Drop --watch' };
  const offer = (name: string, line: number, data: JsonObject) =>
    event(
      'offer',
      `README.md#flag:${name}`,
      400,
      { kind: 'flag', doc: 'README.md', line, quote: `use ${name}`, since: day(1), ...data },
      name,
    );
  const { offers } = await evaluate({
    events: [
      offer('--watch', 9, { state: 'removed', removed }),
      offer('--json', 4, { state: 'present', removed: null }),
      offer('--odd', 1, { state: 'unheard of', removed: null }),
    ],
  });
  expect(offers.collected).toBe(true);
  expect(offers.all.map(({ name, state, removed: by }) => [name, state, by?.subject ?? null])).toEqual([
    ['--json', 'present', null],
    ['--watch', 'removed', 'Drop --watch'],
  ]);
});

test('tells docs that offer nothing from docs that were not read', async () => {
  expect((await evaluate({})).offers).toMatchObject({ collected: false, because: 'No README and no docs were read.' });
  const readme = row('document', 'readme', 'README.md@1', day(1), { body: '# Thing' });
  expect((await evaluate({ documents: [readme] })).offers).toMatchObject({ collected: true, all: [] });
});

test('reads how long lines of the product lived, by month of birth', async () => {
  const lives = (list: number[][]) => ({ product: list, telling: [[7, 9, 1]] });
  const { survival } = await evaluate({
    events: [
      event('lines', 'lines:2025-02', 400, { born: day(26), lives: lives([[70, 5, 1]]) }),
      event('lines', 'lines:2025-01', 400, {
        born: day(-5),
        lives: lives([
          [14, 3, 1],
          [350, 20, 0],
          [3, 0, 1],
        ]),
      }),
    ],
  });
  expect(survival.cohorts.map(({ born, lives: list }) => [born, list])).toEqual([
    [
      day(-5),
      [
        { days: 14, lines: 3, ended: true },
        { days: 350, lines: 20, ended: false },
      ],
    ],
    [day(26), [{ days: 70, lines: 5, ended: true }]],
  ]);
  expect((await evaluate({})).survival).toMatchObject({
    collected: false,
    because: 'How long lines live is read with --deep only.',
  });
});
