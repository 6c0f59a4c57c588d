/** The versions of the root README along the first-parent line, as rows of evidence. */
import type { Missing } from '#core/errors.ts';
import type { Gathered } from '#core/evidence.ts';
import type { Git } from '#core/source.ts';
import type { DocumentText, Pinned } from './documents.ts';
import { readTexts } from './documents-objects.ts';
import { TEXT_LENGTH } from './documents-pages.ts';
import type { FirstParent, ReadmeVersion } from './documents-walk.ts';

/** The newest versions that are kept; the longest README history met so far has under 400. */
const README_VERSIONS = 500;

export interface ReadmeRead {
  readonly versions: readonly (DocumentText & FirstParent)[];
  readonly items: readonly Gathered[];
  readonly missing: readonly Missing[];
}

export async function readReadme(git: Git, pinned: Pinned, found: readonly ReadmeVersion[]): Promise<ReadmeRead> {
  const kept = found.slice(0, README_VERSIONS);
  const texts = await readTexts(
    git,
    kept.map(({ asked }) => asked),
  );
  const versions: (DocumentText & FirstParent)[] = [];
  const items: Gathered[] = [];
  let absent = 0;
  for (const [at, version] of kept.entries()) {
    const read = texts[at];
    if (read?.text == null) absent += Number(read?.because === 'absent');
    else {
      const text = read.text.slice(0, TEXT_LENGTH);
      versions.push({ sha: version.sha, at: version.at, path: version.path, text });
      items.push(versionRow(pinned, version, text));
    }
  }
  return { versions, items, missing: [...tooMany(found.length), ...notThere(absent, kept.length)] };
}

function versionRow(pinned: Pinned, version: ReadmeVersion, body: string): Gathered {
  return {
    kind: 'document',
    type: 'readme',
    origin: pinned.origin,
    externalId: `${version.path}@${version.sha}`,
    author: null,
    at: version.at,
    threadId: 'readme',
    title: version.path,
    body,
    data: { commit: version.sha, blob: version.blob },
  };
}

function tooMany(found: number): Missing[] {
  if (found <= README_VERSIONS) return [];
  return [
    {
      source: 'git',
      code: 'NOT_COLLECTED',
      because: `Of ${found} versions of the README the newest ${README_VERSIONS} are read.`,
      remedy: 'Nothing is needed: no figure looks further back.',
    },
  ];
}

function notThere(absent: number, of: number): Missing[] {
  if (absent === 0) return [];
  return [
    {
      source: 'git',
      code: 'NOT_COLLECTED',
      because: `The text of ${absent} of ${of} versions of the README is not in this clone.`,
      remedy: 'Read a clone that was made without --filter.',
    },
  ];
}
