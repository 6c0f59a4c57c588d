/** The package of a world small enough to work out by hand: two groups, two needs, one thing that is said nowhere. */
import { describe, expect, test } from 'vitest';
import type { PackagePiece, PackageStuff } from '#core/package.ts';
import { packageOf } from './package.ts';

let count = 0;
function piece(person: string, segment: string | null, said: Partial<PackagePiece> = {}): PackagePiece {
  count += 1;
  return {
    ...{ evidence: `e${String(count).padStart(3, '0')}`, at: count, person, need: null },
    groups: { ...(segment !== null && { segment }), channel: 'those who review' },
    ...{ praise: false, leaving: false, shipped: false, waits: false, ...said },
  };
}

function many(n: number, of: string, segment: string | null, said: Partial<PackagePiece>): PackagePiece[] {
  return Array.from({ length: n }, (_, at) => piece(`${of}${at}`, segment, said));
}

const quote = (text: string) => ({ evidence: 'q', text, at: '2026-01-01T00:00:00Z', url: null });

function stuff(pieces: readonly PackagePiece[], more: Partial<PackageStuff> = {}): PackageStuff {
  return {
    ...{ until: 0, pieces, unsaid: new Set(), unsaidBecause: null, alike: new Map() },
    needs: [
      { id: 'light', name: 'lamp', statement: quote('A lamp for the way home.') },
      { id: 'time', name: 'late', statement: null },
    ],
    praise: new Map(pieces.map(({ evidence }) => [evidence, quote(`praise ${evidence}`)])),
    ...more,
  };
}

/** 12 of 12 night riders praise the light and stay; of 12 commuters 6 do and 6 leave. */
const world = () => [
  ...many(12, 'night', 'night riders', { need: 'light', praise: true }),
  ...many(6, 'loving', 'commuters', { need: 'light', praise: true }),
  ...many(6, 'leaving', 'commuters', { need: 'time', leaving: true }),
  ...many(3, 'waiting', 'night riders', { need: 'time', waits: true }),
];

describe('the ideal customer', () => {
  test('is the group that praises and stays more often than any other, with its interval', () => {
    const { ideal, groups, by } = packageOf(stuff(world()), null);
    expect(by).toBe('segment');
    expect(ideal.group).toBe('night riders');
    // Wilson at 95 %: 12 of 12 is 76 to 100 %; 6 of 12 is 25 to 75 %.
    expect(ideal.sentence).toContain('12 of 12');
    expect(ideal.sentence).toContain('(100 %, 76–100 %)');
    expect(groups.map(({ name, people, loving, either }) => [name, people, loving, either])).toEqual([
      ['night riders', 15, 12, 12],
      ['commuters', 12, 6, 12],
    ]);
  });

  test('is not known where groups are too alike, too small, or one', () => {
    const alike = [...many(10, 'a', 'one', { praise: true }), ...many(10, 'b', 'two', { praise: true })];
    expect(packageOf(stuff(alike), null).ideal).toMatchObject({ group: null });
    expect(packageOf(stuff(alike), null).ideal.sentence).toContain('too alike');
    const few = [...many(9, 'a', 'one', { praise: true }), ...many(9, 'b', 'two', { leaving: true })];
    expect(packageOf(stuff(few), null).ideal.sentence).toContain('no group has 10 people');
    const alone = [...many(10, 'a', 'one', { praise: true }), ...many(5, 'b', 'two', {})];
    expect(packageOf(stuff(alone), null).ideal.sentence).toContain('only “one” has 10 people');
    expect(packageOf(stuff(many(20, 'a', 'one', { praise: true })), null).ideal.sentence).toContain('two groups');
  });

  test('whoever praises and leaves has left, and ten pieces of one person are one', () => {
    const pieces = [...many(10, 'a', 'one', { praise: true }), ...many(5, 'b', 'two', {})];
    const shouting = Array.from({ length: 10 }, () => piece('b0', 'two', { praise: true }));
    const { groups } = packageOf(stuff([...pieces, ...shouting, piece('a0', 'one', { leaving: true })]), null);
    expect(groups.map(({ name, loving, either }) => [name, loving, either])).toEqual([
      ['one', 9, 10],
      ['two', 1, 1],
    ]);
  });
});

