/** Changes of what is sold, from catalogues and dated lists: which part of the product each reached. */
import type { Evidence } from '#core/evidence.ts';
import { collectFact } from './define-fact.ts';
import { textIn, textsIn } from './rules/fields.ts';
import { changedIn, digestsIn } from './rules/shelf.ts';
import type { ShelfChange } from './shelf-values.ts';

export default collectFact({
  id: 'shelfChanges',
  version: 1,
  reads: 'changes',
  collect: () => {
    const all: ShelfChange[] = [];
    const titles = new Map<string, string>();
    return {
      take(row) {
        if (!KINDS.has(row.type)) return;
        const change = toChange(row);
        all.push(change);
        const title = row.title?.split(':')[0]?.trim();
        if (title) titles.set(change.product, title);
      },
      done: () => ({ all, titles }),
    };
  },
});

/** Commits and lines of changelogs are read elsewhere. */
const KINDS: ReadonlySet<string> = new Set(['catalogue', 'timeline']);

/** Rows written by hand say in a word what happened. */
const LOOKS = /^(?:restyled|renamed|repackaged|redesigned|appearance|message)$/;
const PRICED = /^(?:repriced|price|service)$/;

function toChange({ id, at, threadId, externalId, data }: Evidence): ShelfChange {
  const word = (textIn(data, 'change') ?? textIn(data, 'kind') ?? 'altered').toLowerCase();
  const of = textsIn(data, 'of') ?? [LOOKS.test(word) ? 'appearance' : PRICED.test(word) ? 'price' : 'substance'];
  return {
    ...{ id, at, product: threadId ?? externalId },
    what: word === 'added' || word === 'dropped' ? word : 'altered',
    substance: of.includes('substance'),
    appearance: of.includes('appearance') || of.includes('message'),
    twin: textIn(data, 'twin'),
    fields: changedIn(data, 'fields'),
    values: digestsIn(data, 'values'),
  };
}
