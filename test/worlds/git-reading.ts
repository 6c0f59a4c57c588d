/** Reads a git world as the engine would, for tests of the git source. */
import type { Gathered } from '#core/evidence.ts';
import type { Git, Source } from '#core/source.ts';
import { openGit } from '#engine/git.ts';
import source from '#sources/git/git.ts';
import { type Heard, type RunOptions, run } from '../contracts/source-run.ts';
import type { GitWorld } from './git-world.ts';

export async function gatherGit(
  folder: string,
  options: RunOptions & { git?: Git; deep?: boolean } = {},
): Promise<Heard> {
  const { git = openGit(folder), deep = false } = options;
  return run(source as Source, { options: { path: folder }, git, deep }, options);
}

/** By subject. */
export function commitsOf(items: readonly Gathered[]): Map<string, Gathered> {
  return new Map(items.filter(({ type }) => type === 'commit').map((item) => [item.title ?? '', item]));
}

/** By external id: `refs/tags/…`. */
export function tagsOf(items: readonly Gathered[]): Map<string, Gathered> {
  return new Map(items.filter(({ type }) => type === 'tag').map((item) => [item.externalId, item]));
}

/** Two branches merged, a release branch, two lines of releases, documents, a removed flag. */
export function fillWorld(made: GitWorld): void {
  const first = made.commit('Begin', {
    files: { 'README.md': '# Widget\n\nRun `widget --fast`.\n', 'src/main.ts': '--fast\n' },
  });
  const side = made.commit('Add a side', { branch: 'side', from: first, files: { 'src/side.ts': 'side\n' } });
  const merged = made.commit('Merge side', { merges: [side] });
  made.tag('v1.0.0', merged, { message: 'One\n\n- a side' });
  made.commit('Explain', { files: { 'docs/guide.md': '# Guide\n', 'src/main.ts': 'nothing\n' } });
  const backport = made.commit('Backport', { branch: 'stable', from: merged, files: { 'src/main.ts': 'fixed\n' } });
  made.tag('v1.0.1', backport);
  made.tag('cli@0.1.0', side);
  made.save();
}
