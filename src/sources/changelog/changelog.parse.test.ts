/** The parser over every format it knows, over any text at all, and over the worst texts. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from '#core/time.ts';
import { type Changelog, parseChangelog } from './changelog.parse.ts';

/** `version day lines` of each entry, as a reader would list them. */
function listed(log: Changelog): string[] {
  return log.entries.map((entry) => {
    const name = entry.unreleased ? `${entry.version ?? ''}(unreleased)` : (entry.version ?? 'day');
    return `${name} ${entry.at === null ? 'undated' : dayOf(entry.at)} ${entry.lines.length}`;
  });
}

function lines(log: Changelog): string[] {
  return log.entries.flatMap((entry) => entry.lines.map(({ section, under, text }) => `${section}/${under}: ${text}`));
}

test('Keep a Changelog is read with its unreleased part, yanked versions and link definitions', () => {
  const log = parseChangelog(
    `# Changelog

All notable changes are here.

## [Unreleased]
### Added
- A thing in the making.

## [1.1.0] - 2024-02-29 [YANKED]
### Removed
- The old door.
- The older door,
  and its key.

## [1.0.0] - 2024-01-02
### Security
- Locks.

[Unreleased]: https://example.org/compare/v1.1.0...HEAD
[1.1.0]: https://example.org/releases/1.1.0
`,
    { path: 'CHANGELOG.md' },
  );
  expect(listed(log)).toEqual(['(unreleased) undated 1', '1.1.0 2024-02-29 2', '1.0.0 2024-01-02 1']);
  expect(lines(log)).toEqual([
    'added/null: A thing in the making.',
    'removed/null: The old door.',
    'removed/null: The older door, and its key.',
    'security/null: Locks.',
  ]);
  expect(log.entries[1]?.yanked).toBe(true);
});

test('conventional changelogs are read through their links and marked as pasted', () => {
  const log = parseChangelog(
    `## <small>[5.0.1](https://example.org/compare/v5.0.0...v5.0.1) (2024-01-09)</small>
### Bug Fixes

* **css:** keep order ([#12](https://example.org/issues/12)) ([d4295a9](https://example.org/commit/d4295a9))
* undo a slip ([1c6b239](https://example.org/commit/1c6b239))

# [5.0.0](https://example.org/compare/v4.9.0...v5.0.0) (2024-01-02)

### ⚠ BREAKING CHANGES

* drop the old config

### Previous series
#### 4.8.x (2023-01-01 - 2023-02-01)
See [4.8.3 changelog](https://example.org/4.8.3)

#### [4.9.0](https://example.org/compare/a...b) (2023-12-01)
See [4.9.0 changelog](https://example.org/4.9.0)
`,
    { path: 'packages/x/CHANGELOG.md' },
  );
  expect(listed(log)).toEqual(['5.0.1 2024-01-09 2', '5.0.0 2024-01-02 1', '4.9.0 2023-12-01 0']);
  expect(log.entries.map(({ pasted }) => pasted)).toEqual([true, false, false]);
  expect(log.entries.map(({ elsewhere }) => elsewhere)).toEqual([false, false, true]);
  expect(log.series).toEqual(['4.8.x (2023-01-01 - 2023-02-01)']);
  expect(log.entries[1]?.lines[0]).toMatchObject({ section: 'changed', text: 'drop the old config' });
});

