/** Looks for names in the files of a tree that are not documents, with one `git grep` for all of them. */
import { BifocalError } from '#core/errors.ts';
import type { Git } from '#core/source.ts';
import { Bytes } from './documents-bytes.ts';

const NUL = 0;
const LINE_END = 10;

const QUIET = ['-I', '--no-color', '--no-line-number', '--no-column', '--full-name', '--no-recurse-submodules'];

/** Texts about the product, and what machines write: a name that stands only there is not built in. */
export const NOT_DOCUMENTS: readonly string[] = [
  ...['md', 'mdx', 'markdown', 'rst', 'adoc', 'asciidoc', 'rdoc', 'textile', 'org'].map((end) => `**/*.${end}`),
  ...['readme*', 'changelog*', 'changes*', 'history*', 'news*', 'authors*', 'release*notes*'].map(
    (name) => `**/${name}`,
  ),
  ...['*.lock', 'package-lock.json', 'pnpm-lock.yaml', 'go.sum', '*.map', '*.min.js', '*.svg'].map(
    (name) => `**/${name}`,
  ),
  '**/docs/**/*.txt',
].map((pattern) => `:(top,exclude,icase,glob)${pattern}`);

/** What customers get, with its manifests: no documents, tests, examples, other people's code or settings of the house. */
export const PRODUCT: readonly string[] = [
  ...NOT_DOCUMENTS,
  ...[
    'test',
    'tests',
    '__tests__',
    'spec',
    'specs',
    'fixtures',
    '__fixtures__',
    'e2e',
    'examples',
    'docs',
    'doc',
    'node_modules',
    'vendor',
    'ci',
    '.*',
    'playground',
    'benchmarks',
  ].map((folder) => `:(top,exclude,icase,glob)**/${folder}/**`),
];

/** Where flags are defined: not in workflows, scripts of the house, or data, which pass flags to anything. */
export const SOURCES: readonly string[] = [
  ...PRODUCT,
  ...['script', 'scripts'].map((folder) => `:(top,exclude,icase,glob)**/${folder}/**`),
  ...[
    '*.json',
    '*.yml',
    '*.yaml',
    '*.toml',
    '*.sh',
    '*.bat',
    '*.ps1',
    '*.cfg',
    '*.ini',
    '*.txt',
    '*.html',
    '*.css',
    'Dockerfile*',
    'Makefile*',
    'Rakefile',
    'Gruntfile*',
    'gulpfile*',
    'justfile',
    'tox.ini',
    '*.test.*',
    '*.spec.*',
    '*_test.*',
    '*_spec.*',
    '*.config.*',
  ].map((name) => `:(top,exclude,icase,glob)**/${name}`),
];

/** What to look for, and in which files. The expression means the same to `git grep -E` and to JavaScript. */
export interface Pattern {
  readonly expression: string;
  /** Only where no letter, digit or underscore stands before or after. */
  readonly words: boolean;
  /** Large letters or small. */
  readonly anyCase?: boolean;
  readonly where: readonly string[];
}

const FLAGS: Pattern = { expression: '--[A-Za-z][A-Za-z0-9-]*', words: false, where: NOT_DOCUMENTS };

/** Every long flag written out in the files of a tree that are not documents. */
export async function readFlags(git: Git, tree: string): Promise<Set<string>> {
  return foundIn(git, tree, FLAGS);
}

/** The texts that a pattern finds in a tree, each once. */
export async function foundIn(git: Git, tree: string, pattern: Pattern): Promise<Set<string>> {
  const found = new Set<string>();
  for await (const row of rows(git, ['-o', '-h'], tree, pattern, LINE_END)) found.add(row);
  return found;
}

/** The lines of a tree in which a pattern is found, one at a time: whoever has seen enough stops reading. */
export function linesWith(git: Git, tree: string, pattern: Pattern): AsyncGenerator<string> {
  return rows(git, ['-h'], tree, pattern, LINE_END);
}

/** The files of a tree in which a pattern is found. */
export async function filesWith(git: Git, tree: string, pattern: Pattern): Promise<string[]> {
  const files: string[] = [];
  for await (const row of rows(git, ['-l', '-z'], tree, pattern, NUL)) files.push(row.slice(row.indexOf(':') + 1));
  return files;
}

/** The same pattern for a text that is already here. */
export function matcherOf({ expression, words, anyCase }: Pattern): RegExp {
  return new RegExp(words ? `(?<![A-Za-z0-9_])(?:${expression})(?![A-Za-z0-9_])` : expression, anyCase ? 'im' : 'm');
}

async function* rows(
  git: Git,
  shape: readonly string[],
  tree: string,
  { expression, words, anyCase, where }: Pattern,
  end: number,
): AsyncGenerator<string> {
  const how = [...(words ? ['-w'] : []), ...(anyCase ? ['-i'] : [])];
  const args = ['grep', ...shape, '-E', ...how, ...QUIET, '-e', expression, tree, '--', ...where];
  const bytes = new Bytes(git.stream(args));
  try {
    for (let row = await bytes.until(end); row !== null; row = await bytes.until(end)) yield row.toString('utf8');
  } catch (error) {
    // git grep ends with status 1 and without a word when it finds nothing.
    if (error instanceof BifocalError && error.code === 'GIT_FAILED' && error.details.cause === 'status 1') return;
    throw error;
  } finally {
    await bytes.close();
  }
}
