/** The words of a message that has only HTML, quotes marked as in plain mail. Pure; one pass over the text. */
import { withoutMarkup } from '../table/markup.ts';

const UNSEEN = new Set(['head', 'style', 'script', 'title', 'template']);
const LINES = new Set([
  'br',
  'p',
  'div',
  'tr',
  'li',
  'ul',
  'ol',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'pre',
]);

export function htmlWords(html: string): string {
  const lower = html.toLowerCase();
  const parts: string[] = [];
  let quotes = 0;
  let at = 0;
  const say = (text: string) => {
    if (quotes === 0) parts.push(text.replace(/[ \t\r\n]+/g, ' '));
  };
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) break;
    say(html.slice(at, open));
    const close = lower.startsWith('<!--', open) ? lower.indexOf('-->', open) : html.indexOf('>', open);
    // What is opened and never closed hides the rest, as browsers do.
    if (close === -1) return tidy(parts);
    const [, slash = '', name = ''] = /^<(\/?)([a-z][a-z0-9]{0,15})/.exec(lower.slice(open, open + 20)) ?? [];
    at = close + (lower.startsWith('<!--', open) ? 3 : 1);
    if (slash === '' && UNSEEN.has(name)) {
      const end = lower.indexOf(`</${name}`, at);
      if (end === -1) return tidy(parts);
      at = end;
    } else if (name === 'blockquote') {
      if (slash === '' && quotes === 0) parts.push('\n>\n');
      quotes = Math.max(0, quotes + (slash === '' ? 1 : -1));
    } else if (LINES.has(name) && quotes === 0) parts.push('\n');
    else if ((name === 'td' || name === 'th') && slash === '' && quotes === 0) parts.push(' ');
  }
  say(html.slice(at));
  return tidy(parts);
}

/** What stands for a letter is that letter; the markup is gone already. */
function tidy(parts: readonly string[]): string {
  const lines = parts
    .join('')
    .split('\n')
    .map((line) => line.trim());
  return withoutMarkup(lines.join('\n').replace(/\n{3,}/g, '\n\n'));
}
