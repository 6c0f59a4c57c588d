/** Products held against each other by the command line: what is alike is ranked, what is not says why. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Comparison } from '#core/comparison.ts';
import { run } from '../../src/cli/main.ts';
import { capturedTerminal } from './captured-terminal.ts';

const home = mkdtempSync(join(tmpdir(), 'bifocal-compare-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

async function compared(...words: string[]) {
  const terminal = capturedTerminal({ BIFOCAL_HOME: home }, 80);
  const exit = await run(['compare', ...words], terminal);
  return { exit, out: terminal.out(), err: terminal.err() };
}

test('a soft drink and a service share a year, and are ranked in nothing that they answer differently', async () => {
  const { exit, out, err } = await compared('sample:gallop', 'sample:fizz', '--json');
  expect(exit, err).toBe(0);
  const { products, figures, notes } = Comparison.parse(JSON.parse(out));
  expect(products.map(({ name }) => name)).toEqual(['Gallop', 'Fizz']);
  expect(Math.abs(Date.parse(products[0]?.at ?? '') - Date.parse(products[1]?.at ?? ''))).toBeLessThan(31 * 86_400_000);
  expect(notes.join(' ')).toContain('products of different kinds');
  const told = new Set(products.map(({ id }) => id));
  for (const { rows, leftOut, pairs, because } of figures) {
    // Nobody is lost: every product has its figure or a reason.
    expect(new Set([...rows, ...leftOut].map(({ product }) => product))).toEqual(told);
    for (const { because: why } of leftOut) expect(why).toMatch(/\.$/);
    if (because !== null) expect(pairs).toEqual([]);
  }
});

test('in words every line fits the screen and nobody wins in general', async () => {
  const { exit, out, err } = await compared('Gallop', 'Fizz');
  expect(exit, err).toBe(0);
  for (const line of out.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(80);
  expect(out).toContain('Gallop and Fizz side by side');
  expect(out.replaceAll(/\s+/g, ' ')).toContain('it is no verdict on who is better');
});

test('one product is not a comparison, nor is one product twice', async () => {
  expect((await compared('Gallop')).exit).toBe(2);
  const twice = await compared('Gallop', 'Gallop');
  expect(twice.exit).toBe(1);
  expect(twice.err).toContain('Gallop was named twice');
});
