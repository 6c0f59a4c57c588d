/** Every format that can be imported, in the guide: by what it is recognised and what can go wrong, taken from its page. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Source } from '#core/source.ts';
import { type GeneratedFile, unitsIn } from './generated-file.ts';
import { movedPage } from './page-links.ts';

const GUIDE = 'docs/guide/importing.md';
const REGION = /<!-- formats: written by npm run gen -->[\s\S]*?<!-- \/formats -->/;

export async function formatList(root: string): Promise<GeneratedFile> {
  const parts: string[] = [];
  for (const id of unitsIn(root, 'src/sources')) {
    const folder = `src/sources/${id}`;
    const { default: source } = (await import(pathToFileURL(join(root, folder, `${id}.ts`)).href)) as {
      default: Source;
    };
    const own = join(root, folder, `${id}.md`);
    if (source.importing === undefined || !existsSync(own)) continue;
    // As if the page lay beside the guide, so that its links are told from there.
    const page = movedPage(readFileSync(own, 'utf8'), `${folder}/${id}.md`, GUIDE);
    parts.push(partOf(source, page));
  }
  const guide = readFileSync(join(root, GUIDE), 'utf8');
  const block = `<!-- formats: written by npm run gen -->\n\n${parts.join('\n\n')}\n\n<!-- /formats -->`;
  return { path: GUIDE, text: guide.replace(REGION, () => block) };
}

function partOf({ id, title, importing }: Source, page: string): string {
  const words = [...new Set([id, ...(importing?.formats ?? [])])].map((word) => `\`${word}\``).join(', ');
  const told = /\*\*Recognised by\*\* ([\s\S]*?)\n\n/.exec(page)?.[1]?.trim();
  const traps = /\n## What can go wrong\n\n([\s\S]*?)(?=\n## |$)/.exec(page)?.[1]?.trim() ?? '';
  const head = `### ${title}\n\n[The page](../reference/sources/${id}.md); \`--as\` ${words}.`;
  return [told === undefined ? head : `${head} Recognised by ${told}`, traps]
    .filter((part) => part !== '')
    .join('\n\n');
}
