/** The bars that a person set for a check, held against the reading as it stands now. */
import { readFile } from 'node:fs/promises';
import type { Gate } from '#core/check.ts';
import { BifocalError } from '#core/errors.ts';
import { Reading } from '#core/reading.ts';
import { gateOfBar, gatesOfChange } from '#reading/gates.ts';
import type { Store } from '#store/store.ts';
import { type ReflectOrder, reflect } from './reflect.ts';

export interface Bars {
  readonly min: readonly (readonly [lens: Gate['lens'], bar: number])[];
  /** A file with an earlier reading, as `--json` printed it. */
  readonly baseline: string | null;
}

/** Nothing is read where no bar was set. */
export async function gatesOf(store: Store, order: ReflectOrder, { min, baseline }: Bars): Promise<readonly Gate[]> {
  if (min.length === 0 && baseline === null) return [];
  const before = baseline === null ? null : await readBaseline(baseline);
  const reading = await reflect(store, order);
  if (before !== null && before.product.name !== reading.product.name) {
    const format = `a reading of ${reading.product.name}`;
    throw new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', {
      ...{ file: baseline ?? '', format, cause: `it is one of ${before.product.name}` },
    });
  }
  return [
    ...min.map(([lens, bar]) => gateOfBar(reading, lens, bar)),
    ...(before === null ? [] : gatesOfChange(reading, before)),
  ];
}

async function readBaseline(file: string): Promise<Reading> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new BifocalError('TARGET_NOT_FOUND', { target: file }, cause);
  }
  const format = 'a reading as `bifocal --json` prints it';
  try {
    const read = Reading.safeParse(JSON.parse(text));
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    throw new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', {
      ...{ file, format, cause: `${issue?.path.join('.') || 'it'} is not as it should be` },
    });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', { file, format, cause: 'it is no JSON' }, error);
  }
}
