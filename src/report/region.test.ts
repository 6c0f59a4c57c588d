/** Outlines hold the draws they promise, and the inner lies within the outer. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { middleOf, outline } from './region.ts';

type Point = readonly [number, number];

test('the outline of four corners and what lies between them is the four corners', () => {
  const draws: Point[] = [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
    [5, 5],
    [4, 6],
    [6, 4],
  ];
  expect(outline(draws, 1)).toEqual([
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
  ]);
  expect(middleOf(draws)).toEqual([5, 5]);
});

test('no draw lies outside the outline of all of them', () => {
  const point = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }));
  fc.assert(
    fc.property(fc.array(point, { minLength: 3, maxLength: 60 }), (draws) => {
      const corners = outline(draws, 1);
      fc.pre(corners.length > 2);
      for (const [x, y] of draws) {
        for (const [at, [ax, ay]] of corners.entries()) {
          const [bx, by] = corners[(at + 1) % corners.length] as Point;
          expect((bx - ax) * (y - ay) - (by - ay) * (x - ax)).toBeGreaterThanOrEqual(0);
        }
      }
    }),
  );
});
