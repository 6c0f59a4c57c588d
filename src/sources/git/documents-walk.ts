/** Walks the first-parent line: its commits with their times, and the versions of the root README along it. */
import type { Git } from '#core/source.ts';
import { Bytes } from './documents-bytes.ts';
import { readmeRank } from './documents-paths.ts';
import { SYMLINK } from './documents-tree.ts';
import { readmesAlong } from './first-questions.ts';

const NUL = 0;
const LINE_END = 10;

/** A commit of the first-parent line and its time (ms UTC). Lists of them run newest first. */
export interface FirstParent {
  readonly sha: string;
  readonly at: number;
}

export interface ReadmeVersion {
  readonly sha: string;
  readonly at: number;
  readonly path: string;
  readonly blob: string;
  /** What `git cat-file` is asked for: the blob, or `<commit>:<path>` where the README is a symbolic link. */
  readonly asked: string;
}

export async function readFirstParent(git: Git, head: string): Promise<FirstParent[]> {
  const line: FirstParent[] = [];
  const bytes = new Bytes(git.stream(['log', '--first-parent', '--format=%H %ct', head]));
  for (let row = await bytes.until(LINE_END); row !== null; row = await bytes.until(LINE_END)) {
    const [sha = '', seconds = ''] = row.toString('latin1').split(' ');
    line.push({ sha, at: Number(seconds) * 1000 });
  }
  return line;
}

interface Step {
  readonly sha: string;
  readonly at: number;
  readonly changes: { readonly mode: string; readonly blob: string; readonly path: string }[];
}

/** Every version of the root README, newest first. `target` is the file behind a README that is a symbolic link. */
export async function readReadmeVersions(git: Git, head: string, target: string | null): Promise<ReadmeVersion[]> {
  const steps = await readSteps(git, head, target);
  const standing = new Map<string, { mode: string; blob: string }>();
  const versions: ReadmeVersion[] = [];
  let last = '';
  for (const { sha, at, changes } of steps.reverse()) {
    for (const { mode, blob, path } of changes) {
      if (mode === '000000') standing.delete(path);
      else standing.set(path, { mode, blob });
    }
    const path = best(standing.keys());
    const entry = path === null ? undefined : standing.get(path);
    if (path === null || entry === undefined) continue;
    const behind = entry.mode === SYMLINK ? (standing.get(target ?? '')?.blob ?? '') : '';
    const identity = `${path} ${entry.blob} ${behind}`;
    if (identity === last) continue;
    last = identity;
    const asked = entry.mode === SYMLINK ? `${sha}:${path}` : entry.blob;
    versions.push({ sha, at, path, blob: entry.blob, asked });
  }
  return versions.reverse();
}

function best(paths: Iterable<string>): string | null {
  let chosen: string | null = null;
  for (const path of paths) {
    const rank = readmeRank(path);
    if (rank === null) continue;
    const than = chosen === null ? Number.POSITIVE_INFINITY : (readmeRank(chosen) ?? 0);
    if (rank < than || (rank === than && chosen !== null && path < chosen)) chosen = path;
  }
  return chosen;
}

async function readSteps(git: Git, head: string, target: string | null): Promise<Step[]> {
  const bytes = new Bytes(git.stream(readmesAlong(head, target), undefined, 'first'));
  const steps: Step[] = [];
  let changes: Step['changes'] = [];
  for (let token = await bytes.until(NUL); token !== null; token = await bytes.until(NUL)) {
    const text = token.toString('utf8').trimStart();
    if (text.startsWith('\x02')) {
      const [sha = '', seconds = ''] = text.slice(1).split(' ');
      changes = [];
      steps.push({ sha, at: Number(seconds) * 1000, changes });
    } else if (text.startsWith(':')) {
      const [, mode = '', , blob = ''] = text.split(' ');
      changes.push({ mode, blob, path: ((await bytes.until(NUL)) ?? '').toString('utf8') });
    }
  }
  return steps;
}
