/** Quotations in a sentence, and whether each stands word for word in a text. */

/** The mark that opens, and those that close it. German closes with the mark that opens in English. */
const CLOSES: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '"': '"', '«': '»', '»': '«', '‹': '›' };
const MARKS = /[“”„"«»‹›]/;

export interface Quoted {
  readonly quotes: readonly string[];
  /** What stands outside quotation marks. */
  readonly rest: string;
}

/** Null where a mark is left open or closes nothing: then nobody can tell what is quoted. */
export function quotesIn(text: string): Quoted | null {
  const quotes: string[] = [];
  let rest = '';
  let at = 0;
  while (at < text.length) {
    const sign = text.charAt(at);
    const closing = CLOSES[sign];
    if (closing === undefined) {
      if (MARKS.test(sign)) return null;
      rest += sign;
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < text.length && !closing.includes(text.charAt(end))) end += 1;
    if (end === text.length) return null;
    quotes.push(text.slice(at + 1, end));
    rest += ' ';
    at = end + 1;
  }
  return { quotes, rest };
}

/** Whole words, every sign; only spaces and the shape of apostrophes and quotation marks may differ. */
export function standsIn(quote: string, text: string): boolean {
  const wanted = evenly(quote);
  if (!/[\p{L}\p{N}]/u.test(wanted)) return false;
  const whole = evenly(text);
  for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + 1)) {
    const before = whole.slice(0, at);
    const after = whole.slice(at + wanted.length);
    if (!joined(before, wanted) && !joined(wanted, after)) return true;
  }
  return false;
}

/** A word goes on over the place where two texts meet: “can” does not stand in “cannot”, nor in “can’t”. */
function joined(left: string, right: string): boolean {
  return /[\p{L}\p{N}\p{M}_]['.,-]?$/u.test(left.slice(-3)) && /^['.,-]?[\p{L}\p{N}\p{M}_]/u.test(right.slice(0, 3));
}

function evenly(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[“”„«»‹›]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}
