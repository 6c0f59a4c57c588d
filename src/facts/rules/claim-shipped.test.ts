/** What a change says that it takes away, and what is merely tidied. */
import { expect, test } from 'vitest';
import type { Evidence } from '#core/evidence.ts';
import { removalIn, ShippedSide } from './claim-shipped.ts';
import { namingTermsOf, termsOf } from './claim-terms.ts';

const NAMES = new Set<string>();

test.each([
  ['feat!: remove the second horse: nine for a city', ['second', 'hors']],
  ["feat!: take the second horse's button out", ['second', 'hors']],
  ['Drop Internet Explorer support', ['internet', 'explor']],
  ['feat: remove `--watch` option', ['watch']],
  ['remove the LessCSSGenerator and its option', ['less', 'css']],
  ['Removed mysql schema.', ['mysql']],
  ['remove throwOnError', ['throwonerror']],
])('%s', (title, things) => {
  expect([...(removalIn(title, NAMES) ?? [])]).toEqual(things);
});

test.each([
  'Remove unused JSON helper',
  'chore: drop watch dependency',
  'docs: remove watch from README',
  'Take the watch home',
  'Remove extra space in watch',
  'Add watch mode',
  'Remove Windows from testing temporarily',
  'remove Request.send(session)',
  'Remove get_socket in favour of sessions',
  'Drop `Leash(on_close=...)` from the API',
  'Remove support for collars < 3.6',
  'Drop Python 3.2',
  'Makefile: remove collar mount',
  'Remove collar mount of the leash where the second dog pulls on it hard',
])('%s takes nothing away that customers have', (title) => {
  expect(removalIn(title, NAMES)).toBeNull();
});

test('words of a removal stand in a claim in their order', () => {
  const shipped = new ShippedSide(new Set(['nose', 'bag']), NAMES);
  shipped.change({ id: 'c', type: 'commit', at: 0, title: 'Remove nose bag', data: null } as unknown as Evidence);
  const others = ['exampl', 'connect', 'depth', 'pipelin', 'benchmark'];
  const plain = new Set<string>();
  expect(shipped.removalOf(new Set([...others, 'nose', 'bag']), plain, -1)?.evidence).toBe('c');
  expect(shipped.removalOf(new Set([...others, 'bag', 'nose']), plain, -1)).toBeNull();
});

test('a single word counts where the claim writes it as a name, and not in any sense of it', () => {
  const shipped = new ShippedSide(new Set(['leash', 'fast']), NAMES);
  shipped.change({ id: 'c', type: 'commit', at: 0, title: 'Remove Leash', data: null } as unknown as Evidence);
  const goneOf = (claim: string) => shipped.removalOf(termsOf(claim), namingTermsOf(claim), -1)?.evidence;
  expect(goneOf('Walks with a Leash.')).toBe('c');
  expect(goneOf('Walks with `leash`.')).toBe('c');
  expect(goneOf('Walks on a leash.')).toBeUndefined();
  expect(goneOf('Leash your dog.')).toBeUndefined();
});

test('what still has a file of its own is not gone', () => {
  const shipped = new ShippedSide(new Set(['leash', 'map']), NAMES);
  shipped.change({ id: 'c', type: 'commit', at: 0, title: 'Remove leash maps', data: null } as unknown as Evidence);
  const thing = new Set(['leash', 'map']);
  expect(shipped.removalOf(thing, new Set(), -1)?.evidence).toBe('c');
  expect(shipped.removalOf(thing, new Set(), -1, (words) => words.has('leash'))).toBeNull();
});

test('what later changes go on speaking of is not gone', () => {
  const terms = new Set(['binari', 'data']);
  const side = (titles: readonly string[]) => {
    const shipped = new ShippedSide(terms, NAMES);
    for (const [at, title] of titles.entries())
      shipped.change({ id: `c${at}`, type: 'commit', at, title, data: null } as unknown as Evidence);
    return shipped.removalOf(terms, new Set(), -1);
  };
  expect(side(['Remove binary data', 'Faster start', 'Fewer colours'])?.evidence).toBe('c0');
  expect(side(['Remove binary data', 'Faster binary data', 'Fix reading of binary data'])).toBeNull();
});
