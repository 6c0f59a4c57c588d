/** Shows that git’s output is read alike in whatever pieces it comes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Bytes } from './documents-bytes.ts';

async function* inPieces(whole: Buffer, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const size of [...sizes, whole.length]) {
    yield whole.subarray(at, at + size);
    at += size;
  }
}

test('lines and counted stretches are the same in whatever pieces they come', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.stringMatching(/^[a-z]{0,9}$/), fc.uint8Array({ maxLength: 20 }))),
      fc.array(fc.integer({ min: 0, max: 7 })),
      async (records, sizes) => {
        const whole = Buffer.concat(records.flatMap(([line, body]) => [Buffer.from(`${line}\n`), Buffer.from(body)]));
        const bytes = new Bytes(inPieces(whole, sizes));
        for (const [line, body] of records) {
          expect((await bytes.until(10))?.toString()).toBe(line);
          const stepped = Math.floor(body.length / 3);
          await bytes.skip(stepped);
          expect([...(await bytes.take(body.length - stepped))]).toEqual([...body.slice(stepped)]);
        }
        expect(await bytes.until(10)).toBeNull();
      },
    ),
  );
});

test('a last line without its end is read once', async () => {
  const bytes = new Bytes(inPieces(Buffer.from('one\ntwo'), [5]));
  expect([await bytes.until(10), await bytes.until(10), await bytes.until(10)].map((line) => line?.toString())).toEqual(
    ['one', 'two', undefined],
  );
});