test('dated headings are read in the ways people write them', () => {
  const headings = [
    ...['## v1.9.0 - 2024-01-09', '## 1.8 (2024-01-08)', '## 1.7.0 / 2024-01-07', '## Version 1.6, January 6th, 2024'],
    ...['## Release 1.5.0 (5 Jan 2024)', '## Rails 1.4.0 (January 04, 2024) ##', '## 1.3.0 — "Calm" — 2024/01/03'],
    ...['## 🎉 1.2.0 (Jan 2, 2024)', '## pkg@1.1.0 (2024-01-01)', '## [1.0.0-rc.1] 2023-12-31', '## 2023.12.30'],
  ];
  const log = parseChangelog(headings.map((heading) => `${heading}\n\n- a line\n`).join('\n'), {
    path: 'CHANGELOG.md',
  });
  expect(listed(log)).toEqual([
    ...['1.9.0 2024-01-09 1', '1.8 2024-01-08 1', '1.7.0 2024-01-07 1', '1.6 2024-01-06 1', '1.5.0 2024-01-05 1'],
    ...['1.4.0 2024-01-04 1', '1.3.0 2024-01-03 1', '1.2.0 2024-01-02 1', '1.1.0 2024-01-01 1'],
    ...['1.0.0-rc.1 2023-12-31 1', '2023.12.30 2023-12-30 1'],
  ]);
  expect(log.entries[8]?.name).toBe('pkg');
});

test('days without versions are entries, and so are months', () => {
  const days = parseChangelog('# Log\n\n## 2024-01-09\n- b\n\n## 2024-01-02 – Doors\n- a\n', { path: 'log/2024.md' });
  expect(listed(days)).toEqual(['day 2024-01-09 1', 'day 2024-01-02 1']);
  const months = parseChangelog('## February 2024\n- b\n## January 2024\n- a\n', { path: 'CHANGELOG.md' });
  expect(listed(months)).toEqual(['day 2024-02-01 1', 'day 2024-01-01 1']);
  expect(months.entries[0]?.monthOnly).toBe(true);
});

test('a day around a version dates it', () => {
  const under = parseChangelog('## 2024-01-09\n### v1.1\n- b\n### v1.0.1\n- a\n', { path: 'CHANGELOG.md' });
  expect(listed(under)).toEqual(['1.1 2024-01-09 1', '1.0.1 2024-01-09 1']);
  const below = '## 1.2\n*Released 2024-01-09*\n- b\n## 1.1\n_2024-01-02_ [diff](x)\n- a\n## 1.0\n- since 2024-01-01\n';
  expect(listed(parseChangelog(below, { path: 'CHANGELOG.md' }))).toEqual([
    ...['1.2 2024-01-09 1', '1.1 2024-01-02 1', '1.0 undated 1'],
  ]);
});

test('reStructuredText is read by its underlines', () => {
  const log = parseChangelog(
    `.. _changelog:

=========
Changelog
=========

.. _v0_65:

0.65 (2024-10-07)
-----------------

A word about it.

- Upgraded a dependency. (:issue:\`1\`)

Bug fixes
~~~~~~~~~

- Fixed a thing.

  In detail.

0.64.8 (2024-06-21)
-------------------
* Only one.
`,
    { path: 'docs/changelog.rst' },
  );
  expect(listed(log)).toEqual(['0.65 2024-10-07 2', '0.64.8 2024-06-21 1']);
  expect(lines(log)[1]).toBe('fixed/null: Fixed a thing.');
  expect(log.entries[0]?.lines[1]?.rest.trim()).toBe('In detail.');
});

test('plain texts are read by their version lines', () => {
  const news = `Hello

Version 2.0 (2024-01-09)
------------------------
 - A thing.

1.1 / 2024-01-02
  * Another.
`;
  expect(listed(parseChangelog(news, { path: 'NEWS' }))).toEqual(['2.0 2024-01-09 1', '1.1 2024-01-02 1']);
  const gnu = `* Noteworthy changes in release 9.4 (2023-08-29) [stable]

** Bug fixes

  A thing holds now.

* Noteworthy changes in release 9.3 (2023-04-18) [stable]
`;
  expect(listed(parseChangelog(gnu, { path: 'NEWS' }))).toEqual(['9.4 2023-08-29 1', '9.3 2023-04-18 0']);
  const debian = `hello (2.10-3) unstable; urgency=medium

  * New maintainer.
  * Better words.

 -- Ada Maker <ada@example.org>  Mon, 09 Jan 2024 10:00:00 +0000

hello (2.10-2) unstable; urgency=low

  * First.

 -- Ada Maker <ada@example.org>  Tue, 02 Jan 2024 10:00:00 +0000
`;
  const packaged = parseChangelog(debian, { path: 'debian/changelog' });
  expect(listed(packaged)).toEqual(['2.10-3 2024-01-09 2', '2.10-2 2024-01-02 1']);
});

