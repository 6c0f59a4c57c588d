/** The tool `claims`: what the brand says of itself, and what speaks for and against each of it. */
import { z } from 'zod';
import { defineTool } from './define-tool.ts';
import { PRODUCT, productMeant } from './product-named.ts';

export const claims = defineTool({
  name: 'claims',
  title: 'Claims',
  description:
    'What the brand says of itself today, each with its verdict and quotes from both sides. Strengths that customers praise and nobody says come first, then what seems to conflict, which only a person can confirm (of somebody else’s product: what could not be squared from outside, which nobody can); known problems that no document mentions come last.',
  input: {
    product: PRODUCT,
    verdict: z.string().max(60).optional().describe('only these: unsaid, seems to conflict, ahead of the evidence …'),
    limit: z.number().int().min(1).max(50).default(8),
    from: z.number().int().min(0).default(0).describe('how many to pass over'),
  },
  async answer({ product, verdict, limit, from }, { store, tell }) {
    const { id } = await productMeant(store, product);
    const standing = (await tell(id, 'claims')).filter(
      (claim) => claim.lastAt === null && (verdict === undefined || claim.verdict === verdict),
    );
    const told = standing.slice(from, from + limit).map(({ id: claim, verdict, says, people, quotes }) => ({
      ...{ id: claim, verdict, people, says: says.slice(0, LONGEST) },
      quotes: quotes.map(({ evidence, side, where, text }) => ({
        ...{ evidence, side, where },
        said: text?.slice(0, LONGEST) ?? null,
      })),
    }));
    return { claims: told, more: Math.max(0, standing.length - from - limit) };
  },
});

const LONGEST = 300;
