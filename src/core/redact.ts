/** Takes secrets and personal data out of a text: e-mails, phone numbers, tokens, private keys, addresses with a password. */
import type { Json } from './json.ts';
import { redactEmails } from './redact-emails.ts';
import { redactSecrets } from './redact-secrets.ts';

/**
 * A number is taken for a phone number only in a shape that dates, versions, hashes and issue numbers do not have:
 * with a country code and separators, in North American or leading-zero groups, or behind a word that announces one.
 */
const PHONES = [
  // +44 20 7946 0958 · +1 (555) 123-4567: 8 to 15 digits (ITU E.164), at least two groups; "+1 2026-02-28" is a vote.
  /(?<![\w+.])\+[1-9]\d{0,3}(?![ .-](?:19|20)\d\d[./-]\d\d)(?:[ .-]?\(\d{1,4}\))?(?:[ .-]\d{2,8}){2,5}(?![\w.]?\d)/g,
  // +15551234567: E.164 without separators, ten digits and more; fewer are a count of lines.
  /(?<![\w+.])\+[1-9]\d{9,14}(?!\w)/g,
  // (212) 555-0123 · 212-555-0123 · 212.555.0123: area and exchange begin with 2–9 in the North American plan.
  /(?<![\w./-])(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-.])[2-9]\d{2}[-.]\d{4}(?![\w-]|\.\d)/g,
  // 06 12 34 56 78: five pairs, as in France.
  /(?<![\w.,:/ -]|\d )0[1-9](?: \d{2}){4}(?! ?[\w.:])/g,
  // 020 7946 0958 · 030/12345678: a trunk zero, an area, then six to eight digits in one or two groups.
  /(?<![\w.,:/-]|\d )0[1-9]\d{1,3}(?:\/| )\d{3,4}(?: ?\d{3,4})(?![\w:-]|\.\d| \d)/g,
  // Tel.: 5551234 · phone 555 12 34: announced.
  /\b(?:tel|telephone|phone|fax|mobile|whatsapp|telefon|handy)\b[.:]{0,2} {0,2}\+?\(?\d[\d ()./-]{5,18}\d(?!\w)/gi,
];

/** Cheap looks that let most texts pass: a shape above holds one of these. */
const MAYBE_GROUPS = /\+[1-9]\d|\d[-.) /] ?\d/;
const MAYBE_ANNOUNCED = /[Tt]el[ .:]|TEL|[Tt]ele[fp]hon|[Pp]hone|PHONE|[Ff]ax|FAX|[Mm]obile|[Ww]hats[Aa]pp|[Hh]andy/;

const DIGITS = /\d/g;

/** The text with `[email]`, `[phone]`, `[token]`, `[private key]`, `[credentials]` in place of what it should not hold. */
export function redact(text: string): string {
  let clean = redactSecrets(text);
  if (clean.includes('@')) clean = redactEmails(clean);
  if (MAYBE_GROUPS.test(clean) || MAYBE_ANNOUNCED.test(clean)) clean = redactPhones(clean);
  return clean;
}

/** Redacts every string of a value, keys too; the same value when nothing had to go. `text` is its JSON. */
export function redactJson<Value extends Json>(value: Value, text: string): Value {
  // Where JSON escapes nothing, one look at the whole text stands for a look at each string in it.
  return !text.includes('\\') && redact(text) === text ? value : (redactDeep(value) as Value);
}

function redactDeep(value: Json): Json {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return value.map(redactDeep);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [redact(key), redactDeep(member)]));
  }
  return value;
}

function redactPhones(text: string): string {
  let clean = text;
  for (const shape of PHONES) clean = clean.replace(shape, phoneOrSame);
  return clean;
}

function phoneOrSame(found: string): string {
  const digits = found.match(DIGITS)?.length ?? 0;
  if (digits < 7 || digits > 15) return found;
  const word = /^[a-z]+[.:]{0,2} {0,2}/i.exec(found)?.[0] ?? '';
  return `${word}[phone]`;
}
