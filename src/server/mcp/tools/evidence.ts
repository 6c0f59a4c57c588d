/** The tool `evidence`: the rows behind an id, word for word. */
import { z } from 'zod';
import { defineTool } from './define-tool.ts';
import { PRODUCT, productMeant } from './product-named.ts';
import { saidOf } from './said.ts';

const AT_ONCE = 20;
const LONGEST = 4_000;

export const evidence = defineTool({
  name: 'evidence',
  title: 'Evidence',
  description: `Verbatim rows by id, at most ${AT_ONCE}: what was said, shipped or claimed. Texts are cut at ${LONGEST} characters.`,
  input: { product: PRODUCT, ids: z.array(z.string().max(100)).min(1).max(AT_ONCE) },
  async answer({ product, ids }, { store }) {
    const { id } = await productMeant(store, product);
    const rows = await store.read.evidence(id, ids);
    return { rows: rows.map((row) => saidOf(row, LONGEST)) };
  },
});
