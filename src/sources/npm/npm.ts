/** A package in a registry: its versions with their times, and what its README says. Page: npm.md. */
import { z } from 'zod';
import { BifocalError, type Missing } from '#core/errors.ts';
import { digestOf } from '#core/ids.ts';
import { type Batch, defineSource } from '#core/source.ts';
import { parseRecord } from './npm.parse.ts';
import { askRegistry } from './registry.ts';

const NpmOptions = z.strictObject({
  /** As npm takes it: `vite`, `@vitejs/plugin-vue`. Old names may have capitals. */
  name: z
    .string()
    .max(214)
    .regex(/^(?:@[\w~][\w.~-]*\/)?[\w~][\w.~-]*$/, 'is not the name of a package'),
});
type NpmOptions = z.infer<typeof NpmOptions>;

interface Cursor {
  readonly etag: string | null;
  readonly digest: string;
  readonly missing: readonly Missing[];
}

export default defineSource<NpmOptions>({
  id: 'npm',
  title: 'npm registry',
  strands: ['ships', 'claims'],
  changes: false,
  rereadable: true,
  options: NpmOptions,

  async origin({ name }) {
    return `npm:${name}`;
  },

  async *gather({ options: { name }, cursor, until, signal, progress }): AsyncGenerator<Batch> {
    const before = cursor === null ? null : (JSON.parse(cursor) as Cursor);
    progress('versions', 0, 1);
    const answer = await askRegistry({ name, etag: before?.etag ?? null, signal, env: process.env });
    const known =
      answer.date === null ? {} : { observedUntil: until === null ? answer.date : Math.min(answer.date, until) };
    const digest = answer.body === null ? before?.digest : digestOf(answer.body);
    if (before !== null && digest === before.digest) {
      yield { ...known, missing: before.missing, cursor: JSON.stringify({ ...before, etag: answer.etag }) };
      return;
    }
    const read = parseRecord(answer.body ?? '', name);
    if (read === null) {
      const cause = 'the registry answered with something else';
      throw new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', {
        file: `npm:${name}`,
        format: 'the record of that package',
        cause,
      });
    }
    const { items, missing } = read;
    const newest = items.reduce<number | null>((last, { at }) => (last === null ? at : Math.max(last, at)), null);
    yield {
      // A registry without a clock is known up to its newest version.
      ...(newest !== null && { observedUntil: until === null ? newest : Math.min(newest, until) }),
      ...known,
      items: until === null ? items : items.filter(({ at }) => at <= until),
      missing,
      product: { name, kind: 'software' },
      cursor: JSON.stringify({ etag: answer.etag, digest, missing }),
      replaces: ['registry', 'readme'].map((type) => ({ origin: `npm:${name}`, type })),
    };
  },
});
