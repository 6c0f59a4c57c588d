/** The flags of `bench`: which of them each kind of measuring takes is said in its help. */
import { EMBEDDER_FLAGS } from './embedder-asked.ts';
import type { Flag } from './flags.ts';

export const BENCH_FLAGS: readonly Flag[] = [
  {
    name: 'text',
    kind: 'string',
    takes: '<column>',
    help: 'groups, kinds: the column that holds what was said; for kinds several, joined by commas.',
  },
  {
    name: 'label',
    kind: 'string',
    takes: '<column>',
    help: 'groups, kinds: the column that holds the known need, or the known kind or mood.',
  },
  {
    name: 'folds',
    kind: 'string',
    takes: '<n>',
    help: 'kinds: learn from the other rows, n times, instead of asking what ships.',
  },
  {
    name: 'since',
    kind: 'string',
    takes: '<column>=<time>',
    help: 'kinds: learn from rows before that time, and judge those from then on.',
  },
  {
    name: 'repositories',
    kind: 'string',
    takes: '<folder>',
    help: 'claims: where the repositories of the gold set lie.',
  },
  { name: 'issues', kind: 'string', takes: '<file>', help: 'links: key, summary, description, created, resolved.' },
  { name: 'commits', kind: 'string', takes: '<file>', help: 'links: commit, date, subject, body.' },
  ...EMBEDDER_FLAGS,
  { name: 'gold', kind: 'string', takes: '<file>', help: 'links: key and commit of the known links.' },
];
