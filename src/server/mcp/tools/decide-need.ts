/** The tool `decide_need`: a need is renamed, joined with another or confirmed by whom the assistant works for. */
import { z } from 'zod';
import { BifocalError } from '#core/errors.ts';
import { correctingNeeds, needNamed, undoNeed } from '#engine/need-corrections.ts';
import { type NeedTold, withMembers } from '#engine/needs.ts';
import { decided } from './decided.ts';
import { defineTool } from './define-tool.ts';
import { PRODUCT, productMeant } from './product-named.ts';

const VERBS = ['rename', 'merge', 'confirm', 'undo'] as const;

export const decideNeed = defineTool({
  name: 'decide_need',
  title: 'Decide about a need',
  description:
    'Rename a need, merge it into another, confirm that its pieces belong together, or undo one such decision by the id that it was given. Only what a person asked for.',
  writes: true,
  input: {
    product: PRODUCT,
    need: z.string().min(1).max(200).describe('its id; to undo, the id of the decision'),
    verb: z.enum(VERBS),
    name: z.string().trim().min(1).max(200).optional().describe('to rename: what it is called from now on'),
    into: z.string().max(200).optional().describe('to merge: the id of the other need'),
    because: z.string().trim().max(1_000).optional(),
  },
  async answer({ product, need: named, verb, name, into, because = null }, given) {
    const { store, actor } = given;
    const { id: productId } = await productMeant(store, product);
    const said = { verb, because, ...(name !== undefined && { name }), ...(into !== undefined && { into }) };
    if (verb === 'undo') {
      const undone = await undoNeed(store, productId, named, actor);
      if (undone === null) throw new BifocalError('NOT_THERE', { what: `decision ${named}` });
      return decided(given, { productId, verb: 'undo a decision about a need', target: named, said, undo: null });
    }
    const { needs } = await given.tell(productId, 'needs');
    const meant = (other: string) => withMembers(store, productId, needNamed(needs, other));
    const need = await meant(named);
    const correct = correctingNeeds(store, productId, [need], { author: actor, reason: because });
    const decision = await one(correct, need, { verb, name, into: into === undefined ? null : await meant(into) });
    return decided(given, {
      ...{ productId, verb: `${verb} a need`, target: `needs/${need.id}`, said },
      undo: { tool: 'decide_need', need: decision, verb: 'undo' },
    });
  },
});

interface Wanted {
  readonly verb: Exclude<(typeof VERBS)[number], 'undo'>;
  readonly name: string | undefined;
  readonly into: NeedTold | null;
}

function one(correct: ReturnType<typeof correctingNeeds>, need: NeedTold, { verb, name, into }: Wanted) {
  if (verb === 'confirm') return correct.confirm(need, []);
  if (verb === 'rename' && name !== undefined) return correct.rename(need, name);
  if (verb === 'merge' && into !== null) return correct.merge(need, into);
  const cause = verb === 'rename' ? 'To rename, say `name`.' : 'To merge, say `into`.';
  throw new BifocalError('USAGE', { cause, command: 'mcp' });
}
