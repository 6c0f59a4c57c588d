/** What every reading of a repository asks first: known before anything of it is, so that git may be at work meanwhile. */

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

export const FIRST_QUESTIONS: readonly (readonly string[])[] = [TIP, rootOf('HEAD'), TAGS];
