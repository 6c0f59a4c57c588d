/** One copy of a page as evidence: its own statements as the body; what speaks to machines is taken out and said. Pure. */
import type { Missing } from '#core/errors.ts';
import type { Gathered } from '#core/evidence.ts';
import { digestOf } from '#core/ids.ts';
import { isHtml } from '#core/page-bytes.ts';
import { steers } from '#core/steering.ts';
import { cutText } from '#core/text.ts';
import { parsePage } from './page.parse.ts';

/** Below so many words, with scripts on the page, its words come by script: shells say "enable JavaScript" and little else. */
const FEW_WORDS = 15;
const MOST_TEXT = 400_000;

export interface PageFile {
  /** `example.org/pricing`, or the name of a file. */
  readonly place: string;
  readonly url: string | null;
  readonly type: string;
  readonly text: string;
  /** When this copy was seen (ms UTC). */
  readonly at: number;
}

export interface PageCopy {
  readonly row: Gathered;
  /** Of its own words alone: what turns with every visit does not make a version. */
  readonly digest: string;
  readonly missing: readonly Missing[];
}

/** A copy, or why there is none. */
export function copyOf(file: PageFile): PageCopy | { readonly flaw: string } {
  if (file.text.includes('\u0000')) return { flaw: 'it holds no text' };
  const html = isHtml(file.type, file.text.slice(0, 500));
  const page = html ? parsePage(file.text) : null;
  const many = (page?.text ?? '').split(/\s+/).filter((word) => word !== '').length;
  if (page !== null && many < FEW_WORDS && page.scripts > 0) {
    return { flaw: `its words are put there by script; what the server sends has ${many} of them` };
  }
  const whole = page?.text ?? cutText(file.text.replace(/\r\n?/g, '\n'), MOST_TEXT);
  const { kept, taken } = withoutSteering(whole);
  if (!/\p{L}{2}/u.test(kept)) return { flaw: 'it says nothing in words' };
  const digest = digestOf(kept);
  const opening = /^#{1,3} (.{1,200})$/m.exec(kept)?.[1] ?? cutText(kept.split('\n', 1)[0] ?? '', 120);
  const data = {
    ...(page?.description && { description: page.description }),
    ...(page?.beside && { beside: page.beside }),
    ...(page && page.hidden > 0 && { hiddenLetters: page.hidden }),
    ...(taken.length > 0 && { steering: taken }),
  };
  const row: Gathered = {
    ...{ kind: 'document', type: 'page', origin: `page:${file.place}`, author: null, at: file.at },
    // The same words may come back: a copy is told by its words and by when it was seen.
    externalId: `${new Date(file.at).toISOString()} ${digest.slice(0, 16)}`,
    ...{ threadId: file.place, url: file.url, title: page?.title ?? opening, body: kept },
    ...{ lang: page?.lang ?? null, data },
  };
  return { row, digest, missing: taken.length === 0 ? [] : [steered(file.place, taken.length)] };
}

/** Parts between empty lines that speak to a machine that would read them. */
function withoutSteering(text: string): { readonly kept: string; readonly taken: readonly string[] } {
  if (!steers(text)) return { kept: text, taken: [] };
  const taken: string[] = [];
  const kept = text.split('\n').filter((line) => {
    if (!steers(line)) return true;
    taken.push(cutText(line, 500));
    return false;
  });
  return {
    kept: kept
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    taken: taken.slice(0, 20),
  };
}

function steered(place: string, many: number): Missing {
  const what = many === 1 ? 'One line' : `${many} lines`;
  return {
    source: 'page',
    code: 'NOT_COLLECTED',
    because: `${what} of ${place} ${many === 1 ? 'speaks' : 'speak'} to a program that would read the page; nothing of it was obeyed or taken for a claim.`,
    remedy: 'Look at the page: somebody else may have put it there.',
  };
}
