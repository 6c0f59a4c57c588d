/** The tools `links` and `decide_link`: what answers what, above all what somebody still has to confirm. */
import { z } from 'zod';
import { BifocalError } from '#core/errors.ts';
import { decideLink, type LinkTold, linkMeant, undecideLink } from '#engine/links.ts';
import { decided } from './decided.ts';
import { defineTool } from './define-tool.ts';
import { PRODUCT, productMeant } from './product-named.ts';

const METHODS = ['offered', 'recovered', 'confirmed', 'vetoed', 'written'] as const;

export const links = defineTool({
  name: 'links',
  title: 'Links',
  description:
    'Which change answers what somebody asked for, and how that is known. `offered` ones wait for a person to confirm or veto them, the likeliest first; `written` stand in the texts themselves.',
  input: {
    product: PRODUCT,
    method: z.enum(METHODS).default('offered'),
    limit: z.number().int().min(1).max(50).default(8),
    from: z.number().int().min(0).default(0).describe('how many to pass over'),
  },
  async answer({ product, method, limit, from }, { store, tell }) {
    const { id } = await productMeant(store, product);
    const all = (await tell(id, 'links')).filter((link) => link.method === method);
    const told = all.slice(from, from + limit).map(({ id: link, kind, confidence, from: change, to: ask }) => ({
      ...{ id: link, kind, confidence: Math.round(confidence * 100) / 100 },
      ...{ change: endOf(change), ask: endOf(ask) },
    }));
    return { links: told, more: Math.max(0, all.length - from - limit) };
  },
});

export const decideLinkTool = defineTool({
  name: 'decide_link',
  title: 'Decide about a link',
  description:
    'Confirm that a change answers an ask, veto it, or undo the last decision about it. Only what a person asked for.',
  writes: true,
  input: {
    product: PRODUCT,
    link: z.string().min(4).max(100).describe('its id'),
    verb: z.enum(['confirm', 'veto', 'undo']),
  },
  async answer({ product, link: named, verb }, given) {
    const { store } = given;
    const { id: productId } = await productMeant(store, product);
    const link = linkMeant(await given.tell(productId, 'links'), named);
    if (link === null) throw new BifocalError('NOT_THERE', { what: `link ${named}` });
    await (verb === 'undo' ? undecideLink(store, productId, link) : decideLink(store, productId, link, verb));
    return decided(given, {
      ...{ productId, verb: `${verb} a link`, target: `links/${link.id}`, said: { verb } },
      undo: verb === 'undo' ? null : { tool: 'decide_link', link: link.id, verb: 'undo' },
    });
  },
});

const LONGEST = 200;

function endOf({ evidence, at, url, text }: LinkTold['from']) {
  return { evidence, day: at.slice(0, 10), url, said: text.slice(0, LONGEST) };
}
