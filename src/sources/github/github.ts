/** Issues, pull requests, replies and releases of a product on GitHub, live or from saved files. Page: github.md. */
import { z } from 'zod';
import { BifocalError } from '#core/errors.ts';
import { defineSource } from '#core/source.ts';
import { readFiles } from './files.ts';
import { readLive } from './live.ts';
import { hostOfApi, originOf, PUBLIC_API, parseFullName, type Repository } from './repository.ts';
import { namesRepository, originOfFiles, toldOf } from './saved.ts';

const FullName = z.string().refine((text) => parseFullName(text) !== null, { message: 'it is not owner/name' });

const GithubOptions = z
  .strictObject({
    /** `owner/name`. With files: the repository of rows that do not name theirs. */
    repo: FullName.optional(),
    /** Saved output of `gh issue list --json`, `gh pr list --json` or `gh api`. */
    file: z.string().min(1).optional(),
    files: z.array(z.string().min(1)).min(1).max(100).optional(),
    /** Of imported files: the repository of rows that do not name theirs. */
    from: FullName.optional(),
    /** The REST API of an Enterprise server, `https://github.example.org/api/v3`. */
    api: z.url({ protocol: /^https?$/ }).optional(),
  })
  .refine(({ repo, file, files }) => repo !== undefined || file !== undefined || files !== undefined, {
    message: 'name a repository (repo) or a file',
  });
export type GithubOptions = z.infer<typeof GithubOptions>;

export default defineSource<GithubOptions>({
  id: 'github',
  title: 'GitHub issues, pull requests and releases',
  strands: ['says'],
  rereadable: false,
  options: GithubOptions,

  async origin(options) {
    const files = filesOf(options);
    return files.length > 0
      ? originOfFiles(files, repositoryOf(options))
      : originOf(repositoryOf(options) as Repository);
  },

  async *gather(gathering) {
    const { options } = gathering;
    const files = filesOf(options);
    const repository = repositoryOf(options);
    if (files.length > 0) yield* readFiles(gathering, files, repository);
    else if (repository !== null) yield* readLive(gathering, repository, options.api ?? PUBLIC_API);
  },

  importing: {
    recognises: async (path) => ((await namesRepository(path)) ? 2 : 0),
    optionsOf({ files, from }) {
      if (from === undefined) return { files };
      if (parseFullName(from) !== null) return { files, from };
      const cause = `--from names the repository of saved output of gh as owner/name, not “${from}”.`;
      throw new BifocalError('USAGE', { cause, command: 'import' });
    },
    describe: async (options, signal) => ({
      ...{ columns: [], format: 'github' },
      notes: await toldOf((options as GithubOptions).files ?? [], signal),
    }),
  },
});

function filesOf({ file, files = [] }: GithubOptions): string[] {
  return file === undefined ? files : [file, ...files];
}

function repositoryOf({ repo, from, api = PUBLIC_API }: GithubOptions): Repository | null {
  const named = repo ?? from;
  return named === undefined ? null : parseFullName(named, hostOfApi(api));
}
