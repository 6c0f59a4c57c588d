/** Every generated page and schema of the reference. */
import { auditPages } from './audit-pages.ts';
import { cliPage } from './cli-page.ts';
import { errorsPage } from './errors-page.ts';
import type { GeneratedFile } from './generated-file.ts';
import { methods } from './methods.ts';
import { schemas } from './schemas.ts';
import { sourcePages } from './source-pages.ts';

export async function pages(root: string): Promise<GeneratedFile[]> {
  return [methods(), ...(await auditPages(root)), ...(await sourcePages(root)), errorsPage(), cliPage(), ...schemas()];
}
