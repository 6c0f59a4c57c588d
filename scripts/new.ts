/** `npm run new audit <id>` or `npm run new source <id>` writes the folder of a new unit: working code, to be replaced. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { auditTemplate } from './new/audit-template.ts';
import { sourceTemplate } from './new/source-template.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const TEMPLATES = { audit: auditTemplate, source: sourceTemplate };
const USAGE = 'Usage: npm run new audit <id>, or npm run new source <id>';

/** Short enough for a column of a table; kebab-case, so that it is a file name on every system. */
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const LONGEST_ID = 40;

const [sort = '', id = '', ...rest] = process.argv.slice(2);
const problem = problemWith();
if (problem !== null) {
  console.error(problem);
  process.exitCode = 2;
} else {
  const folder = `src/${sort}s/${id}`;
  mkdirSync(join(root, folder), { recursive: true });
  const files = TEMPLATES[sort as keyof typeof TEMPLATES](id);
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(root, folder, name), text, { flag: 'wx' });
    console.log(`  ${folder}/${name}`);
  }
  console.log(
    `It works as it stands; replace its question, its code, its page and its tests.\nNext: npm run gen, then npm test`,
  );
}

function problemWith(): string | null {
  if (!Object.hasOwn(TEMPLATES, sort) || id === '' || rest.length > 0) return USAGE;
  if (!ID.test(id) || id.length > LONGEST_ID) {
    return `"${id}" is no id: lower-case words joined by hyphens, ${LONGEST_ID} signs at most, as in release-cadence.`;
  }
  if (existsSync(join(root, `src/${sort}s/${id}`))) return `There is a folder src/${sort}s/${id} already.`;
  return null;
}
