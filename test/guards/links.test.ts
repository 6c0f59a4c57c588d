/** Every link in a page leads somewhere: to a file that exists, and to a heading that it has. */
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';
import { anchorsIn, linksIn } from './markdown.ts';
import { files, ROOT, text } from './tree.ts';

function isDead(page: string, target: string): boolean {
  if (/^[a-z][a-z+.-]*:/.test(target)) return false;
  const [path = '', anchor] = decodeURIComponent(target).split('#');
  const file = path === '' ? page : posix.join(posix.dirname(page), path);
  if (file.startsWith('..') || !existsSync(join(ROOT, file))) return true;
  if (anchor === undefined || !file.endsWith('.md')) return false;
  return !anchorsIn(text(file)).has(anchor);
}

test('no page has a dead link', () => {
  const dead = files(/\.md$/).flatMap((page) =>
    linksIn(text(page))
      .filter(({ target }) => isDead(page, target))
      .map(({ target, line }) => `${page}:${line} ${target}`),
  );
  expect(dead).toEqual([]);
});

test('anchors are made as readers of the pages make them', () => {
  const page =
    '# A first `reading`\n\n## Why?\n\n```\n# not a heading\n```\n\n## Why?\n\n## Wo für — Kühe & [Pferde](x.md)\n';
  expect([...anchorsIn(page)]).toEqual(['a-first-reading', 'why', 'why-1', 'wo-für--kühe--pferde']);
});
