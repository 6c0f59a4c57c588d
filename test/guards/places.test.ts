/** Some things may be done in one place only: files and processes, SQL, printing and ending, the clock and chance. */
import { expect, test } from 'vitest';
import { codeLines } from './code-lines.ts';
import { importsOf } from './imports-of.ts';
import { files, text } from './tree.ts';

/** Folders whose functions give the same answer to the same question, whatever the machine and the hour. */
const PURE = ['core', 'language', 'facts', 'audits', 'findings', 'reading', 'bridge', 'report'];

const modules = files(/^src\/.*\.ts$/).filter((path) => !/\.test\.ts$/.test(path));

function inFolders(folders: readonly string[]): readonly string[] {
  return modules.filter((path) => folders.includes(path.split('/')[1] ?? ''));
}

function outsideFolders(folders: readonly string[]): readonly string[] {
  return modules.filter((path) => !folders.includes(path.split('/')[1] ?? ''));
}

function importing(paths: readonly string[], wanted: RegExp): string {
  return paths
    .flatMap((path) => importsOf(text(path)).map(({ specifier, line }) => ({ path, specifier, line })))
    .filter(({ specifier }) => wanted.test(specifier))
    .map(({ path, specifier, line }) => `${path}:${line} imports ${specifier}`)
    .join('\n');
}

function saying(paths: readonly string[], wanted: RegExp): string {
  return paths
    .flatMap((path) => codeLines(path))
    .filter(({ line }) => wanted.test(line))
    .map(({ at, line }) => `${at} ${line}`)
    .join('\n');
}

/** Reads nothing but the styles that lie beside it. */
const STYLES = 'src/report/html/render-html.ts';

test('judging folders touch neither files nor processes nor the network', () => {
  const paths = inFolders(PURE).filter((path) => path !== STYLES);
  expect(importing(paths, /^node:(fs|child_process|net|http|https|dns|os|worker_threads|sqlite)/)).toBe('');
});

test('only the store knows SQL', () => {
  expect(importing(outsideFolders(['store']), /^(kysely|pg|node:sqlite)(\/|$)/)).toBe('');
});

test('only the command line prints or ends the process', () => {
  expect(
    saying(outsideFolders(['cli']), /\bconsole\.|(?<![.#\w])process\.(exit\(|exitCode =|stdout\.write|stderr\.write)/),
  ).toBe('');
});

test('judging folders ask neither the clock nor chance', () => {
  expect(saying(inFolders(PURE), /\bDate\.now\(|new Date\(\)|performance\.now\(|Math\.random\(/)).toBe('');
});
