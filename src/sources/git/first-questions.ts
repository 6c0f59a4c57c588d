/** What every reading of a repository asks first: known before anything of it is, so that git may be at work meanwhile. */
import type { Urgency } from '#core/source.ts';

/** The commit that HEAD names. */
export const TIP: readonly string[] = ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'];

/** Where the line of a commit begins: a walk through the whole history. */
export const rootOf = (commit: string): readonly string[] => ['rev-list', '--first-parent', '--max-parents=0', commit];

/** One field of a tag after the other, each ended by a NUL. */
export const TAG_FIELDS: readonly string[] = [
  '%(refname)',
  '%(objecttype)',
  '%(objectname)',
  '%(*objecttype)',
  '%(*objectname)',
  '%(taggerdate:unix)',
  '%(taggername)',
  '%(taggeremail)',
  '%(contents:subject)',
  '%(contents:body)',
];

export const TAGS: readonly string[] = [
  'for-each-ref',
  `--format=${TAG_FIELDS.map((field) => `${field}%00`).join('')}`,
  'refs/tags',
];

/** Everything that HEAD and tags reach, children before parents: what to start from may also be told by `--stdin`. */
export const graphFrom = (...starts: readonly string[]): readonly string[] => [
  ...['rev-list', '--topo-order', '--timestamp', '--parents'],
  ...starts,
];

export const GRAPH = graphFrom('HEAD', '--tags');

/** `-m` with `--first-parent` shows a merge against the line it came into, in every git since 2.30. */
export const readmesAlong = (commit: string, target: string | null): readonly string[] => [
  ...['log', '--first-parent', '-m', '--raw', '-z', '--no-renames', '--no-abbrev', '--format=%x02%H %ct'],
  ...[commit, '--', ':(top,icase,glob)readme*', ...(target === null ? [] : [`:(top,literal)${target}`])],
];

export interface Question {
  readonly args: readonly string[];
  readonly urgency?: Urgency;
}

export const FIRST_QUESTIONS: readonly Question[] = [
  { args: TIP, urgency: 'first' },
  { args: rootOf('HEAD'), urgency: 'first' },
  { args: TAGS },
];

/** Walks that only a first reading needs: they are done before the code that reads is loaded. */
export const FIRST_WALKS: readonly Question[] = [{ args: readmesAlong('HEAD', null) }, { args: GRAPH }];
