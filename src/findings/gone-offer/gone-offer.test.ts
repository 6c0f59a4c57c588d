/** A page offers what a commit removed: one finding a page and commit, with both quotes. */
import { expect, test } from 'vitest';
import { on, shaOf, story } from '#audits/story.ts';
import { windowUntil } from '#core/time.ts';
import goneOffer from './gone-offer.ts';

const WINDOW = windowUntil(on('2026-06-01'));
const removed = { sha: shaOf('c1'), at: on('2025-07-14'), subject: 'Drop --watch' };
const gone = { state: 'removed', removed, doc: 'README.md', lineNumber: 48, since: on('2023-03-02') } as const;

test('names the page, the thing and the commit, and quotes both sides', () => {
  const facts = story().change('2025-07-14', 'Drop --watch').offer('--watch', gone).facts();
  const [found] = goneOffer.find(facts, WINDOW);
  expect(found?.sentence).toBe('README.md still offers --watch, taken out in July 2025.');
  expect(found?.quotes).toEqual([
    { evidence: 'o1', field: 'quote', where: 'README.md, line 48, since 2 March 2023' },
    { evidence: 'c1', field: 'title', where: `commit ${shaOf('c1').slice(0, 7)}, 14 July 2025` },
  ]);
  expect(found?.step).toBe('Take the line out, or bring --watch back.');
});

test('what one commit took out is one finding, also where several pages offer it', () => {
  const facts = story()
    .change('2025-07-14', 'Drop the old scripts')
    .offer('npm run b', { ...gone, kind: 'command', lineNumber: 9 })
    .offer('npm run a', { ...gone, kind: 'command', lineNumber: 5 })
    .facts();
  const found = goneOffer.find(facts, WINDOW);
  expect(found).toHaveLength(1);
  expect(found[0]?.sentence).toContain('README.md still offers a and one more');
  const pages = story()
    .change('2025-07-14', 'Drop the old scripts')
    .offer('npm run a', { ...gone, kind: 'command', doc: 'docs/x.md' })
    .offer('npm run a', { ...gone, kind: 'command', doc: 'docs/y.md' });
  expect(goneOffer.find(pages.facts(), WINDOW)[0]?.sentence).toMatch(/^Two pages still offer a, /);
});

test('what still stands, and what went after the window, is no finding', () => {
  const later = { ...gone, removed: { ...removed, at: on('2026-06-02') } };
  const facts = story().change('2025-07-14', 'Drop').offer('--here').offer('--watch', later).facts();
  expect(goneOffer.find(facts, WINDOW)).toEqual([]);
});
