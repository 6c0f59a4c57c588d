/** Takes secrets and personal data out of a text: e-mails, phone numbers, tokens, keys, passwords. */
import type { Json } from './json.ts';
import { redactAnnounced } from './redact-announced.ts';
import { redactEmails } from './redact-emails.ts';
import { redactPhones } from './redact-phones.ts';
import { redactSecrets } from './redact-secrets.ts';

/** The text with `[email]`, `[phone]`, `[token]`, `[password]`, `[private key]`, `[credentials]` in place of what it should not hold. */
export function redact(text: string): string {
  return redactPhones(redactEmails(redactAnnounced(redactSecrets(text))));
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
