/** Releases as the platform publishes them, as rows of evidence. Pure. */
import type { Gathered } from '#core/evidence.ts';
import { cutText } from '#core/text.ts';
import { readTags } from '#sources/git/tags-lines.ts';
import { authorOf, type Person } from './people.ts';
import { originOf, type Repository } from './repository.ts';

export interface Published {
  readonly tag: string;
  readonly at: number;
  readonly title: string;
  readonly body: string | null;
  readonly url: string | null;
  readonly pre: boolean;
  readonly person: Person | null;
}

/** Notes hold at most 125,000 characters there. */
const LONGEST_NOTES = 125_000;

/** Versions and lines are read from the tags together, as those of a repository are. */
export function releaseRows(repository: Repository, releases: readonly Published[]): Gathered[] {
  const tags = releases.map(({ tag, at }) => ({ name: tag, at, commit: null }));
  const read = readTags(tags, repository.name);
  return releases.map(({ tag, at, title, body, url, pre, person }, place): Gathered => {
    const { version = null, line = null, pre: marked = false } = read[place] ?? {};
    return {
      kind: 'release',
      type: 'published',
      origin: originOf(repository),
      externalId: `release/${tag}`,
      author: authorOf(person, repository.host),
      ...{ at, title, body: body === null ? null : cutText(body, LONGEST_NOTES), url, version, line },
      data: { tag, pre: pre || marked ? 1 : 0, draft: 0 },
    };
  });
}
