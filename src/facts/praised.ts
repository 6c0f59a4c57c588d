/** Which reviews, posts and answers of the window praise, by the model of kinds; of very many some, drawn evenly. */
import { windowUntil, within } from '#core/time.ts';
import { featuresOf, READ } from '#language/classify/features.ts';
import { type Head, probabilityOf, scoreOf } from '#language/classify/model.ts';
import { shippedModel } from '#language/classify/shipped.ts';
import { EvenDraw } from '#language/needs/lot.ts';
import { collectFact } from './define-fact.ts';
import { rounded, spokenText } from './rules/spoken-text.ts';
import { SPOKEN } from './rules/voice-fields.ts';

/**
 * From here on 92 of 100 sentences of reviews that are taken for praise are, and 63 of 100 that are get found; the list of
 * phrases finds 12 at the same precision (docs/reference/facts.md).
 */
export const PRAISES = 0.7;

/** A share of half as many is known to half a percent (Wilson, 95 %); to read a million takes minutes. */
const MOST_READ = 100_000;

export default collectFact({
  id: 'praised',
  version: 1,
  reads: 'feedback',
  collect: ({ at }) => {
    const window = windowUntil(at);
    const draw = new EvenDraw<string | null>(MOST_READ);
    return {
      take(row) {
        if (!SPOKEN.has(row.type) || !within(window, row.at) || !draw.draws(row.id)) return;
        draw.add(row.id, spokenText(row)?.slice(0, READ) ?? null);
      },
      done: () => {
        const { items, all } = draw.drawn();
        const ids = [...items].flatMap(([id, text]) => (text !== null && praises(text) ? [id] : []));
        return { ids: new Set(ids), drawn: all ? null : new Set(items.keys()) };
      },
    };
  },
});

function praises(text: string): boolean {
  const { labels, heads } = shippedModel('kinds');
  const head = heads[labels.indexOf('praise')] as Head;
  return rounded(probabilityOf(scoreOf(head, featuresOf(text)), head)) >= PRAISES;
}
