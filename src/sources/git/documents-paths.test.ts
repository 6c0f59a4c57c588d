/** Shows which paths are documents, which speak of the past, and which README a host shows. */
import { expect, test } from 'vitest';
import { isDocument, isReadme, readmeRank, speaksOfThePast } from './documents-paths.ts';

test('a root README is known in every usual dress, and Markdown comes first', () => {
  const ranked = ['README', 'readme.txt', 'README.md', 'ReadMe.rst'].sort(
    (a, b) => (readmeRank(a) ?? 99) - (readmeRank(b) ?? 99),
  );
  expect(ranked).toEqual(['README.md', 'ReadMe.rst', 'readme.txt', 'README']);
  expect(['README.zh-CN.md', 'docs/README.md', 'README.html', 'READMEE.md'].map(readmeRank)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('READMEs anywhere and texts in documentation are documents; what tests and machines hold is not', () => {
  const yes = ['a/README.md', 'docs/x.md', 'a/b/guide/x.rst', 'site/pages/x.mdx'];
  const no = [
    'README.md',
    'docs/x.ts',
    'spec/README.md',
    'node_modules/a/README.md',
    'a/template-x/README.md',
    'docs/HISTORY.md',
    'src/x.md',
  ];
  expect(yes.filter((path) => !isDocument(path))).toEqual([]);
  expect(no.filter(isDocument)).toEqual([]);
  expect(isReadme('a/readme')).toBe(true);
});

test('pages about what was or is only meant, and translations, offer nothing', () => {
  const past = [
    'docs/migration.md',
    'docs/guide/migrating-from-v2.md',
    'guides/source/7_1_release_notes.md',
    'docs/upgrading/a.md',
    'blog/x.md',
    'docs/plans/2026-01-01-a.md',
    'docs/1.x/a.md',
    'docs/ja/a.md',
    'docs/zh-CN/guide/a.md',
    'doc/README-ko.md',
    'i18n/README.md',
    'docs/archive/x.md',
  ];
  const present = [
    'README.md',
    'docs/guide/features.md',
    'docs/config/server-options.md',
    'docs/installation.rst',
    'docs/v2/a.md',
    'docs/id.md',
    'docs/planning.md',
    'docs/api-v2.md',
  ];
  expect(past.filter((path) => !speaksOfThePast(path))).toEqual([]);
  expect(present.filter(speaksOfThePast)).toEqual([]);
});
