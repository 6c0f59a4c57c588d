/** What a text refers to outright: `#12`, `GH-12`, `owner/name#12`, an issue's address, a tracker's key; and what it says it closes. */

/** A subject or a sentence names few; a pasted changelog names hundreds and answers none of them. */
const MOST = 12;
const MOST_TEXT = 20_000;

const NONE: readonly never[] = Object.freeze([]);

/** Every reference ends like this; most texts hold nothing of the kind and need no closer look. */
const MAYBE_REF = /[#/]\d|[A-Za-z0-9]-\d/;
/** What a closing keyword begins with. */
const MAYBE_CLOSES = /clos|fix|resolv/i;

const REF =
  '(?:https?:\\/\\/[a-z0-9.-]{1,80}\\/[\\w.-]{1,40}\\/[\\w.-]{1,100}\\/(?:issues|pull|pulls|-\\/issues|-\\/merge_requests)\\/\\d{1,8}|(?:[\\w.-]{1,40}\\/[\\w.-]{1,100})?#\\d{1,8}|gh-\\d{1,8}|[A-Z][A-Z0-9]{1,15}-\\d{1,7})';
/** The keywords of GitHub and GitLab: https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/linking-a-pull-request-to-an-issue. */
const CLOSES = new RegExp(
  `\\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)(?: (?:issues?|bugs?|tickets?))?:?\\s{1,3}\\[?(${REF}(?:\\]?(?:,|,? and|,? &| \\+)\\s{1,3}\\[?${REF}){0,11})`,
  'gi',
);
const DUPLICATES = new RegExp(
  `\\b(?:duplicates?(?: of)?|dup(?:e)? of|same as|superseded by):?\\s{1,3}\\[?(${REF})`,
  'gi',
);
/** "Fixed in #12", "PR: https://…/pull/12": what a reply says did it. */
const DONE = new RegExp(
  `\\b(?:fixed|resolved|closed|implemented|addressed|landed|merged|shipped|added|done|solved)(?: \\w{1,20})? (?:in|by|with|via|through):?\\s{1,3}\\[?(${REF})`,
  'gi',
);
const PULLS = /https?:\/\/[a-z0-9.-]{1,80}\/[\w.-]{1,40}\/[\w.-]{1,100}\/(?:pull|pulls|-\/merge_requests)\/\d{1,8}/gi;
const ANY = new RegExp(REF, 'gi');
/** The same without what needs a name before the sign or an address: nine texts in ten hold no more, at a fifth of the time. */
const BARE = /#\d{1,8}|gh-\d{1,8}|[A-Z][A-Z0-9]{1,15}-\d{1,7}/gi;
const MAYBE_NAMED = /:\/\/|[\w.-]#\d/;
const PLAIN_KEY = /^[A-Z][A-Z0-9]{1,15}-\d{1,7}$/;
/** Written like a tracker's key, and a standard's name. */
const STANDARDS = /^(?:UTF|ISO|SHA|RFC|CVE|CWE|IEEE|ES|HTTP|TLS|MD|AES|RSA|IPV|WCAG|ECMA|US|PEP|JEP|BIP|EIP)-/;
const ADDRESS = /^https?:\/\/[^/]{1,80}\/([^/]{1,40}\/[^/]{1,100})\/(?:-\/)?[a-z_]{1,20}\/(\d{1,8})$/i;

/** Everything that it names, in one spelling: `#12`, `owner/name#12`, `KEY-12`. */
export function namesIn(text: string): readonly string[] {
  return MAYBE_REF.test(text) ? refsIn(text.slice(0, MOST_TEXT)) : NONE;
}

export function closesIn(text: string): readonly string[] {
  return MAYBE_CLOSES.test(text) ? listed(text, CLOSES) : NONE;
}

export function duplicatesIn(text: string): readonly string[] {
  return listed(text, DUPLICATES);
}

/** Changes that a reply says answer its thread: named as what did it, or given by a pull request's address. */
export function changesIn(text: string): { readonly named: readonly string[]; readonly pulls: readonly string[] } {
  return { named: listed(text, DONE), pulls: addressesIn(text) };
}

function addressesIn(text: string): readonly string[] {
  if (!text.includes('://')) return NONE;
  const found = new Set<string>();
  for (const [address] of text.slice(0, MOST_TEXT).matchAll(PULLS)) {
    found.add(spelled(address) as string);
    if (found.size > MOST) return NONE;
  }
  return [...found];
}

function listed(text: string, expression: RegExp): readonly string[] {
  if (!MAYBE_REF.test(text)) return NONE;
  const found = new Set<string>();
  for (const match of text.slice(0, MOST_TEXT).matchAll(expression)) {
    for (const ref of refsIn(match[1] as string)) found.add(ref);
    if (found.size > MOST) break;
  }
  return found.size > MOST ? [] : [...found];
}

function refsIn(text: string): readonly string[] {
  const found = new Set<string>();
  for (const [ref] of text.matchAll(MAYBE_NAMED.test(text) ? ANY : BARE)) {
    const plain = spelled(ref);
    if (plain !== null) found.add(plain);
    if (found.size > MOST) return [];
  }
  return [...found];
}

function spelled(ref: string): string | null {
  const address = ADDRESS.exec(ref);
  if (address) return `${(address[1] as string).toLowerCase()}#${address[2]}`;
  if (/^gh-\d/i.test(ref)) return `#${ref.slice(3)}`;
  if (ref.includes('#')) return ref.toLowerCase();
  return PLAIN_KEY.test(ref) && !STANDARDS.test(ref) ? ref : null;
}
