/** Who stays in a need: whose nearest are of it, or who is nearest to its middle and says its name, or clearly nearest. */
import { expect, test } from 'vitest';
import { Nearest } from '../neighbours/nearest.ts';
import { centresOf } from './centres.ts';
import { staying, stays } from './staying.ts';

/** Directions in a plane, by their angle: two needs, around 0° and around 60°. */
const ANGLES = [0, 5, 10, 60, 65, 70, 33];
const OF = [0, 0, 0, 1, 1, 1];
const rows = ANGLES.flatMap((angle) => [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]);
const vectors = { rows: ANGLES.length, width: 2, data: Float32Array.from(rows) };

/** The last text, put into `need`, with `nearest` as those that pull at it. */
function last(need: number, nearest: readonly number[]): number {
  const all = new Nearest(ANGLES.length, nearest.length);
  for (const row of ANGLES.keys()) {
    for (const [place, other] of nearest.entries()) all.offer(row, other, 0.9 - place / 1000);
  }
  const of = Int32Array.from([...OF, need]);
  const centres = centresOf(vectors, Int32Array.from([...OF, -1]), 2);
  return staying(all, vectors, of, centres).at(-1) as number;
}

const never = () => false;
const always = () => true;

test('most of its nearest are of its need', () => {
  expect(stays(last(1, [3, 4, 0]), never)).toBe(true);
});

test('between two needs, with few of its nearest in its own: only where it says the name and is not nearer to the other', () => {
  const near = last(0, [0, 3, 4]);
  expect(stays(near, never)).toBe(false);
  expect(stays(near, always)).toBe(true);
  expect(stays(last(1, [0, 1, 3]), always)).toBe(false);
});

test('who was put nowhere stays nowhere', () => {
  expect(stays(last(-1, [0, 1, 2]), always)).toBe(false);
});
