/** The tool `needs`: what people need beneath what they ask for, and for how many nothing answers it yet. */
import { z } from 'zod';
import { instantOf } from '#core/time.ts';
import { needNamed } from '#engine/need-corrections.ts';
import { asksOf, withMembers } from '#engine/needs.ts';
import { defineTool } from './define-tool.ts';
import { PRODUCT, productMeant } from './product-named.ts';

export const needs = defineTool({
  name: 'needs',
  title: 'Needs',
  description:
    'What people need beneath what they ask for, most people first. `waiting` counts people with an open ask that no maker answered; order by it to see what nothing answers.',
  input: {
    product: PRODUCT,
    order: z.enum(['people', 'waiting']).default('people'),
    limit: z.number().int().min(1).max(50).default(8),
    from: z.number().int().min(0).default(0).describe('how many to pass over'),
  },
  async answer({ product, order, limit, from }, { store, tell }) {
    const { id } = await productMeant(store, product);
    const { needs, statements, unsorted, pieces } = await tell(id, 'needs');
    const ordered = order === 'people' ? needs : needs.toSorted((a, b) => b.demand.waiting - a.demand.waiting);
    const told = ordered.slice(from, from + limit).map((need) => {
      const { people, waiting, leaving, lastYear, trend, fixed } = need.demand;
      const statement = statements.get(need.id);
      return {
        ...{ id: need.id, name: need.name, people, waiting, leaving, lastYear, trend, asksShipped: fixed },
        statement: statement && { evidence: statement.evidence, said: statement.text.slice(0, 300) },
      };
    });
    return { needs: told, more: Math.max(0, needs.length - from - limit), unsorted, pieces };
  },
});

export const need = defineTool({
  name: 'need',
  title: 'One need',
  description:
    'What people asked for who have this need, word for word with where they said it: those whom an answer would have to be told to.',
  input: {
    product: PRODUCT,
    need: z.string().max(200).describe('its id'),
    limit: z.number().int().min(1).max(100).default(10),
  },
  async answer({ product, need: named, limit }, { store, tell }) {
    const { id } = await productMeant(store, product);
    const { needs } = await tell(id, 'needs');
    const found = await withMembers(store, id, needNamed(needs, named), MOST);
    const rows = new Map(
      (
        await store.read.evidence(
          id,
          found.members.map(({ evidence }) => evidence),
        )
      ).map((row) => [row.id, row]),
    );
    const asks = (await asksOf(store, id, found, limit)).map(({ evidence, text, at, url }) => ({
      ...{ evidence, url, day: instantOf(at).slice(0, 10), asker: rows.get(evidence)?.authorId ?? null },
      said: text.slice(0, 300),
    }));
    return { name: found.name, people: found.demand.people, waiting: found.demand.waiting, asks };
  },
});

/** Pieces that are looked at, nearest to its middle first: more than one answer may name. */
const MOST = 400;
