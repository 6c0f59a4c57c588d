/** What README and docs offer by name, and whether it is still there. */
import type { Evidence } from '#core/evidence.ts';
import { computeFact } from './define-fact.ts';
import { flagIn, numberIn, objectIn, textIn } from './rules/fields.ts';
import type { Offer, OfferKind, Offers } from './values.ts';

const KINDS: readonly string[] = [
  'flag',
  'command',
  'file',
  'link',
  'value',
  'thing',
  'stated',
] satisfies readonly OfferKind[];
const STATES: readonly string[] = ['present', 'removed', 'never'] satisfies readonly Offer['state'][];

export default computeFact({
  id: 'offers',
  version: 4,
  facts: ['eventRows', 'pronouncements'],
  compute: ({ eventRows, pronouncements }): Offers => {
    const read = eventRows.offers.flatMap(readOffer).toSorted(byPlace);
    const all = read.filter(({ kind }) => kind !== 'thing' && kind !== 'stated');
    const things = read.filter(({ kind }) => kind === 'thing');
    const stated = read.filter(({ kind }) => kind === 'stated');
    if (read.length > 0 || pronouncements.documents > 0) return { collected: true, because: null, all, things, stated };
    return { collected: false, because: 'No README and no docs were read.', all, things, stated };
  },
});

function readOffer({ id, title, data }: Evidence): readonly Offer[] {
  const [kind, state, doc] = [textIn(data, 'kind') ?? '', textIn(data, 'state') ?? '', textIn(data, 'doc')];
  if (title === null || doc === null || !KINDS.includes(kind) || !STATES.includes(state)) return [];
  const removed = objectIn(data, 'removed');
  const [sha, at] = [textIn(removed, 'sha'), numberIn(removed, 'at')];
  return [
    {
      id,
      kind: kind as OfferKind,
      name: title,
      doc,
      lineNumber: numberIn(data, 'line') ?? 1,
      quote: textIn(data, 'quote') ?? title,
      since: numberIn(data, 'since'),
      state: state as Offer['state'],
      spoken: flagIn(data, 'spoken'),
      removed: sha === null || at === null ? null : { sha, at, subject: textIn(removed, 'subject') ?? '' },
    },
  ];
}

function byPlace(a: Offer, b: Offer): number {
  if (a.doc !== b.doc) return a.doc < b.doc ? -1 : 1;
  return a.lineNumber - b.lineNumber || (a.id < b.id ? -1 : 1);
}
