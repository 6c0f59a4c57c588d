/** Every generated page and schema of the reference. */
import { apiPages } from './api-page.ts';
import { auditPages } from './audit-pages.ts';
import { cliPage } from './cli-page.ts';
import { errorsPage } from './errors-page.ts';
import { formatList } from './format-list.ts';
import type { GeneratedFile } from './generated-file.ts';
import { methods } from './methods.ts';
import { schemas } from './schemas.ts';
import { sourcePages } from './source-pages.ts';

export async function pages(root: string): Promise<GeneratedFile[]> {
  const sources = await sourcePages(root);
  return [
    ...[methods(), ...(await auditPages(root)), ...sources, await formatList(root)],
    ...[errorsPage(), cliPage(), ...apiPages(), ...schemas()],
  ];
}
