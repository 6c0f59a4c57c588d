/** Deployments from a table: what customers got, when, and of which commit. Page for readers: deployments.md. */
import { basename } from 'node:path';
import { z } from 'zod';
import { BifocalError } from '#core/errors.ts';
import type { Gathered } from '#core/evidence.ts';
import { digestOf } from '#core/ids.ts';
import { canonical } from '#core/json.ts';
import { type Batch, defineSource, type RefusedRow } from '#core/source.ts';
import { deploymentRows } from '../deployed.ts';
import { knownUntil } from '../known-until.ts';
import { placeOf, readTextFiles } from '../text-files.ts';
import { looksDeployed, parseDeployments } from './deployments.parse.ts';

const DeploymentsOptions = z
  .strictObject({
    /** The table, or a folder of tables. */
    path: z.string().min(1).optional(),
    files: z.array(z.string().min(1)).min(1).max(100).optional(),
    /** The place that customers use, where its name is not production, prod or live. */
    environment: z.string().min(1).max(200).optional(),
    dates: z.enum(['day-first', 'month-first']).optional(),
    from: z.string().min(1).max(100).optional(),
    /** The day up to which the table is complete; without it, its newest deployment. */
    until: z.string().optional(),
  })
  .refine(({ path, files }) => (path === undefined) !== (files === undefined), { message: 'it takes a path' });
type DeploymentsOptions = z.infer<typeof DeploymentsOptions>;

const ENDINGS = /\.(?:csv|tsv|txt)$/i;

export default defineSource<DeploymentsOptions>({
  id: 'deployments',
  title: 'A list of deployments',
  strands: ['ships'],
  changes: false,
  rereadable: false,
  options: DeploymentsOptions,

  origin: async (options) => originOf(options),

  async *gather({ options, cursor, until, signal }): AsyncGenerator<Batch> {
    signal.throwIfAborted();
    const { rows, refused, digests, others } = await read(options, signal);
    const items = rows.filter(({ at }) => until === null || at <= until);
    const observedUntil = knownUntil(options.until, items, until);
    const now = digestOf(canonical([digests, options.until ?? null, options.environment ?? null]));
    const end = { cursor: now, ...(observedUntil !== null && { observedUntil }) };
    if (cursor === now) yield end;
    else yield { items, refused, rows: items.length + refused.length + others, ...end };
  },

  importing: {
    async recognises(path) {
      for await (const { text } of readTextFiles(path, ENDINGS, new AbortController().signal)) {
        if (looksDeployed(text)) return 2;
      }
      return 0;
    },
    optionsOf: ({ files, dates, from, map }) => ({
      ...{ files, ...(dates && { dates }), ...(from && { from }) },
      ...(map?.environment !== undefined && { environment: map.environment }),
    }),
    async describe(options, signal) {
      const { rows, others } = await read(options as DeploymentsOptions, signal);
      const left = others === 0 ? '' : ` ${others} more did not go out, or not to customers.`;
      const notes = [`${rows.length} ${rows.length === 1 ? 'deployment' : 'deployments'} that customers got.${left}`];
      return { format: 'deployments', columns: [], notes };
    },
  },
});

function originOf({ path, from }: DeploymentsOptions): string {
  return `deployments:${path === undefined ? (from ?? 'list') : placeOf(path)}`;
}

async function read(options: DeploymentsOptions, signal: AbortSignal) {
  const { path, files = [path ?? ''], environment = null, dates = null } = options;
  const rows = new Map<string, Gathered>();
  const refused: RefusedRow[] = [];
  const digests: string[] = [];
  const places = new Set<string>();
  let others = 0;
  let first = '';
  for (const one of files) {
    for await (const { name, text } of readTextFiles(one, ENDINGS, signal)) {
      const file = basename(name);
      const told = parseDeployments(text, environment, dates);
      if ('flaw' in told) throw strange(file, told.flaw);
      first ||= file;
      digests.push(digestOf(text));
      others += told.others;
      for (const place of told.places) places.add(place);
      refused.push(...told.refused.map((row) => ({ file, ...row })));
      for (const row of deploymentRows(originOf(options), told.deployed)) rows.set(row.externalId, row);
    }
  }
  if (rows.size === 0 && refused.length > 0)
    throw strange(first, `none of its rows can be taken; of the first, ${refused[0]?.reason}`);
  if (rows.size === 0) {
    const named = [...places].slice(0, 5).join(', ');
    const cause =
      named === '' ? 'it holds no deployment that went out' : `none went to production; its places are ${named}`;
    throw strange(first, cause);
  }
  return { rows: [...rows.values()], refused, digests, others };
}

function strange(file: string, cause: string): BifocalError {
  return new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', { file, format: 'a list of deployments', cause });
}
