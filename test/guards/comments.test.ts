/** Each file opens with one sentence on what it is for; nothing is left lying about in comments or tests. */
import { expect, test } from 'vitest';
import { codeLines, type Line, lines } from './code-lines.ts';
import { codeFiles, files, text } from './tree.ts';

function matching(found: readonly Line[], wanted: RegExp): string[] {
  return found.filter(({ line }) => wanted.test(line)).map(({ at, line }) => `${at} ${line}`);
}

test('every file of code opens with a sentence on what it is for', () => {
  const opening = /^(#!.*\n)?\/\*\*(\n \*)? \S[\s\S]*?\*\//;
  expect([...codeFiles(), 'vitest.config.ts'].filter((path) => !opening.test(text(path)))).toEqual([]);
});

test('no comment puts work off or fences code in', () => {
  const left = /\bTOD[O]\b|\bFIXM[E]\b|^\/\/\s*[-=*#/]{4,}/;
  expect(matching(codeFiles().flatMap(lines), left)).toEqual([]);
});

test('no type check is silenced', () => {
  expect(matching(files(/\.tsx?$/).flatMap(lines), /@ts-(ignor[e]|nochec[k]|expect-erro[r])/)).toEqual([]);
  expect(matching(files(/\.tsx?$/).flatMap(codeLines), /\bas an[y]\s*([;,)\].>]|$)|: an[y]\b|<an[y]>/)).toEqual([]);
});

test('no test is left out, singled out or put off without a reason', () => {
  const tests = files(/\.test\.tsx?$/);
  expect(matching(tests.flatMap(codeLines), /\b(test|it|describe)\.(only|skip|todo|fails)\b/)).toEqual([]);
  const conditional = tests.filter((path) => /\.(skipIf|runIf)\(/.test(text(path)));
  expect(conditional.filter((path) => !/\(needs [^()]+\)/.test(text(path)))).toEqual([]);
});
