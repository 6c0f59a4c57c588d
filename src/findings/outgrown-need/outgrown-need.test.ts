/** A page that asks for less than the product needs. */
import { expect, test } from 'vitest';
import { on, shaOf, story } from '#audits/story.ts';
import { windowUntil } from '#core/time.ts';
import type { AskedRuntime } from '#facts/values.ts';
import outgrownNeed from './outgrown-need.ts';

const WINDOW = windowUntil(on('2026-06-01'));
const need = (doc: string, raised: string): AskedRuntime => ({
  id: `need ${doc}`,
  runtime: 'Rust',
  stated: '1.76',
  required: '1.88',
  doc,
  lineNumber: 320,
  manifest: 'Cargo.toml',
  raised: { sha: shaOf('c1'), at: on(raised) },
});
const { history } = story().change('2025-09-03', 'Raise the least version').facts();

test('names the page, both versions and the commit that raised it', () => {
  const [found] = outgrownNeed.find({ runtimes: [need('README.md', '2025-09-03')], history }, WINDOW);
  expect(found?.sentence).toBe('README.md asks for Rust 1.76; Cargo.toml has required 1.88 since September 2025.');
  expect(found?.quotes.map(({ evidence }) => evidence)).toEqual(['need README.md', 'c1']);
  expect(found?.step).toBe('Write Rust 1.88 there.');
});

test('several pages are one finding, and what was raised after the window is none', () => {
  const runtimes = [need('docs/a.md', '2025-09-03'), need('README.md', '2025-09-03')];
  const found = outgrownNeed.find({ runtimes, history }, WINDOW);
  expect(found.map(({ sentence }) => sentence.split(';')[0])).toEqual(['Two pages ask for Rust 1.76']);
  expect(outgrownNeed.find({ runtimes: [need('README.md', '2026-06-02')], history }, WINDOW)).toEqual([]);
});
