/** The letters of a web page out of its bytes, as browsers find them: a mark, the server's word, the page's own word, UTF-8. */

/** HTML asks that a page names its encoding within the first 1,024 bytes. */
const LOOKED_AT = 1_024;

/** `said`: the content type that came with it. Where bytes are not what was named, each is one letter, as browsers fall back. */
export function pageText(bytes: Uint8Array, said: string): string {
  const marked = markOf(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  const named = labelIn(said) ?? labelIn(new TextDecoder('latin1').decode(bytes.subarray(0, LOOKED_AT)));
  const decoder = named === null ? null : decoderOf(named);
  if (decoder !== null && decoder.encoding !== 'utf-8') return decoder.decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** True for what shows as a web page: by its type, or by how it begins where none is told. */
export function isHtml(type: string, head: string): boolean {
  return (
    /\bx?html\b/i.test(type) || (!/^\s*text\/(?!html)/i.test(type) && /^\s*<(?:!doctype|html|head|body)\b/i.test(head))
  );
}

function markOf([first, second, third]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null;
}

function labelIn(text: string): string | null {
  return /charset\s{0,5}=\s{0,5}["']?([\w.:-]{1,40})/i.exec(text)?.[1] ?? null;
}

function decoderOf(label: string) {
  try {
    // A page that could be read as far as this word is not UTF-16, whatever it says.
    return new TextDecoder(/^utf-?16/i.test(label) ? 'utf-8' : label);
  } catch {
    return null;
  }
}
