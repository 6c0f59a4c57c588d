/** A dated list of launches: what customers could get, and since when. Page for readers: launches.md. */
import { z } from 'zod';
import { BifocalError } from '#core/errors.ts';
import type { Gathered } from '#core/evidence.ts';
import { digestOf } from '#core/ids.ts';
import { canonical } from '#core/json.ts';
import { type Batch, defineSource, type RefusedRow } from '#core/source.ts';
import { knownUntil } from '../known-until.ts';
import { placeOf, readTextFiles } from '../text-files.ts';
import { type Launch, parseLaunches } from './launches.parse.ts';

const LaunchesOptions = z.strictObject({
  /** The list, or a folder of lists. */
  path: z.string().min(1),
  /** The day up to which the list is complete; without it, its newest launch. */
  until: z.string().optional(),
});
type LaunchesOptions = z.infer<typeof LaunchesOptions>;

const ENDINGS = /\.(?:csv|tsv|txt|ics|md|markdown)$/i;

export default defineSource<LaunchesOptions>({
  id: 'launches',
  title: 'A list of launches',
  strands: ['ships'],
  changes: false,
  rereadable: false,
  options: LaunchesOptions,

  async origin({ path }) {
    return `launches:${placeOf(path)}`;
  },

  async *gather({ options, cursor, until, signal }): AsyncGenerator<Batch> {
    signal.throwIfAborted();
    const origin = `launches:${placeOf(options.path)}`;
    const items = new Map<string, Gathered>();
    const refused: RefusedRow[] = [];
    const digests: string[] = [];
    for await (const { name, text } of readTextFiles(options.path, ENDINGS, signal)) {
      const read = parseLaunches(text);
      if ('flaw' in read) {
        throw new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', {
          file: name,
          format: 'a list of launches',
          cause: read.flaw,
        });
      }
      digests.push(`${name} ${digestOf(text)}`);
      refused.push(...read.refused.map((one) => ({ file: name, ...one })));
      for (const launch of read.launches) items.set(launch.id, toRow(launch, origin));
    }
    const told = [...items.values()].filter(({ at }) => until === null || at <= until);
    const observedUntil = knownUntil(options.until, told, until);
    const now = digestOf(canonical([digests, options.until ?? null]));
    const end = { cursor: now, ...(observedUntil !== null && { observedUntil }) };
    if (cursor === now) yield end;
    else yield { items: told, refused, replaces: [{ origin, type: 'launch' }], ...end };
  },
});

function toRow({ id, at, name, version, line, notes, url }: Launch, origin: string): Gathered {
  return {
    ...{ kind: 'release', type: 'launch', origin, externalId: id, author: null, at },
    ...{ title: name, body: notes, version, line, url },
  };
}
