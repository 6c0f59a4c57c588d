/** Changelogs: what a product says of its own releases, from a repository, a folder, a file or an address. Page: changelog.md. */
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { z } from 'zod';
import { BifocalError } from '#core/errors.ts';
import { defineSource, type Git } from '#core/source.ts';
import { repositoryOrigin } from './git-tree.ts';
import { diskOrigin, readFromDisk } from './read-disk.ts';
import { readFromGit } from './read-git.ts';
import { readFromUrl, urlOrigin } from './read-url.ts';

const ChangelogOptions = z
  .strictObject({
    /** A repository, a folder or one file on this machine; without it, the repository that git is opened on. */
    path: z.string().min(1).optional(),
    /** A file or folder inside `path`, from its top; without it, every changelog that is found. */
    file: z.string().min(1).optional(),
    url: z.string().min(1).optional(),
    /** What the product may be called in headings ("Rails 8.0.0"). */
    names: z.array(z.string().min(1)).max(20).optional(),
    /** The origin of the repository when it is known already (`git:<root commit>`). */
    origin: z.string().min(1).optional(),
  })
  .refine(({ path, file, url }) => url === undefined || (path === undefined && file === undefined), {
    message: 'name an address or a path, not both',
  });
export type ChangelogOptions = z.infer<typeof ChangelogOptions>;

export default defineSource<ChangelogOptions>({
  id: 'changelog',
  title: 'Changelog',
  strands: ['ships', 'claims'],
  changes: false,
  rereadable: true,
  options: ChangelogOptions,

  async origin(options, git) {
    if (options.url !== undefined) return urlOrigin(options.url);
    if (await isRepository(options, git)) {
      const origin = options.origin ?? (await repositoryOrigin(git));
      return `changelog:${origin}${options.file === undefined ? '' : `/${options.file}`}`;
    }
    const path = options.path ?? '.';
    const single = await isFile(path);
    return single ? diskOrigin(dirname(path), basename(path)) : diskOrigin(path, options.file ?? '');
  },

  async *gather(gathering) {
    const { options, git } = gathering;
    if (options.url !== undefined) yield* readFromUrl(gathering, options.url);
    else if (await isRepository(options, git)) yield* readFromGit(gathering);
    else yield* readFromDisk(gathering);
  },
});

/** A single file is read from the disk as it is, wherever it lies. */
async function isRepository({ path, origin }: ChangelogOptions, git: Git): Promise<boolean> {
  if (origin?.startsWith('git:')) return true;
  if (path !== undefined && (await isFile(path))) return false;
  try {
    await git.text(['rev-parse', '--git-dir']);
    return true;
  } catch (error) {
    const none = error instanceof BifocalError && (error.code === 'NOTHING_TO_READ' || error.code === 'GIT_FAILED');
    // Without a path there is nothing but the repository to read.
    if (none && path !== undefined) return false;
    throw error;
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
