/** Docs stand beside what they describe: a unit without its page, cases and tests is not finished. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AUDITS } from '#audits/registry.ts';
import { COMMANDS } from '#cli/commands.ts';
import { ERRORS } from '#core/errors.ts';
import { SOURCES } from '#sources/registry.ts';
import { files, ROOT, text } from './tree.ts';

const HEADINGS = [
  'Question',
  'Why',
  'How it is measured',
  'Score',
  'What to do',
  'When it is wrong',
  'How it can be gamed',
];

function missing(paths: readonly string[]): string[] {
  return paths.filter((path) => !existsSync(join(ROOT, path)));
}

function headingsOf(path: string): string[] {
  return [...text(path).matchAll(/^## (.+)$/gm)].map((match) => match[1] ?? '');
}

test('every audit has its page, cases and tests', () => {
  const wanted = AUDITS.flatMap(({ id }) =>
    [`${id}.md`, `${id}.cases.ts`, `${id}.test.ts`].map((name) => `src/audits/${id}/${name}`),
  );
  expect(missing(wanted)).toEqual([]);
});

test.each(files(/^src\/audits\/([^/]+)\/\1\.md$/))('%s asks and answers in the usual order', (path) => {
  expect(headingsOf(path).filter((heading) => HEADINGS.includes(heading))).toEqual(HEADINGS);
});

test('every source has its page and tests', () => {
  const wanted = Object.keys(SOURCES).flatMap((id) =>
    [`${id}.md`, `${id}.test.ts`].map((name) => `src/sources/${id}/${name}`),
  );
  expect(missing(wanted)).toEqual([]);
});

test('every error is explained in the reference', () => {
  const explained = headingsOf('docs/reference/errors.md');
  expect(Object.keys(ERRORS).filter((code) => !explained.includes(code))).toEqual([]);
});

test('every command and flag is in the reference', () => {
  const page = text('docs/reference/cli.md');
  const named = headingsOf('docs/reference/cli.md');
  expect(COMMANDS.map(({ name }) => name).filter((name) => !named.includes(name))).toEqual([]);
  const flags = COMMANDS.flatMap((command) => command.flags.map(({ name }) => name));
  expect(flags.filter((name) => !page.includes(`\`--${name}`))).toEqual([]);
});

test('every audit names who pays when it is gamed: another audit, or a check in words', () => {
  const ids = AUDITS.map(({ id }) => id);
  const wrong = AUDITS.filter(
    ({ id, guardedBy }) => guardedBy === id || (!ids.includes(guardedBy) && !guardedBy.includes(' ')),
  );
  expect(wrong.map(({ id, guardedBy }) => `${id}: ${guardedBy}`)).toEqual([]);
});

test('decisions are numbered without gaps, and all are listed', () => {
  const decisions = files(/^docs\/decisions\/\d{4}-[a-z0-9-]+\.md$/).map((path) => path.split('/').at(-1) ?? '');
  expect(files(/^docs\/decisions\//)).toHaveLength(decisions.length + 1);
  expect(decisions.map((name) => Number(name.slice(0, 4)))).toEqual(decisions.map((_, index) => index + 1));
  const list = text('docs/decisions/README.md');
  expect(decisions.filter((name) => !list.includes(`(${name})`))).toEqual([]);
});
