/** The tool `decide_claim`: a verdict on a claim is confirmed or disputed by whom the assistant works for. */
import { z } from 'zod';
import { claimNamed, confirmable, decideClaim, takeBackClaim } from '#engine/claims.ts';
import { decided } from './decided.ts';
import { defineTool } from './define-tool.ts';
import { PRODUCT, productMeant } from './product-named.ts';

export const decideClaimTool = defineTool({
  name: 'decide_claim',
  title: 'Decide about a claim',
  description:
    'Confirm that a claim conflicts or is ahead of the evidence, dispute its verdict, or undo the last decision about it. Only what a person asked for.',
  writes: true,
  input: {
    product: PRODUCT,
    claim: z.string().min(4).max(100).describe('its id'),
    verb: z.enum(['confirm', 'dispute', 'undo']),
    because: z.string().trim().max(1_000).optional(),
  },
  async answer({ product, claim: named, verb, because = null }, given) {
    const { id: productId } = await productMeant(given.store, product);
    const claim = claimNamed(await given.tell(productId, 'claims'), named);
    if (verb === 'confirm') confirmable(claim);
    if (verb === 'undo') await takeBackClaim(given.store, productId, claim);
    else await decideClaim(given.store, productId, claim, verb, because);
    return decided(given, {
      ...{ productId, verb: `${verb} a claim`, target: `claims/${claim.id}`, said: { verb, because } },
      undo: verb === 'undo' ? null : { tool: 'decide_claim', claim: claim.id, verb: 'undo' },
    });
  },
});
