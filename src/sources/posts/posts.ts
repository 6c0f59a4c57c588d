/** Advertisements and posts from a table: what was said to the world, where, and for how much. Page for readers: posts.md. */
import { z } from 'zod';
import { BifocalError } from '#core/errors.ts';
import type { Gathered } from '#core/evidence.ts';
import { digestOf } from '#core/ids.ts';
import { canonical } from '#core/json.ts';
import { type Batch, defineSource, type RefusedRow } from '#core/source.ts';
import { knownUntil } from '../known-until.ts';
import { placeOf, readTextFiles } from '../text-files.ts';
import { type Post, parsePosts } from './posts.parse.ts';

const PostsOptions = z.strictObject({
  /** The table, or a folder of tables. */
  path: z.string().min(1),
  /** The day up to which the table is complete; without it, its newest post. */
  until: z.string().optional(),
});
type PostsOptions = z.infer<typeof PostsOptions>;

const ENDINGS = /\.(?:csv|tsv|txt)$/i;

export default defineSource<PostsOptions>({
  id: 'posts',
  title: 'Advertisements and posts',
  strands: ['claims'],
  rereadable: false,
  options: PostsOptions,

  async origin({ path }) {
    return `posts:${placeOf(path)}`;
  },

  async *gather({ options, cursor, until, signal }): AsyncGenerator<Batch> {
    signal.throwIfAborted();
    const origin = `posts:${placeOf(options.path)}`;
    const items = new Map<string, Gathered>();
    const refused: RefusedRow[] = [];
    const digests: string[] = [];
    for await (const { name, text } of readTextFiles(options.path, ENDINGS, signal)) {
      const read = parsePosts(text);
      if ('flaw' in read) {
        throw new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', { file: name, format: 'a table of posts', cause: read.flaw });
      }
      digests.push(`${name} ${digestOf(text)}`);
      refused.push(...read.refused.map((one) => ({ file: name, ...one })));
      for (const post of read.posts) {
        const row = toRow(post, origin);
        items.set(`${row.type} ${row.externalId}`, row);
      }
    }
    const told = [...items.values()].filter(({ at }) => until === null || at <= until);
    const observedUntil = knownUntil(options.until, told, until);
    const now = digestOf(canonical([digests, options.until ?? null]));
    const end = { cursor: now, ...(observedUntil !== null && { observedUntil }) };
    if (cursor === now) yield end;
    else yield { items: told, refused, replaces: ['advertisement', 'post'].map((type) => ({ origin, type })), ...end };
  },
});

/** What money was paid for is an advertisement. */
function toRow(post: Post, origin: string): Gathered {
  const { id, at, endsAt, channel, spend, currency, title, text, url, paid } = post;
  const data = {
    ...(channel !== null && { channel }),
    ...(currency !== null && { currency }),
    ...(endsAt !== null && { endsAt }),
  };
  return {
    ...{ kind: 'document', type: paid ? 'advertisement' : 'post', origin, externalId: id, author: null, at },
    ...{ threadId: channel, title, body: text || null, url, amount: spend, data },
  };
}