describe('needs by groups', () => {
  test('met, unmet, said nowhere, and spoken of by nobody', () => {
    const { rows } = packageOf(stuff(world(), { unsaid: new Set(['light']) }), null);
    expect(rows.map(({ says, cells }) => [says, cells.map(({ state, met, n }) => [state, met, n])])).toEqual([
      [
        'A lamp for the way home.',
        [
          ['not said', 12, 12],
          ['not said', 6, 6],
        ],
      ],
      [
        'late',
        [
          ['unmet', 0, 3],
          ['unmet', 0, 6],
        ],
      ],
    ]);
    const [light] = packageOf(stuff(many(12, 'night', 'x', { need: 'light', shipped: true })), 'segment').rows;
    expect(light?.cells[0]).toMatchObject({ state: 'met', met: 12, n: 12 });
    const apart = [...many(5, 'a', 'one', { need: 'light' }), ...many(5, 'b', 'two', { need: 'time' })];
    expect(packageOf(stuff(apart), null).rows.map(({ cells }) => cells.map(({ state }) => state))).toEqual([
      ['unmet', null],
      [null, 'unmet'],
    ]);
  });

  test('the newest word of a person settles a cell', () => {
    const before = many(5, 'a', 'one', { need: 'light', shipped: true });
    const again = piece('a0', 'one', { need: 'light', waits: true });
    const [row] = packageOf(stuff([...before, again]), 'segment').rows;
    expect(row?.cells[0]).toMatchObject({ n: 5, met: 4, waiting: 1 });
    expect(row?.cells[0]?.evidence).toContain(again.evidence);
    expect(row?.cells[0]?.evidence).toHaveLength(5);
  });

  test('four people are no group, nor are those whom nothing tells', () => {
    const pieces = [...many(5, 'a', 'one', {}), ...many(4, 'b', 'two', {}), ...many(3, 'c', null, {})];
    const { groups } = packageOf(stuff(pieces), 'segment');
    expect(groups.map(({ name, others, people }) => [name, others, people])).toEqual([
      ['one', false, 5],
      ['others', true, 7],
    ]);
  });
});

test('the best is what it meets and two people praise, in their words, the newest first', () => {
  const { best } = packageOf(stuff(world()), null);
  expect(best.map(({ says, people }) => [says, people])).toEqual([['A lamp for the way home.', 18]]);
  expect(best[0]?.quotes.map(({ text }) => text)).toHaveLength(2);
  expect(packageOf(stuff(many(1, 'a', 'one', { need: 'light', praise: true })), null).bestBecause).toContain(
    'Not known',
  );
});

describe('the smallest tinker', () => {
  const like = {
    ...{ ask: 'asked', text: 'Later on the bridge', version: '1.4', changes: 2, days: 9, evidence: ['c1', 'c2', 'r'] },
  };

  test('is what the ideal customers miss and took fewest changes, with both sides of its evidence', () => {
    const { tinker } = packageOf(stuff(world(), { alike: new Map([['time', like]]) }), null);
    expect(tinker.need).toBe('time');
    expect(tinker.sentence).toBe(
      '3 people of “night riders” still miss this: “late” Something alike, “Later on the bridge”, took 2 changes and 9 days until 1.4.',
    );
    expect(tinker.evidence.slice(3)).toEqual(['asked', 'c1', 'c2', 'r']);
  });

  test('is not known where nothing alike shipped, nothing is open, or nobody is the ideal', () => {
    expect(packageOf(stuff(world()), null).tinker.sentence).toContain('nothing alike has shipped');
    const done = world().filter(({ need, person }) => need !== 'time' || !person.startsWith('waiting'));
    expect(packageOf(stuff(done), null).tinker.sentence).toContain('no need is still open');
    expect(packageOf(stuff(many(6, 'a', 'one', {})), null).tinker.sentence).toContain('ideal customer is not known');
  });
});

test('nobody heard is said so', () => {
  expect(packageOf(stuff([], { needs: [], until: null }), null)).toMatchObject({ by: null, groups: [], rows: [] });
});
