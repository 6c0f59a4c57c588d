/** A feed (Atom, RSS, JSON Feed) at its address or as a file: posts of the brand, or what customers say. Page for readers: feed.md. */
import { basename } from 'node:path';
import { z } from 'zod';
import { BifocalError } from '#core/errors.ts';
import { digestOf } from '#core/ids.ts';
import { canonical } from '#core/json.ts';
import { type Batch, defineSource, type RefusedRow } from '#core/source.ts';
import { dayOf } from '#core/time.ts';
import { knownUntil } from '../known-until.ts';
import { originOfAddress, readLive } from './live.ts';
import { readFeedFiles } from './read-files.ts';
import { type Taken, toEvidence } from './to-evidence.ts';

const FeedOptions = z
  .strictObject({
    /** Where it is read again and again. */
    url: z.url({ protocol: /^https?$/ }).optional(),
    /** A file, or a folder of files. */
    path: z.string().min(1).optional(),
    files: z.array(z.string().min(1)).min(1).max(100).optional(),
    /** Whose words they are: the brand's posts, or customers' feedback. */
    as: z.enum(['posts', 'feedback']).default('posts'),
    /** The name that its entries are kept under, where the feed has no address of its own. */
    from: z.string().min(1).max(200).optional(),
    /** The day up to which files are complete; without it, their newest entry. */
    until: z.string().optional(),
  })
  .refine(({ url, path, files }) => [url, path, files].filter((one) => one !== undefined).length === 1, {
    message: 'it takes either url or path',
  });
export type FeedOptions = z.infer<typeof FeedOptions>;

const STRANDS = { posts: ['claims'], feedback: ['says'] } as const;

export default defineSource<FeedOptions>({
  id: 'feed',
  title: 'Posts from a feed',
  strands: ['says', 'claims'],
  strandsOf: ({ as }) => STRANDS[as],
  found: (cursor) => STRANDS[takenIn(cursor)],
  rereadable: false,
  options: FeedOptions as z.ZodType<FeedOptions>,

  async origin({ url, path, files, from }) {
    if (from !== undefined) return `feed:${from}`;
    if (url !== undefined) return originOfAddress(url);
    const [first] = await readFeedFiles(files ?? [path ?? ''], new AbortController().signal);
    const own = first?.feed.own ?? null;
    return own === null ? `feed:${first?.name ?? 'file'}` : originOfAddress(own);
  },

  async *gather(gathering): AsyncGenerator<Batch> {
    const { as, url } = gathering.options;
    const strands = STRANDS[as];
    for await (const batch of url === undefined ? readOnce(gathering) : readLive(gathering, url))
      yield { ...batch, strands };
  },

  importing: {
    formats: ['feed-posts', 'feed-feedback'],
    async recognises(path) {
      const read = await readFeedFiles([path], new AbortController().signal).catch(() => []);
      return read.length > 0 ? 2 : 0;
    },
    optionsOf: ({ files, from, as }) => ({
      ...{ files, as: as === 'feed-feedback' ? 'feedback' : 'posts' },
      ...(from && { from }),
    }),
    async describe(options, signal) {
      const { files = [], as } = options as FeedOptions;
      const notes = (await readFeedFiles(files, signal)).map(({ name, feed: { form, entries } }) => {
        const times = entries.flatMap(({ at }) => at ?? []);
        const span = times.length === 0 ? '' : `, ${dayOf(Math.min(...times))} to ${dayOf(Math.max(...times))}`;
        return `${name}: ${form}, ${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}${span}.`;
      });
      return { format: `feed-${as}`, columns: [], notes: [...notes, AS_SENTENCE[as]] };
    },
  },
});

const AS_SENTENCE: Readonly<Record<Taken, string>> = {
  posts: 'Its entries are taken for what the brand says; --as feed-feedback takes them for what customers say.',
  feedback: 'Its entries are taken for what customers say.',
};

async function* readOnce({ options, cursor, until, signal }: Parameters<typeof readLive>[0]): AsyncGenerator<Batch> {
  signal.throwIfAborted();
  const { as, from, path, files = [path ?? ''] } = options;
  const read = await readFeedFiles(files, signal);
  const own = read[0]?.feed.own ?? null;
  const origin = from !== undefined ? `feed:${from}` : own === null ? `feed:${read[0]?.name}` : originOfAddress(own);
  const rows = new Map<string, NonNullable<Batch['items']>[number]>();
  const refused: RefusedRow[] = [];
  for (const { name, feed } of read) {
    const made = toEvidence(feed, { origin, as, until: until ?? Number.POSITIVE_INFINITY, file: basename(name) });
    refused.push(...made.refused);
    for (const item of made.items) rows.set(item.externalId, item);
  }
  const items = [...rows.values()];
  if (items.length === 0 && until === null) {
    const cause = refused[0] === undefined ? 'it holds no entries' : `of its first entry, ${refused[0].reason}`;
    throw new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', { file: basename(read[0]?.name ?? ''), format: 'a feed', cause });
  }
  const observedUntil = knownUntil(options.until, items, until);
  const now = JSON.stringify({ as, digest: digestOf(canonical([read.map(({ digest }) => digest), observedUntil])) });
  const end = { cursor: now, ...(observedUntil !== null && { observedUntil }) };
  if (cursor === now) yield end;
  else yield { items, refused, rows: items.length + refused.length, ...end };
}

function takenIn(cursor: string): Taken {
  return (JSON.parse(cursor) as { as?: Taken }).as === 'feedback' ? 'feedback' : 'posts';
}
