/** What sort of product each member of the panel is: decided by hand, because percentiles are told within a sort. */

export const SORTS = ['application', 'command line', 'library', 'framework', 'texts'] as const;
export type Sort = (typeof SORTS)[number];

/** Texts that describe how programs talk to each other, with issues and pull requests like a product. */
const DRAFTS = ['mls-protocol', 'webpackage', 'draft-ietf-tls-esni', 'draft-irtf-cfrg-hpke', 'json-web-proofs'];

/** By the last part of the repository's name, lower case. */
const OF: Readonly<Record<Sort, readonly string[]>> = {
  application: ['appflowy', 'quackback', 'fider', 'logchimp', 'nylas-mail', 'umami', 'notebook', 'datasette'],
  'command line': ['ripgrep', 'gum', 'httpie', 'fzf', 'bat', 'hyperfine', 'lighthouse', 'lighthouse-ci', 'pnpm', 'cli'],
  library: ['zod', 'dask', 'drizzle-orm', 'gson', 'plot', 'restsharp', 'execa', 'secp256k1'],
  framework: ['pelican', 'hono', 'jekyll', 'mocha', 'flask', 'rails', 'alloy', 'vite', 'vitest'],
  texts: ['book', 'awesome', ...DRAFTS],
};

/** Under a thousand changes, up to five thousand, more. */
export type Size = 'small' | 'middling' | 'large';

export function sortOf(repository: string): Sort | null {
  const name = repository.toLowerCase();
  return SORTS.find((sort) => OF[sort].includes(name)) ?? null;
}

export function sizeOf(changes: number): Size {
  if (changes < 1_000) return 'small';
  return changes <= 5_000 ? 'middling' : 'large';
}
