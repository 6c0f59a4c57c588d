/** The versions of the root README along the first-parent line, as rows of evidence. */
import type { Missing } from '#core/errors.ts';
import type { Gathered } from '#core/evidence.ts';
import type { Git } from '#core/source.ts';
import type { DocumentText, Pinned } from './documents.ts';
import { readTexts } from './documents-objects.ts';
import { PAGE_BYTES, PAGES_BYTES, TEXT_LENGTH } from './documents-pages.ts';
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
    { each: PAGE_BYTES, all: PAGES_BYTES },
  );
  const versions: (DocumentText & FirstParent)[] = [];
  const items: Gathered[] = [];
  let absent = 0;
  let large = found.length - kept.length;
  for (const [at, version] of kept.entries()) {
    const read = texts[at];
    if (read?.text == null) {
      absent += Number(read?.because === 'absent');
      large += Number(read?.because === 'large');
    } else {
      const text = read.text.slice(0, TEXT_LENGTH);
      versions.push({ sha: version.sha, at: version.at, path: version.path, text });
      items.push(versionRow(pinned, version, text));
    }
  }
  return {
    versions,
    items,
    missing: [...tooMany(found.length, found.length - large), ...notThere(absent, kept.length)],
  };
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

function tooMany(found: number, kept: number): Missing[] {
  if (kept === found) return [];
  return [
    {
      source: 'git',
      code: 'NOT_COLLECTED',
      because: `Of ${found} versions of the README ${kept} are read: at most ${README_VERSIONS}, and ${PAGES_BYTES / 1e6} MB.`,
      remedy: 'Nothing is needed: the newest are there.',
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
