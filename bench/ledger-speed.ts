/**
 * How long the ledger takes for a long README against a long history, beside a plain reading of that history by git in
 * the same run: `node bench/ledger-speed.ts <repository> [sentences]`. The README is made of the documents of the same tree.
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { statementsOf } from '#language/claims/statements.ts';
import { readAt } from './claims/at-commit.ts';
import { temporaryFolder } from './left-behind.ts';

const [repository, wanted = '300'] = process.argv.slice(2);
if (repository === undefined) throw new Error('name a repository');
const work = temporaryFolder('ledger');
const git = (args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}) =>
  execFileSync('git', ['-C', work, ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, ...env },
  });
try {
  execFileSync('git', ['clone', '-q', '--bare', '--shared', repository, work]);
  const readme = longReadme(Number(wanted));
  const commit = commitWith(readme.page);
  const before = performance.now();
  git(['log', '--name-status', '--format=%H%x00%ct%x00%s', commit]);
  const plain = (performance.now() - before) / 1000;
  const { claims, seconds } = await readAt(work, commit);
  const all = seconds.gather + seconds.ledger;
  const told = (value: number) => value.toFixed(1);
  console.log(`${git(['rev-list', '--count', commit]).trim()} commits, a README of ${readme.sentences} sentences`);
  console.log(
    `${claims.length} claims stand, ${claims.filter(({ verdict }) => verdict === 'seems to conflict').length} seem to conflict`,
  );
  console.log(
    `gathered in ${told(seconds.gather)} s, the ledger in ${told(seconds.ledger)} s, together ${told(all)} s`,
  );
  console.log(`git log with the names of the files: ${told(plain)} s; ${told(all / plain)} times that`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** Sentences of the pages in the tree, in the order of their paths, as items of a list. */
function longReadme(most: number): { readonly page: string; readonly sentences: number } {
  const pages = git(['ls-tree', '-r', '--name-only', 'HEAD'])
    .split('\n')
    .filter((path) => /\.(?:md|markdown|rst)$/i.test(path));
  const items = new Set<string>();
  for (const path of pages) {
    for (const { text, place } of statementsOf(git(['show', `HEAD:${path}`]))) {
      if (place !== 'heading' && text.length > 20 && text.length < 300 && items.size < most) items.add(`* ${text}`);
    }
    if (items.size >= most) break;
  }
  const page = `# Long\n\n${[...items].join('\n')}\n`;
  return { page, sentences: statementsOf(page).length - 1 };
}

function commitWith(page: string): string {
  const index = { GIT_INDEX_FILE: join(work, 'index-of-bench') };
  const blob = git(['hash-object', '-w', '--stdin'], page).trim();
  git(['read-tree', 'HEAD'], '', index);
  for (const old of git(['ls-tree', '--name-only', 'HEAD'])
    .split('\n')
    .filter((path) => /^readme/i.test(path)))
    git(['rm', '--cached', '-q', old], '', index);
  git(['update-index', '--add', '--cacheinfo', `100644,${blob},README.md`], '', index);
  const tree = git(['write-tree'], '', index).trim();
  const who = Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((role) => [
      [`GIT_${role}_NAME`, 'Bench'],
      [`GIT_${role}_EMAIL`, 'bench@example.com'],
      [`GIT_${role}_DATE`, git(['log', '-1', '--format=%cI', 'HEAD']).trim()],
    ]),
  );
  return git(['commit-tree', tree, '-p', 'HEAD', '-m', 'docs: a long README'], '', who).trim();
}
