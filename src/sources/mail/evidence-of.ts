/** One message to a row of evidence: what its author wrote, in which thread, on which side. */
import type { Gathered } from '#core/evidence.ts';
import { cutText } from '#core/text.ts';
import type { Made } from '../export-format.ts';
import { NO_DATA } from '../export-format.ts';
import type { MailHead } from './head.ts';
import { htmlWords } from './html-words.ts';
import { ownWords } from './own-words.ts';
import { domainOf, type MailPlace } from './threads.ts';

export interface Words {
  readonly subject: string | null;
  readonly text: string | null;
}

const LONGEST_TITLE = 2_000;
const LONGEST_BODY = 65_536;

/** Longer texts are logs: their quotes are not looked for. */
const LONGEST_LOOKED_AT = 1_000_000;

/** Rejects where the message is nested or headed beyond what mail programs write. */
export async function wordsOf(raw: Buffer): Promise<Words> {
  const { default: PostalMime } = await import('postal-mime');
  const options = { maxNestingDepth: 50, maxHeadersSize: 1_048_576, maxRfc822NestingDepth: 3 };
  const { subject, text, html } = await PostalMime.parse(raw, options);
  const words = text?.trim() ? text : html === undefined ? null : htmlWords(html.slice(0, LONGEST_LOOKED_AT));
  return { subject: subject?.trim() || null, text: words };
}

const ANSWERED = /^(?:(?:re|aw|antw|sv|vs|fwd?|wg|tr|rv|r|i)(?:\[\d{1,3}\])? ?: ?){1,10}/i;

export function mailEvidence(
  { id, from, at, automatic }: MailHead,
  { subject, text }: Words,
  { thread, opens, replies }: MailPlace,
  { origin, makers }: { readonly origin: string; readonly makers: ReadonlySet<string> },
): Made {
  if (at === null) return { reason: 'it has no day that can be read' };
  if (from === null) return { reason: 'it does not say who wrote it' };
  const { said, quoted } = ownWords((text ?? '').slice(0, LONGEST_LOOKED_AT));
  const title = subject === null ? null : cutText(subject.replace(ANSWERED, '').trim(), LONGEST_TITLE) || null;
  if (said === '' && (title === null || !opens)) return opens ? { reason: 'it has no text' } : NO_DATA;
  const domain = domainOf(from);
  const ours = domain !== null && [...makers].some((one) => domain === one || domain.endsWith(`.${one}`));
  const side = automatic ? 'bot' : makers.size === 0 ? null : ours ? 'maker' : 'outsider';
  const own = { ...(side !== null && { side }), ...(quoted > 0 && { quoted }) };
  const base = { origin, threadId: thread, at, author: { space: 'email', handle: from } };
  const body = said === '' ? null : cutText(said, LONGEST_BODY);
  const item: Gathered = opens
    ? {
        ...base,
        kind: 'feedback',
        type: 'post',
        externalId: id,
        title,
        body,
        data: { ...own, comments: replies, commentsSeen: replies },
      }
    : { ...base, kind: 'reply', type: 'comment', externalId: id, body, data: own };
  return { items: [item] };
}
