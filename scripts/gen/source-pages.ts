/** One reference page for each source: the page of its folder, and the list of them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Source } from '#core/source.ts';
import { type GeneratedFile, HEADER, unitsIn } from './generated-file.ts';
import { movedPage } from './page-links.ts';

export async function sourcePages(root: string): Promise<GeneratedFile[]> {
  const pages: GeneratedFile[] = [];
  const rows: string[] = [];
  for (const id of unitsIn(root, 'src/sources')) {
    const folder = `src/sources/${id}`;
    const { default: source } = (await import(pathToFileURL(join(root, folder, `${id}.ts`)).href)) as {
      default: Source;
    };
    rows.push(`| [${id}](${id}.md) | ${source.title} | ${source.strands.join(', ')} |`);
    const own = join(root, folder, `${id}.md`);
    // A folder without its page is the page guard's to report; the reference can be made without it.
    if (!existsSync(own)) continue;
    const path = `docs/reference/sources/${id}.md`;
    pages.push({
      path,
      text: `<!-- ${HEADER} -->\n\n${movedPage(readFileSync(own, 'utf8'), `${folder}/${id}.md`, path)}`,
    });
  }
  const list = [
    `<!-- ${HEADER} -->`,
    '',
    '# Sources',
    '',
    'What Bifocal can read, and which strand it tells of.',
    '',
    '| source | reads | strands |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
  return [...pages, { path: 'docs/reference/sources/README.md', text: list }];
}
