/** The tool `reading`: where the product stands, what stands out, and what to do, in sentences with their evidence. */
import { BifocalError } from '#core/errors.ts';
import type { Reading } from '#core/reading.ts';
import { readingNow, toldOf } from '../../api/reading-now.ts';
import { defineTool } from './define-tool.ts';
import { PRODUCT, productMeant } from './product-named.ts';

/** A figure opens to hundreds of rows; the first few show what they are. */
const ROWS_NAMED = 3;

export const reading = defineTool({
  name: 'reading',
  title: 'Reading',
  description:
    'The newest reading of a product: its focus, place, the four questions of each lens, findings with quotes, and the actions proposed with who waits for them.',
  input: { product: PRODUCT },
  async answer({ product }, { store }) {
    const { id, name } = await productMeant(store, product);
    const now = await readingNow(store, id);
    const kept = now && (await store.readings.get(id, now.id));
    if (kept === null) throw new BifocalError('NOT_THERE', { what: `reading of ${name}` });
    const told = await toldOf(store, kept.json);
    return { ...shortened(told.reading), verdict: told.view.verdict };
  },
});

function shortened({ product, at, stage, place, lenses, findings, bridge, audits }: Reading) {
  return {
    product: product.name,
    customers: product.customers,
    ...{ at, stage: stage.name },
    place: { name: place.name, certainty: place.certainty },
    lenses: { product: questionsOf(lenses.product), customer: questionsOf(lenses.customer) },
    findings: findings.map(({ sentence, people, step, quotes }) => ({
      ...{ sentence, people, step },
      quotes: quotes.map(({ evidence, text }) => ({ evidence, said: text })),
    })),
    actions: bridge.actions.map(({ id, title, people, tellTale, verdictPossibleAt, evidence }) => ({
      ...{ id, title, people, tellTale, verdictPossibleAt },
      evidence: evidence.slice(0, ROWS_NAMED),
    })),
    audits: audits
      .filter(({ state }) => state === 'scored')
      .map(({ id, because, n, evidence }) => ({ id, because, n, evidence: evidence.slice(0, ROWS_NAMED) })),
  };
}

function questionsOf({ score, interval, questions }: Reading['lenses']['product']) {
  return {
    ...{ score, interval: interval && [interval.low, interval.high] },
    questions: questions.map(({ question, score, because }) => ({ question, score, because })),
  };
}
