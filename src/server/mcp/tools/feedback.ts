/** The tool `search_feedback`: what customers said with these words. */
import { z } from 'zod';
import { defineTool } from './define-tool.ts';
import { PRODUCT, productMeant } from './product-named.ts';
import { saidOf } from './said.ts';

const LONGEST = 400;

export const feedback = defineTool({
  name: 'search_feedback',
  title: 'Search feedback',
  description: `What customers said that holds all of these words, best first, each cut at ${LONGEST} characters; \`evidence\` gives the whole.`,
  input: {
    product: PRODUCT,
    words: z.string().min(1).max(400),
    limit: z.number().int().min(1).max(50).default(8),
  },
  async answer({ product, words, limit }, { store }) {
    const { id } = await productMeant(store, product);
    const rows = await store.search.query(id, words, limit, 'feedback');
    return { found: rows.map((row) => saidOf(row, LONGEST)) };
  },
});
