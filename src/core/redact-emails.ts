/** Finds e-mail addresses by walking outwards from each @, so that the time is linear in the text. */

/** RFC 5321: 64 characters before the @, 255 after it. */
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 255;

/** `icon@2x.png`, `pkg@1.2.beta`, `pkg@2.rc`: scales of pictures and versions, not domains. */
const SCALE = /^[1-9]x\./i;
const VERSION = /^v?\d+\.(?:\d+\.|(?:alpha|beta|rc|pre|next|canary|dev|x)\b)/i;

/** The last label of a domain: letters only, so that `pkg@1.2.3` stays. */
const TOP_LEVEL = /\.\p{L}{2,24}$/u;

/** `jane [at] example [dot] com`, `jane(at)example.com`. */
const SIGNED_AT =
  /[\w.+-]{1,64}(?: ?[([{] ?(?:dot|punkt|point|punto) ?[)\]}] ?[\w+-]{1,32}){0,2} ?[([{] ?(?:at|arobase|arroba) ?[)\]}] ?[\w-]{1,63}(?: ?(?:\.|[([{] ?(?:dot|punkt|point|punto) ?[)\]}]) ?[\w-]{2,63}){1,4}/gi;
/** `jane at example dot com`: what is spoken ends as a domain does, or it is a sentence with a dot in it. */
const SPOKEN_AT =
  /(?<![\w.])[\w.+-]{1,64} (?:at|arobase|arroba|chiocciola) [\w-]{1,63}(?: (?:dot|point|punto|ponto|punkt) [\w-]{2,63}){0,2} (?:dot|point|punto|ponto|punkt) (?:com?|org|net|edu|gov|info|biz|eu|io|dev|app|ai|example|test|[a-z]{2}(?<!to|so|in|on|at|of|or|if|no|we|be|do|up|by|as|an|my|me|he))(?!\w)/gi;
const MAYBE_SIGNED = /[([{] ?(?:at|arobase|arroba) ?[)\]}]/i;
const MAYBE_SPOKEN = / (?:dot|point|punto|ponto|punkt) /i;

/** Addresses whose @ is written as a word. */
export function redactSpokenEmails(text: string): string {
  let clean = text;
  if (MAYBE_SIGNED.test(clean)) clean = clean.replace(SIGNED_AT, '[email]');
  if (MAYBE_SPOKEN.test(clean)) clean = clean.replace(SPOKEN_AT, '[email]');
  return clean;
}

export function redactEmails(text: string): string {
  let clean = '';
  let copied = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const start = startOfLocal(text, at, copied);
    // Behind a slash lies a package or a part of an address, unless an address stood before it.
    if (start === at || (text[start - 1] === '/' && (copied === 0 || start - 1 !== copied))) continue;
    const end = endOfDomain(text, at);
    if (!isAddress(text.slice(start, at), text.slice(at + 1, end))) continue;
    clean += `${text.slice(copied, start)}[email]`;
    copied = end;
  }
  return copied === 0 ? text : clean + text.slice(copied);
}

function isAddress(local: string, domain: string): boolean {
  // `git@github.com:owner/repo` is where code lies.
  if (local === 'git') return false;
  return TOP_LEVEL.test(domain) && !domain.includes('..') && !SCALE.test(domain) && !VERSION.test(domain);
}

function startOfLocal(text: string, at: number, floor: number): number {
  let start = at;
  const least = Math.max(floor, at - LONGEST_LOCAL);
  while (start > least && isLocal(text.charCodeAt(start - 1))) start--;
  while (start < at && (text[start] === '.' || text[start] === '-')) start++;
  return start;
}

function endOfDomain(text: string, at: number): number {
  let end = at + 1;
  const most = Math.min(text.length, at + 1 + LONGEST_DOMAIN);
  while (end < most && isDomain(text.charCodeAt(end))) end++;
  while (end > at + 1 && (text[end - 1] === '.' || text[end - 1] === '-')) end--;
  return end;
}

/** Letters of scripts that stand between spaces, so that an address ends where its word ends: Latin, Greek, Cyrillic. */
function isWord(code: number): boolean {
  if (code < 128) return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return (code >= 0xc0 && code <= 0x24f) || (code >= 0x370 && code <= 0x52f);
}

/** Letters, digits and . _ % + - ' */
function isLocal(code: number): boolean {
  return isWord(code) || code === 46 || code === 95 || code === 37 || code === 43 || code === 45 || code === 39;
}

/** Letters, digits, dots and hyphens. */
function isDomain(code: number): boolean {
  return isWord(code) || code === 46 || code === 45;
}
