/** The words of one piece of evidence, and whether somebody said them or Bifocal looked them up. */
import type { Evidence } from '#core/evidence.ts';
import { dateWords } from './figures.ts';

export interface Words {
  readonly text: string;
  /** True: verbatim, set in serif and in quotation marks. False: a look-up, told in our own words. */
  readonly said: boolean;
}

/** The quoted line of a look-up, the sentence of one without words, else the first line of what was written. */
export function wordsOf(row: Evidence): Words {
  if (typeof row.data?.quote === 'string') return { text: row.data.quote, said: true };
  if (row.kind === 'event' && row.type === 'renewal') return { text: treesCompared(row), said: false };
  if (row.kind === 'event' && row.type === 'lines') {
    return {
      text: `Lines born in ${row.externalId.replace('lines:', '')}, followed to the newest commit.`,
      said: false,
    };
  }
  return { text: (row.title ?? row.body ?? row.externalId).split('\n')[0] ?? '', said: true };
}

function treesCompared({ at, data }: Evidence): string {
  const from = typeof data?.from === 'number' ? dateWords(new Date(data.from).toISOString()) : 'a year before';
  return `The files as they stood on ${from}, held against those of ${dateWords(new Date(at).toISOString())}.`;
}
