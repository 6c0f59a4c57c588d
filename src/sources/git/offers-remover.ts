/** Names the commit that took something away between two neighbours of the first-parent line. */
import type { Git } from '#core/source.ts';
import type { FirstParent } from './documents-walk.ts';

export interface Remover {
  readonly sha: string;
  readonly at: number;
  readonly subject: string;
}

/**
 * The commit inside a merged branch when `showing` (what `git log` is told to look for) singles one out; else the one
 * on the line itself.
 */
export async function removerOf(
  git: Git,
  before: FirstParent,
  after: FirstParent,
  showing: readonly string[],
  paths: readonly string[],
): Promise<Remover> {
  const where = paths.map((path) => `:(top,literal)${path}`);
  const inside = [
    'log',
    '--no-merges',
    ...showing,
    '--format=%H%x00%ct%x00%s',
    after.sha,
    `^${before.sha}`,
    '--',
    ...where,
  ];
  const rows = (await git.text(inside)).split('\n').filter((row) => row !== '');
  const found = rows.length === 1 ? fieldsOf(rows[0] ?? '') : null;
  if (found !== null && found.sha !== after.sha) return found;
  const own = fieldsOf((await git.text(['log', '-1', '--format=%H%x00%ct%x00%s', after.sha])).trimEnd());
  return { ...own, at: after.at };
}

function fieldsOf(row: string): Remover {
  const [sha = '', seconds = '', subject = ''] = row.split('\0');
  return { sha, at: Number(seconds) * 1000, subject };
}