test('a file without a version keeps its lines apart, and one named after a version is that version', () => {
  const gem = parseChangelog('*   Add a thing.\n\n    In detail.\n\n    *Ada*\n\n*   Fix it.\n', {
    path: 'pack/CHANGELOG.md',
  });
  expect(gem.entries).toEqual([]);
  expect(gem.loose.map(({ text }) => text)).toEqual(['Add a thing.', 'Fix it.']);
  const notes = 'Ruby on Rails 8.0 Release Notes\n===\n\nHighlights\n---\n\n*   One.\n*   Two.\n';
  expect(listed(parseChangelog(notes, { path: 'guides/8_0_release_notes.md' }))).toEqual(['8.0 undated 2']);
});

test('a heading about a version is a section, not a release', () => {
  const about = [
    'Node 18.0 support',
    'Upgrading from 1.0 to 2.0',
    'Backbone 1.1.2 Support',
    '2.0 migration',
    '3 new features',
  ];
  const log = parseChangelog(`## 2.0.0\n${about.map((heading) => `### ${heading}\n- a\n`).join('')}`, {
    path: 'CHANGELOG.md',
  });
  expect(listed(log)).toEqual(['2.0.0 undated 5']);
});

test('day and month are told apart by the order of the file, and left open where nothing tells', () => {
  const dates = (days: string[], notAfter: number | null = null) => {
    const text = days.map((day, at) => `## 1.${days.length - at} (${day})\n`).join('');
    return parseChangelog(text, { path: 'CHANGELOG.md', notAfter }).entries.map(({ at }) =>
      at === null ? null : dayOf(at),
    );
  };
  expect(dates(['5/1/2017', '4/28/2017', '4/7/2017'])).toEqual(['2017-05-01', '2017-04-28', '2017-04-07']);
  expect(dates(['09/03/2026', '25/02/2026', '01/02/2026'])).toEqual(['2026-03-09', '2026-02-25', '2026-02-01']);
  // One file that changed its habit: days first at the top, months first below.
  expect(dates(['07/10/2024', '19/09/2024', '06/06/2024', '05/20/2024', '05/10/2024'])).toEqual([
    ...['2024-10-07', '2024-09-19', '2024-06-06', '2024-05-20', '2024-05-10'],
  ]);
  expect(dates(['02/03/2024'])).toEqual([null]);
  expect(dates(['02/03/2024'], Date.UTC(2024, 1, 20))).toEqual(['2024-02-03']);
  expect(dates(['2024-02-31', '31/12/99'])).toEqual([null, '2099-12-31']);
});

test('labels, inner bullets and loose prose become what they mean', () => {
  const log = parseChangelog(
    `# 2.0

- Fixes:
  + Fix one
    thing
  + Fix another

- Development:
  + Tidy

Security hardening:

- Lock it.
- Scripts:
  - first
- A sentence that has
  - an inner bullet

\`\`\`
- not a bullet
\`\`\`

# 1.0

Initial release.
`,
    { path: 'CHANGELOG.md' },
  );
  expect(lines(log)).toEqual([
    'fixed/null: Fix one thing',
    'fixed/null: Fix another',
    'null/Development: Tidy',
    'security/null: Lock it.',
    'security/Scripts: first',
    'security/null: A sentence that has',
    'null/null: Initial release.',
  ]);
});

test('a fence that nobody closed costs one bullet, not the file', () => {
  const text =
    '*   One.\n\n    ```ruby\n    code\n\n    *Ada*\n\n*   Two.\n\n    ```ruby\n    - code\n    ```\n\n*   Three.\n';
  expect(parseChangelog(text, { path: 'CHANGELOG.md' }).loose.map((line) => line.text)).toEqual([
    'One.',
    'Two.',
    'Three.',
  ]);
  const open = parseChangelog('## 1.1\n```\ncode\n\n## 1.0\n- a\n', { path: 'CHANGELOG.md' });
  expect(listed(open)).toEqual(['1.1 undated 1', '1.0 undated 1']);
});

