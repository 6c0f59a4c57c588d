/** What any stored text loses at the edge: characters that PostgreSQL refuses or that would break a natural key. */

/** PostgreSQL stores no U+0000; U+001F separates the parts of natural keys (ids.ts). */
const REFUSED = ['\u0000', '\u001f'] as const;

/** The text without U+0000, U+001F and lone surrogates; the same string when it has none. */
export function cleanText(text: string): string {
  let clean = text;
  for (const refused of REFUSED) {
    if (clean.includes(refused)) clean = clean.replaceAll(refused, '');
  }
  return clean.isWellFormed() ? clean : withoutLoneSurrogates(clean);
}

function withoutLoneSurrogates(text: string): string {
  let clean = '';
  // A string iterates by code points, so a surrogate comes alone only when it stands alone.
  for (const character of text) {
    if (character.isWellFormed()) clean += character;
  }
  return clean;
}

/** The first `length` characters, never half of a surrogate pair. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}
