/** Subjects taken apart. */
import { expect, test } from 'vitest';
import { processorTime } from '../../../test/processor-time.ts';
import { quotedByRevert, readSubject } from './subject.ts';

const named = (subject: string) => readSubject(subject).named;

test('reads conventional, bracketed and gitmoji prefixes', () => {
  expect(named('feat(ssr)!: add a hook (#12)')).toBe('feature');
  expect(named('Fix: crash on start')).toBe('fix');
  expect(named('[Fix] crash on start')).toBe('fix');
  expect(named('perf: fewer copies')).toBe('noticed');
  expect(named('✨ sign in with a key')).toBe('feature');
  expect(named(':bug: wrong colour')).toBe('fix');
  expect(named('♻️ split the parser')).toBe('refactor');
  expect(named('[ci skip] words')).toBe('docs');
  expect(named('fixup! docs: words')).toBe('docs');
});

test('takes an unknown prefix for a scope and leaves the words', () => {
  expect(readSubject('router: Handle empty paths (#7)')).toEqual({
    named: null,
    scope: '',
    routine: null,
    words: 'handle empty paths',
  });
  expect(readSubject('[client] Show a hint').words).toBe('show a hint');
});

test('knows prefixes that say no substance moved', () => {
  expect(readSubject('chore(deps): bump x').routine).toBe('pins');
  expect(readSubject('style: sort imports').routine).toBe('form');
  expect(readSubject('⬆️ something').routine).toBe('pins');
  expect(readSubject('chore: remove the old cache').routine).toBeNull();
});

test('finds what a revert takes back, through every layer', () => {
  expect(quotedByRevert('Revert "feat: a thing (#1)" (#2)')).toEqual({
    subject: 'feat: a thing (#1)',
    restores: false,
  });
  expect(quotedByRevert('Revert "Revert "Add a thing""')).toEqual({ subject: 'Add a thing', restores: true });
  expect(quotedByRevert('Reapply "Add a thing"')).toEqual({ subject: 'Add a thing', restores: true });
  expect(quotedByRevert('Revert to the old way')).toBeNull();
});

test('reads hostile subjects quickly', () => {
  const started = processorTime();
  for (const piece of ['(', '[', ':', 'a(', ' ', '"', 'Revert "', '✨', '(#1) '])
    readSubject(piece.repeat(2_000_000 / piece.length));
  expect(processorTime() - started).toBeLessThan(1000);
});
