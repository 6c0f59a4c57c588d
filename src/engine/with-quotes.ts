/** Puts the words to a reading's quotes: it keeps addresses alone, so that forgetting a person holds. */
import type { Evidence } from '#core/evidence.ts';
import type { Reading } from '#core/reading.ts';
import { instantOf } from '#core/time.ts';
import type { Store } from '#store/store.ts';
import { firstLine } from './first-words.ts';

type Quote = Reading['findings'][number]['quotes'][number];

export async function withQuotes(store: Store, reading: Reading): Promise<Reading> {
  const ids = [...reading.findings, ...(reading.alone === null ? [] : [reading.alone])].flatMap(({ quotes }) =>
    quotes.map(({ evidence }) => evidence),
  );
  if (ids.length === 0) return reading;
  const rows = new Map((await store.read.evidence(reading.product.id, ids)).map((row) => [row.id, row]));
  const resolved = (quote: Quote): Quote => ({
    ...quote,
    text: wordsOf(rows.get(quote.evidence), quote.field, quote.line),
  });
  return {
    ...reading,
    alone: reading.alone && {
      ...reading.alone,
      quotes: reading.alone.quotes.map((quote) => {
        const row = rows.get(quote.evidence);
        const text = wordsOf(row, 'body') ?? wordsOf(row, 'title');
        return { ...quote, at: row === undefined ? null : instantOf(row.at), text };
      }),
    },
    findings: reading.findings.map((finding) => ({ ...finding, quotes: finding.quotes.map(resolved) })),
  };
}

/** The line that is meant, else the first that says something. */
function wordsOf(row: Evidence | undefined, field: Quote['field'], line?: number): string | null {
  if (row === undefined) return null;
  const text = field === 'quote' ? row.data?.quote : row[field];
  if (typeof text !== 'string') return null;
  if (line !== undefined) return text.split('\n')[line - 1]?.trim() ?? null;
  return firstLine(text);
}
