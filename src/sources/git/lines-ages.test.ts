/** Shows that runs of lines behave as a plain list of lines would. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineAges } from './lines-ages.ts';

const birthsOf = (ages: LineAges) => {
  const births: number[] = [];
  ages.each((born, lines) => births.push(...Array.from({ length: lines }, () => born)));
  return births;
};

/** Some hunks that fit a file of `length` lines: ascending, apart, within it. */
const editsOf = (length: number) =>
  fc.array(fc.tuple(fc.nat(4), fc.nat(3), fc.nat(3)), { maxLength: 6 }).map((steps) => {
    let at = 0;
    return steps.flatMap(([skip, gone, added]) => {
      const start = at + skip;
      if (start + gone > length || gone + added === 0) return [];
      at = start + gone + 1;
      return [{ start, gone, added }];
    });
  });

test('runs of lines keep the same births as a plain list of lines does', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 12 }), fc.infiniteStream(fc.nat()), (seeds, _) => {
      const ages = new LineAges();
      let plain: number[] = [];
      for (const [day, seed] of seeds.entries()) {
        const [hunks = []] = fc.sample(editsOf(plain.length), { seed, numRuns: 1 });
        const died: number[] = [];
        ages.patch(hunks, day, (born, lines) => died.push(...Array.from({ length: lines }, () => born)));
        const next: number[] = [];
        const expectedDead: number[] = [];
        let at = 0;
        for (const { start, gone, added } of hunks) {
          next.push(...plain.slice(at, start), ...Array.from({ length: added }, () => day));
          expectedDead.push(...plain.slice(start, start + gone));
          at = start + gone;
        }
        plain = [...next, ...plain.slice(at)];
        expect(birthsOf(ages)).toEqual(plain);
        expect(died).toEqual(expectedDead);
      }
    }),
  );
});
