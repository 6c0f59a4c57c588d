/** Changelogs of a repository, as they stand at the commit that is read: the work tree and its edits are never looked at. */
import type { Batch, Gathering, Git } from '#core/source.ts';
import { Blobs } from './blobs.ts';
import type { ChangelogOptions } from './changelog.ts';
import { cutText, LONGEST_FILE, MOST_FILES } from './file-limits.ts';
import { nameFiles, packageOf, pickChangelogs } from './find.ts';
import { type Gap, missingOf, noChangelog, tooMany } from './gaps.ts';
import { commitAt, lastChanges, readTree, repositoryOrigin, sizesOf, type Tree } from './git-tree.ts';
import { SeenFiles } from './seen-files.ts';
import { type FileEvidence, type FoundFile, replacedAt, toEvidence } from './to-evidence.ts';

/** Changelogs at HEAD, best first. */
export async function find(git: Git): Promise<string[]> {
  return pickChangelogs([...(await readTree(git, 'HEAD')).keys()]);
}

interface OpenFile {
  readonly path: string;
  readonly found: FoundFile;
  readonly read: FileEvidence;
  readonly gaps: readonly Gap[];
}

export async function* readFromGit(gathering: Gathering<ChangelogOptions>): AsyncGenerator<Batch> {
  const { options, git, until, signal, progress } = gathering;
  const newest = await commitAt(git, until);
  if (newest === null) return;
  const { sha: commit, at: notAfter } = newest;
  const tree = await readTree(git, commit);
  const origin = options.origin ?? (await repositoryOrigin(git));
  const candidates = options.file === undefined ? pickChangelogs([...tree.keys()]) : nameFiles(tree, options.file);
  const files = candidates.slice(0, MOST_FILES);
  const seen = new SeenFiles(gathering.cursor);
  const changed = files.filter((path) => !seen.unchanged(path, tree.get(path) as string));
  const manifests = changed.flatMap((path) => packageOf(path, tree)?.manifest ?? []);
  const sizes = await sizesOf(git, [...new Set([...changed, ...manifests].map((path) => tree.get(path) as string))]);
  const blobs = new Blobs(git);
  const absent: Gap[] = [];
  const timeless: OpenFile[] = [];
  function* told({ path, found, read, gaps }: OpenFile): Generator<Batch> {
    seen.read(path, tree.get(path) as string, [...gaps, ...read.gaps]);
    const items = until === null ? read.items : read.items.filter(({ at }) => at <= until);
    yield { items, replaces: replacedAt(found.origin) };
  }
  const contents = async (blob: string): Promise<string | null> => {
    const bytes = sizes.get(blob);
    return bytes === undefined ? null : blobs.text(blob, bytes);
  };
  try {
    for (const [at, path] of changed.entries()) {
      signal.throwIfAborted();
      progress('changelogs', at, changed.length);
      const whole = await contents(tree.get(path) as string);
      if (whole === null) {
        absent.push({ kind: 'absent', file: path, count: 1 });
        continue;
      }
      const { text, gaps } = cutText(whole, path);
      const { line, names } = await ownerOf(tree, path, contents, sizes);
      const place = { origin: `changelog:${origin}/${path}`, name: path, url: null };
      const found = { ...place, text, line, names: [...(options.names ?? []), ...names], notAfter, undatedAt: null };
      const file = { path, found, read: toEvidence(found), gaps };
      if (file.read.timeless > 0) timeless.push(file);
      else yield* told(file);
    }
  } finally {
    await blobs.close();
  }
  // Only entries without a date need to know when their file was last changed: that walk may be long.
  const times = await lastChanges(
    git,
    commit,
    timeless.map(({ path }) => path),
  );
  for (const file of timeless) {
    const undatedAt = times.get(file.path) ?? notAfter;
    yield* told({ ...file, read: toEvidence({ ...file.found, undatedAt }) });
  }
  const missing = missingOf([...seen.gaps, ...absent]);
  if (candidates.length === 0) missing.push(noChangelog('the repository'));
  if (candidates.length > MOST_FILES) missing.push(tooMany(candidates.length, MOST_FILES));
  const gone = seen.gone.filter((path) => !files.includes(path));
  const replaces = gone.flatMap((path) => replacedAt(`changelog:${origin}/${path}`));
  yield { missing, observedUntil: notAfter, cursor: seen.cursor, replaces };
}

type Contents = (blob: string) => Promise<string | null>;
type Sizes = ReadonlyMap<string, number>;

/** The package that a changelog belongs to inside a larger tree, called as its tags are: `@vitejs/plugin-vue` → `plugin-vue`. */
async function ownerOf(
  tree: Tree,
  path: string,
  contents: Contents,
  sizes: Sizes,
): Promise<{ line: string | null; names: string[] }> {
  const owner = packageOf(path, tree);
  if (owner === null) return { line: null, names: [] };
  const folder = owner.folder.split('/').at(-1) as string;
  const manifest = owner.manifest === null ? undefined : (tree.get(owner.manifest) as string);
  const small = manifest !== undefined && (sizes.get(manifest) ?? 0) <= LONGEST_FILE;
  const called = small ? packageName(await contents(manifest)) : null;
  return { line: (called ?? folder).replace(/^@[^/]*\//, ''), names: [folder, ...(called === null ? [] : [called])] };
}

function packageName(manifest: string | null): string | null {
  if (manifest === null) return null;
  try {
    const { name } = JSON.parse(manifest) as { name?: unknown };
    return typeof name === 'string' && name !== '' ? name : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
