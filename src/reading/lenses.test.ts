/** A lens is scored from three questions; below that only its band is told. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Audit, QuestionId } from '#core/audit.ts';
import type { Observation } from '#core/observation.ts';
import { windowUntil } from '#core/time.ts';
import { lensOf } from './lenses.ts';
import { placeOf } from './place.ts';
import { sensitivityOf } from './sensitivity.ts';
import { weigh } from './weigh.ts';

function auditOf(answers: QuestionId, hits: number, of: number): Audit {
  const observations: Observation[] = Array.from({ length: of }, (_, at) => ({
    block: `w${at}`,
    hit: at < hits,
    evidence: [],
  }));
  return {
    id: `audit-${answers}`,
    lens: 'product',
    answers,
    question: 'How many?',
    facts: [],
    unit: 'share',
    estimate: { of: 'share' },
    curve: {
      kind: 'knots',
      knots: [
        [0, 0],
        [1, 100],
      ],
    },
    norm: 'ours',
    minN: 20,
    version: 1,
    guardedBy: 'nothing',
    observe: () => ({ observations }),
    say: ({ n }) => `${n} cases.`,
    remedy: null,
  };
}

const weighed = (answers: QuestionId, hits: number, of = 40) => weigh(auditOf(answers, hits, of), {}, windowUntil(0));

test('three answered questions give a score, the fourth keeps its place', () => {
  const lens = lensOf('product', [weighed('substance', 20), weighed('arrives', 30), weighed('holds', 40)]);
  expect(lens.reading.score).toBeCloseTo(75, 0);
  expect(lens.reading.coverage).toBe(0.75);
  expect(lens.reading.lowest).toBe('substance');
  expect(lens.reading.questions.map(({ state }) => state)).toEqual(['scored', 'scored', 'scored', 'not-collected']);
});

test('two answered questions give a band and no score', () => {
  const { reading, draws } = lensOf('product', [weighed('substance', 20), weighed('arrives', 30)]);
  expect(reading.score).toBeNull();
  expect(draws).toHaveLength(0);
  expect(reading.because).toBe('Two of its four questions are answered; a score needs three.');
  expect(reading.band.worst).toBeGreaterThan(0);
  expect(reading.band.best).toBeLessThan(100);
});

test('cases below the least are told, never scored', () => {
  const one = weighed('substance', 3, 6);
  expect(one).toMatchObject({ state: 'insufficient-data', score: null, value: null, n: 6 });
  expect(one.because).toBe('6 of the 20 cases that a figure needs.');
});

test('a throw inside an audit is a result, not the end of the run', () => {
  const broken = {
    ...auditOf('holds', 1, 40),
    observe: () => {
      throw new Error('no such fact');
    },
  };
  expect(weigh(broken, {}, windowUntil(0))).toMatchObject({ state: 'error', value: null, score: null });
});

test('a missing question is neither nought nor a hundred: the score lies in the band of any answer', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 40 }),
      (a, b, c, d) => {
        const three = lensOf('product', [weighed('substance', a), weighed('arrives', b), weighed('holds', c)]).reading;
        const four = lensOf('product', [
          weighed('substance', a),
          weighed('arrives', b),
          weighed('holds', c),
          weighed('care', d),
        ]).reading;
        expect(four.score ?? -1).toBeGreaterThanOrEqual(three.band.worst - 1e-9);
        expect(four.score ?? 101).toBeLessThanOrEqual(three.band.best + 1e-9);
      },
    ),
    { numRuns: 20 },
  );
});

test('without the other lens no place is named, and the possible ones are', () => {
  const product = lensOf('product', [weighed('substance', 39), weighed('arrives', 39), weighed('holds', 39)]);
  const customer = lensOf('customer', []);
  const place = placeOf(product, customer);
  expect(place).toMatchObject({
    name: 'undecided',
    certainty: 'between',
    probabilities: null,
    between: ['both', 'product'],
  });
  expect(sensitivityOf(product, customer).samePlace).toBe(10_000);
});

test('two scored lenses far past the norm are both in focus', () => {
  const product = lensOf('product', [weighed('substance', 39), weighed('arrives', 39), weighed('holds', 39)]);
  const customer = lensOf('customer', [weighed('loved', 39), weighed('heard', 39), weighed('told', 39)]);
  expect(placeOf(product, customer)).toMatchObject({ name: 'both', certainty: 'is' });
});
