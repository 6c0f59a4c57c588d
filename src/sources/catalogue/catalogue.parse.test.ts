/** Any text is a shelf or has a flaw, quickly; two snapshots alike never differ; prices are read as people write them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { processorTime } from '../../../test/processor-time.ts';
import { readShelf } from './catalogue.parse.ts';
import { changesBetween } from './compare.ts';
import { type Entry, priceOf, type Snapshot } from './entry.ts';
import { fieldName, partOf } from './fields.ts';

const NONE = { substance: [], appearance: [], aside: [] };
const PLAIN = { id: null, date: null };

test('any text is read, or refused with a flaw that does not quote it', () => {
  const piece = fc.constantFrom(
    '<item>',
    '</item>',
    '<g:id>',
    '</g:id>',
    '<![CDATA[',
    ']]>',
    '&#x41;',
    '&amp',
    'id,',
    '\n',
    '"',
    '{',
    '[',
    ':',
    'x',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.array(piece, { maxLength: 40 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const read = readShelf(text, PLAIN);
      if ('flaw' in read) expect(read.flaw.length).toBeLessThan(120);
      else for (const entry of read.entries) expect(entry.id).not.toBe('');
    }),
    { seed: 7, numRuns: 500 },
  );
});

test('hostile text takes linear time', () => {
  const before = processorTime();
  for (const text of [
    '<a>'.repeat(200_000),
    `<rss>${'<item><id>'.repeat(20)}`,
    `<r>${'&#'.repeat(300_000)}</r>`,
    '<!--'.repeat(100_000),
  ]) {
    readShelf(text, PLAIN);
  }
  expect(processorTime() - before).toBeLessThan(2_000);
});

const entry = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c'),
    recipe: fc.constantFrom('milk', 'rye'),
    can: fc.constantFrom('red', 'blue'),
  })
  .map(({ id, recipe, can }): Entry => {
    const values = new Map([
      ['recipe', recipe],
      ['flour', recipe],
      ['can', can],
    ]);
    return { id, title: id, values, price: null };
  });
const snapshot = fc.array(entry).map((entries): Snapshot => {
  const fields = new Set(['recipe', 'flour', 'can']);
  return { at: 0, entries: new Map(entries.map((one) => [one.id, one])), fields };
});

test('a snapshot never differs from itself; there and back name the same products', () => {
  fc.assert(
    fc.property(snapshot, snapshot, (one, other) => {
      expect(changesBetween(one, one, NONE)).toEqual([]);
      const named = (from: Snapshot, to: Snapshot) => changesBetween(from, to, NONE).map((change) => change.entry.id);
      expect(named(one, other)).toEqual(named(other, one));
    }),
    { seed: 7 },
  );
});

test('fields fall into their part by name', () => {
  const part = (name: string) => partOf(fieldName(name), NONE);
  expect(['Image Link', 'g:title', 'Can', 'canDesign', 'colour'].map(part)).toEqual(Array(5).fill('appearance'));
  expect(['Recipe', 'sugar_g', 'size', 'material', 'Serving tip'].map(part)).toEqual(Array(5).fill('substance'));
  expect(['Price', 'sale price'].map(part)).toEqual(['price', 'price']);
  expect(['SKU', 'updatedAt', 'availability', 'google product category', 'link'].map(part)).toEqual(
    Array(5).fill('aside'),
  );
});

test('prices as people write them', () => {
  expect(['1.20', '1,20 €', '$1,299.00', '1.299,00 EUR', '1,299', 'free'].map(priceOf)).toEqual([
    1.2,
    1.2,
    1299,
    1299,
    1299,
    null,
  ]);
});
