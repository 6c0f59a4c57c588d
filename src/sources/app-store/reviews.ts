/** Customer reviews as the App Store's feed gives them, to rows of evidence. Pure. */
import type { Gathered } from '#core/evidence.ts';
import { cutText } from '#core/text.ts';
import { type Fields, fieldsIn, isFields, textIn } from '../fields.ts';

/** The store's own limit is 6,000 characters. */
const LONGEST_BODY = 20_000;
/** Where handles are unique. */
const SPACE = 'apps.apple.com';

/** One entry, or a list of them; the first may be the app itself. */
export function entriesIn(value: unknown): readonly Fields[] {
  const entry = fieldsIn(value, 'feed')?.entry;
  return (Array.isArray(entry) ? entry : [entry]).filter(isFields).filter((one) => labelIn(one, 'im:rating') !== null);
}

/** The row, or why there is none: without an id, a time or stars it is no review. */
export function reviewRow(entry: Fields, origin: string, country: string): Gathered | { readonly reason: string } {
  const id = labelIn(entry, 'id');
  const updated = labelIn(entry, 'updated');
  const at = Date.parse(updated ?? '');
  const stars = Number(labelIn(entry, 'im:rating') ?? Number.NaN);
  if (id === null) return { reason: 'it has no id' };
  if (updated === null) return { reason: 'it has no updated, so when it was written is not known' };
  if (Number.isNaN(at)) return { reason: 'its updated is no time' };
  if (!(stars >= 1 && stars <= 5)) return { reason: 'its im:rating is not one to five' };
  const author = fieldsIn(entry, 'author');
  const handle = /\/id(\d{1,20})$/.exec(labelIn(author, 'uri') ?? '')?.[1] ?? labelIn(author, 'name');
  const body = labelIn(entry, 'content');
  const votes = Number(labelIn(entry, 'im:voteCount') ?? 0);
  return {
    ...{ kind: 'feedback', type: 'review', origin, externalId: `review/${id}`, threadId: id, at, amount: stars },
    author: handle === null || handle === '' ? null : { space: SPACE, handle },
    ...{
      title: labelIn(entry, 'title'),
      body: body === null ? null : cutText(body, LONGEST_BODY),
      version: labelIn(entry, 'im:version'),
    },
    data: { side: 'outsider', scale: 5, country, ...(Number.isSafeInteger(votes) && { votes }) },
  };
}

function labelIn(fields: Fields | null, name: string): string | null {
  return textIn(fieldsIn(fields, name), 'label')?.trim() || null;
}
