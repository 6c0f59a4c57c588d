/** Feeds that lie in files: each one, or those of a folder. */
import { basename } from 'node:path';
import { BifocalError } from '#core/errors.ts';
import { digestOf } from '#core/ids.ts';
import { readTextFiles } from '../text-files.ts';
import type { Feed } from './entry.ts';
import { readFeed } from './feed.parse.ts';

const ENDINGS = /\.(?:xml|rss|atom|rdf|json)$/i;

export interface FeedFile {
  readonly name: string;
  readonly feed: Feed;
  readonly digest: string;
}

/** Rejects with FILE_NOT_WHAT_IT_CLAIMS where one of them is no feed. */
export async function readFeedFiles(paths: readonly string[], signal: AbortSignal): Promise<FeedFile[]> {
  const read: FeedFile[] = [];
  for (const path of paths) {
    for await (const { name, text } of readTextFiles(path, ENDINGS, signal)) {
      const feed = readFeed(text, null);
      if (feed === null) throw strange(name, 'it is neither Atom, RSS nor JSON Feed');
      if ('flaw' in feed) throw strange(name, feed.flaw);
      read.push({ name: basename(name), feed, digest: digestOf(text) });
    }
  }
  return read;
}

function strange(file: string, cause: string): BifocalError {
  return new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', { file, format: 'a feed', cause });
}
