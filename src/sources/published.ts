/** Releases as a platform publishes them, as rows of evidence. Pure. */
import type { Gathered } from '#core/evidence.ts';
import { cutText } from '#core/text.ts';
import { readTags } from '#sources/git/tags-lines.ts';

export interface Published {
  readonly tag: string;
  readonly at: number;
  readonly title: string;
  readonly body: string | null;
  readonly url: string | null;
  readonly pre: boolean;
  readonly person: { readonly login: string } | null;
}

/** GitHub's notes hold at most 125,000 characters. */
const LONGEST_NOTES = 125_000;

/** Where they were published: `space` is where its handles are unique. */
export interface Publisher {
  readonly origin: string;
  readonly name: string;
  readonly space: string;
}

/** Versions and lines are read from the tags together, as those of a repository are. */
export function releaseRows({ origin, name, space }: Publisher, releases: readonly Published[]): Gathered[] {
  const tags = releases.map(({ tag, at }) => ({ name: tag, at, commit: null }));
  const read = readTags(tags, name);
  return releases.map(({ tag, at, title, body, url, pre, person }, place): Gathered => {
    const { version = null, line = null, pre: marked = false } = read[place] ?? {};
    return {
      kind: 'release',
      type: 'published',
      origin,
      externalId: `release/${tag}`,
      author: person === null ? null : { space, handle: person.login },
      ...{ at, title, body: body === null ? null : cutText(body, LONGEST_NOTES), url, version, line },
      data: { tag, pre: pre || marked ? 1 : 0, draft: 0 },
    };
  });
}
