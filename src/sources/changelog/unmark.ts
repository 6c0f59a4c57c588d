/** A heading as a reader sees it: without links, emphasis, tags and code marks. One pass, whatever the text holds. */

/** Longer lines are prose; no heading of a real changelog comes near. */
export const LONGEST_HEADING = 400;

export function unmark(marked: string): string {
  const text = marked.slice(0, LONGEST_HEADING);
  let plain = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] as string;
    if (char === '<') {
      const close = text.indexOf('>', at);
      if (close !== -1 && /[a-z/!]/i.test(text[at + 1] ?? '')) at = close;
      else plain += char;
    } else if (char === '\\' && at + 1 < text.length) {
      at += 1;
      plain += text[at];
    } else if (char === ']' && text[at + 1] === '(') {
      const close = text.indexOf(')', at);
      if (close !== -1) at = close;
      plain += ' ';
    } else if (char === ']' && text[at + 1] === '[') {
      const close = text.indexOf(']', at + 1);
      if (close !== -1) at = close;
    } else if (char === '`' || char === '*' || char === '[' || char === ']') {
      plain += ' ';
    } else if (char === '_' && (plain === '' || /[\s_]$/.test(plain) || /^[\s_]|^$/.test(text.slice(at + 1, at + 2)))) {
      plain += ' ';
    } else plain += char;
  }
  return plain.replace(/\s+/g, ' ').trim();
}
