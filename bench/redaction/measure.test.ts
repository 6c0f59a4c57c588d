/** What the page on redaction says was measured is what is measured, and never less than it was. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Case, measure, readCases } from './measure.ts';

const PAGE = readFileSync(new URL('../../docs/reference/redaction.md', import.meta.url), 'utf8');

function rowOf(cases: readonly Case[]): string {
  const { all } = measure(cases);
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
  return `${cases.length} | ${all.marked} | ${share(all.gone, all.marked)} | ${share(all.right, all.taken)} |`;
}

test('the sets give the figures of the page', () => {
  expect(PAGE).toContain(`| first set, after mending | ${rowOf(readCases())}`);
  expect(PAGE).toContain(`| second set, after mending | ${rowOf(readCases('unseen.txt'))}`);
  expect(PAGE).toContain(`| third set, now | ${rowOf(readCases('third.txt'))}`);
});

test('at least 300 texts in several languages, a third of them with nothing to take out', () => {
  const cases = readCases();
  expect(cases.length).toBeGreaterThanOrEqual(300);
  expect(new Set(cases.map(({ language }) => language)).size).toBeGreaterThanOrEqual(10);
  expect(cases.filter(({ marks }) => marks.length === 0).length).toBeGreaterThan(cases.length / 3);
});

test('a piece that stays in part counts as missed, and one taken out of nothing as wrong', () => {
  const mail = 'ada@example.org';
  const half: Case = { language: 'en', text: `to ${mail} now`, marks: [{ kind: 'email', from: 0, to: 18 }] };
  expect(measure([half]).all).toMatchObject({ marked: 1, gone: 0, taken: 1, right: 1 });
  expect(measure([{ language: 'en', text: mail, marks: [] }]).all).toMatchObject({ taken: 1, right: 0 });
});
