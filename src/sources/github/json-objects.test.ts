/** Objects are cut out of any of the shapes that saved answers come in, wherever a piece of the text ends. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ObjectCutter, type Piece } from './json-objects.ts';

function cut(text: string, size = text.length || 1): Piece[] {
  const cutter = new ObjectCutter();
  const found: Piece[] = [];
  for (let at = 0; at < text.length; at += size) found.push(...cutter.push(text.slice(at, at + size)));
  return [...found, ...cutter.end()];
}

const anyObject = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }));

test('every shape of the same objects gives the same objects, however it is cut', () => {
  fc.assert(
    fc.property(fc.array(anyObject, { maxLength: 4 }), fc.integer({ min: 1, max: 40 }), (objects, size) => {
      const wanted = objects.map((object) => JSON.parse(JSON.stringify(object)) as unknown);
      const shapes = [
        JSON.stringify(objects),
        JSON.stringify(objects, null, 2),
        objects.map((object) => JSON.stringify(object)).join('\n'),
        JSON.stringify(objects.map((object) => [object])),
        objects.map((object) => JSON.stringify([object])).join(''),
      ];
      for (const shape of shapes) {
        const found = cut(shape, size).map((piece) =>
          'object' in piece ? (JSON.parse(piece.object) as unknown) : piece,
        );
        expect(found).toEqual(wanted);
      }
    }),
    { numRuns: 100 },
  );
});

test('what is no JSON, no object, or ends in the middle is told', () => {
  expect(cut('number,title\n1,Whistle')).toEqual([{ flaw: 'it holds something else than JSON objects' }]);
  expect(cut('["a"]')).toEqual([{ flaw: 'it holds something else than JSON objects' }]);
  expect(cut('[{"a":1},{"b":')).toEqual([{ object: '{"a":1}' }, { flaw: 'it ends in the middle' }]);
  expect(cut('')).toEqual([]);
});

test('an object without end is given up, not held', () => {
  const cutter = new ObjectCutter();
  const piece = 'x'.repeat(2 ** 22);
  const found = [...cutter.push('{"a":"')];
  for (let at = 0; at < 8; at += 1) found.push(...cutter.push(piece));
  expect(found).toEqual([{ flaw: 'one of its objects is longer than 16 MB' }]);
});