const fragment = fc.oneof(
  fc.constantFrom(
    '## [1.0.0](u) (2024-01-02)',
    '# v2',
    '1.0 (2024-01-02)',
    '-----',
    '=====',
    '```',
    '~~~',
    '<!--',
    '-->',
    '- a',
  ),
  fc.constantFrom(
    '  * b',
    '\t- c',
    'Fixed:',
    '**Bold**',
    '---',
    '\r',
    '\r\n',
    '',
    '.. _x:',
    '[1]: u',
    '| a |',
    '## 02/03/2024',
  ),
  fc.constantFrom(
    'pkg (1.0-1) unstable; urgency=low',
    ' -- A <a@b>  Tue, 02 Jan 2024 10:00:00 +0000',
    '\u0000',
    '\ud800',
    '#',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const anyText = fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join('\n'));
const anyPath = fc.constantFrom('CHANGELOG.md', 'changelog.rst', 'NEWS', 'notes.adoc', 'v1_2_release_notes.md', '');

test('any text is taken, its pieces joined give it back, and every line stands in it', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.string({ unit: 'binary', maxLength: 200 })), anyPath, (text, path) => {
      const log = parseChangelog(text, { path });
      expect(log.segments.map(({ head, body }) => head + body).join('')).toBe(text);
      const squeezed = text.replace(/\s+/g, ' ');
      for (const entry of log.entries) {
        expect(text).toContain(entry.body);
        for (const { text: line } of entry.lines) expect(squeezed).toContain(line);
      }
    }),
    { numRuns: 400, seed: 7 },
  );
});

test('the worst texts cost four times as much when they are four times as long, not sixteen', () => {
  const lines = [
    '- a:',
    '# 1.0',
    '=',
    'a\n',
    '1.0',
    '** a',
    'a\n===',
    '## Foo 1.0',
    '### 2024-01-02\n## 1.0',
    '```',
    '<!--',
    '|',
  ];
  const pieces = [
    ...lines.map((line) => `${line}\n`),
    '#',
    '(',
    '[',
    '*',
    '`',
    '<',
    '_ ',
    ' ',
    '1.',
    '1-',
    'a@',
    '](',
    '- ',
  ];
  for (const piece of pieces) {
    const cost = (length: number) => {
      const text = piece.repeat(Math.ceil(length / piece.length));
      const before = process.cpuUsage();
      for (const path of ['CHANGELOG.md', 'NEWS']) parseChangelog(text, { path });
      return process.cpuUsage(before).user / 1000;
    };
    // The floor stands for warming up; a quadratic step over these lines is far above it.
    expect(cost(48_000), JSON.stringify(piece)).toBeLessThan(8 * cost(12_000) + 300);
  }
});

test('a page about changelogs is a page; an emptied changelog with sections or without headings is none', () => {
  const page = '# Changelog\n\n## What it reads\n\n- Files with a version.\n\n## Limits\n\n- Short ones.\n';
  expect(parseChangelog(page, { path: 'src/sources/changelog/changelog.md' })).toMatchObject({
    page: true,
    entries: [],
  });
  for (const emptied of [
    '*   Move it.\n\n    *Ada*\n\nPlease check [8-0-stable](x) for previous changes.\n',
    '# Changelog\n\n- Coming soon.\n',
    '# Changes\n\n## Added\n\n- A thing.\n\n## Bug fixes\n\n- Another.\n',
  ]) {
    expect(parseChangelog(emptied, { path: 'CHANGELOG.md' })).toMatchObject({ page: false, entries: [] });
  }
  expect(parseChangelog('# Changelog\n\n## How to read it\n\n## 1.0.0\n\n- A.\n', { path: 'CHANGELOG.md' }).page).toBe(
    false,
  );
});
