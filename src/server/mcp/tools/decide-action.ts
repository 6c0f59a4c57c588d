/** The tool `decide_action`: a step of the Bridge is taken up, done or decided against by whom the assistant works for. */

import { z } from 'zod';
import { ACTION_VERBS } from '#core/action.ts';
import { BifocalError } from '#core/errors.ts';
import { decideAction } from '#engine/decide-action.ts';
import { newestReading } from '#engine/kept-readings.ts';
import { decided } from './decided.ts';
import { defineTool } from './define-tool.ts';
import { PRODUCT, productMeant } from './product-named.ts';

export const decideActionTool = defineTool({
  name: 'decide_action',
  title: 'Decide about an action',
  description:
    'Take an action of `bridge` up, mark it as done, decide against it (with a note that says why), or undo the last decision about it. Only what a person asked for.',
  writes: true,
  input: {
    product: PRODUCT,
    action: z.string().min(1).max(100).describe('its id, as `bridge` gives it'),
    verb: z.enum(ACTION_VERBS),
    note: z.string().trim().max(1_000).optional(),
    owner: z.string().trim().max(200).optional(),
    due: z.string().max(10).optional().describe('the day by which, as 2026-02-28'),
    on: z.string().max(10).optional().describe('the day on which it was done; today without it'),
  },
  async answer({ product, action, verb, note = null, owner = null, due = null, on = null }, given) {
    const { store } = given;
    const { id: productId } = await productMeant(store, product);
    const reading = await newestReading(store, productId);
    if (reading === null) throw new BifocalError('ACTION_NOT_FOUND', { action });
    const said = { verb, note, owner, due, on };
    const id = await decideAction(store, reading, action, { ...said, who: null }, Date.now());
    return decided(given, {
      ...{ productId, verb: `${verb} an action`, target: `bridge/${id}`, said },
      undo: verb === 'undo' ? null : { tool: 'decide_action', action: id, verb: 'undo' },
    });
  },
});
