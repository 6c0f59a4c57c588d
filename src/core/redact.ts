/** Takes secrets and personal data out of a text: e-mails, phone numbers, tokens, keys, passwords. */
import type { Json } from './json.ts';
import { redactKeys, redactPairs, redactPasswords, redactPins } from './redact-announced.ts';
import { redactEmails, redactSpokenEmails } from './redact-emails.ts';
import { redactPhones } from './redact-phones.ts';
import { redactAddresses, redactKeyBlocks, redactTokens } from './redact-secrets.ts';
import { EVERY_SIGN, SIGN, signsIn } from './redact-signs.ts';

/** One after the other: what one put in is not looked at as what it took out. */
const STEPS = [
  [SIGN.tokens, redactTokens],
  [SIGN.addresses, redactAddresses],
  [SIGN.keyBlocks, redactKeyBlocks],
  [SIGN.keys, redactKeys],
  [SIGN.passwords, redactPasswords],
  [SIGN.pairs, redactPairs],
  [SIGN.pins, redactPins],
  [SIGN.emails, redactEmails],
  [SIGN.spoken, redactSpokenEmails],
] as const;

/** The text with `[email]`, `[phone]`, `[token]`, `[password]`, `[private key]`, `[credentials]` in place of what it should not hold. */
export function redact(text: string): string {
  let signs = signsIn(text);
  let clean = text;
  for (const [sign, step] of STEPS) {
    if ((signs & sign) === 0) continue;
    const before = clean;
    clean = step(before);
    // What stands in its place may be a sign of something else.
    if (clean !== before) signs = EVERY_SIGN;
  }
  return redactPhones(clean);
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
