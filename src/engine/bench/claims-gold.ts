/** Sentences that somebody labelled as claims or not, by place: which repository, commit, page and offsets. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BifocalError } from '#core/errors.ts';
import { type Statement, statementsOf } from '#language/claims/statements.ts';
import { openGit } from '../git.ts';
import { labelledRows } from './labelled-rows.ts';

export interface GoldPage {
  readonly repository: string;
  /** The repository's own name, which the product mostly goes by. */
  readonly name: string;
  readonly half: string;
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly labelled: readonly { readonly label: string; readonly statement: Statement | null }[];
}

const COLUMNS = ['repository', 'commit', 'path', 'start', 'end', 'label'] as const;

/** `folder` holds the repositories as `owner/name`, `owner+name` or `name`, bare or not. */
export async function goldPages(gold: string, folder: string, signal: AbortSignal): Promise<GoldPage[]> {
  const rows = await labelledRows(gold, COLUMNS, signal, ['half']);
  const pages: GoldPage[] = [];
  for (const [, some] of Map.groupBy(rows, ([repository, commit, path]) => `${repository} ${commit} ${path}`)) {
    const [repository = '', commit = '', path = '', , , , half = ''] = some[0] ?? [];
    const git = openGit(placeOf(folder, repository), signal);
    const text = await git.text(['show', '--end-of-options', `${commit}:${path}`]);
    const statements = statementsOf(text);
    pages.push({
      ...{ repository, half, text, statements, name: repository.split('/').at(-1) ?? repository },
      labelled: some.map(([, , , start, end, label = 'none']) => ({
        label,
        statement: covering(statements, Number(start), Number(end)),
      })),
    });
  }
  return pages;
}

/** The sentence that has more than half of the labelled span; where sentences are cut otherwise, none has. */
function covering(statements: readonly Statement[], start: number, end: number): Statement | null {
  const most = (one: Statement) => Math.min(one.end, end) - Math.max(one.start, start);
  return statements.find((one) => most(one) > (end - start) / 2) ?? null;
}

/** Where a repository lies: `owner/name`, `owner+name` or `name`, bare or not. */
export function placeOf(folder: string, repository: string): string {
  const names = [repository, repository.replace('/', '+'), repository.split('/').at(-1) ?? repository];
  const found = names
    .flatMap((name) => [join(folder, name, 'repo'), join(folder, name), join(folder, `${name}.git`)])
    .find((place) => existsSync(join(place, 'HEAD')) || existsSync(join(place, '.git')));
  if (found !== undefined) return found;
  throw new BifocalError('USAGE', {
    cause: `No repository ${repository} lies in the folder that --repositories names.`,
    command: 'bench',
  });
}
