/** Looks at a catalogue and what stood at the first of them, as the source read them. */
import { collectFact } from './define-fact.ts';
import { numberIn } from './rules/fields.ts';
import { digestsIn } from './rules/shelf.ts';
import type { ShelfRows } from './shelf-values.ts';

export default collectFact({
  id: 'shelfRows',
  version: 1,
  reads: 'events',
  collect: () => {
    const looks: ShelfRows['looks'][number][] = [];
    const listed: ShelfRows['listed'][number][] = [];
    return {
      take({ id, type, at, threadId, title, externalId, data }) {
        if (type === 'look') looks.push({ id, at, products: numberIn(data, 'products') ?? 0 });
        else if (type === 'listed') {
          const product = threadId ?? externalId;
          listed.push({ id, product, title: title ?? product, values: digestsIn(data, 'values') });
        }
      },
      done: () => ({ looks, listed }),
    };
  },
});
