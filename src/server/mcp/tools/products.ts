/** The tool `products`: what can be asked about. */
import { instantOf } from '#core/time.ts';
import { readingNow } from '../../api/reading-now.ts';
import { defineTool } from './define-tool.ts';

export const products = defineTool({
  name: 'products',
  title: 'Products',
  description: 'Every product that this store knows, with the time of its newest reading.',
  input: {},
  async answer(_asked, { store }) {
    const all = [];
    for (const { id, name, customers } of await store.products.list()) {
      const newest = await readingNow(store, id);
      all.push({ id, name, customers, readAt: newest && instantOf(newest.at) });
    }
    return { products: all };
  },
});
