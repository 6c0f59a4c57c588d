/** Outside text in Markdown that others will render: nothing in it becomes markup, a link, a mention or a request. */

import { commandParts } from '../command-parts.ts';

/** What can begin something anywhere in a line: emphasis, code, a link, a cell, a strike, a formula (CommonMark 0.31 §2.4). */
const MARKUP = /[\\`*_[\]|~$]/g;
/** What begins a block at the start of a line: a heading, a list, a quote, a rule. */
const OPENER = /^(?:[-+>=#]|\d{1,9}(?=[.)]))/;
const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;' };
/** Renderers link these in plain text whatever is escaped, so a space of no width stands in them. */
const GAP = '&#8203;';
const MENTION = /@(?=[\p{L}\p{N}_])/gu;
const NUMBER = /(#|\bgh-)(?=\d)/gi;
const ADDRESS = /\b(https?|ftp|mailto|xmpp)(?=:)|\bwww(?=\.)/gi;

/** Words in a sentence of ours. One line: a line break would let a block begin. */
export function prose(text: string): string {
  return oneLine(text)
    .replace(/[&<]/g, (sign) => HTML[sign] ?? sign)
    .replace(ADDRESS, `$&\u0000`)
    .replace(MENTION, `$&\u0000`)
    .replace(NUMBER, `$&\u0000`)
    .replace(MARKUP, '\\$&')
    .replace(OPENER, (opener) => (/\d/.test(opener) ? `${opener}\\` : `\\${opener}`))
    .replaceAll('\u0000', GAP);
}

/** A sentence of ours in which commands stand between backticks: they become code spans. */
export function withCommands(text: string, span: (text: string) => string = verbatim): string {
  return commandParts(text)
    .map((part, at) => (at % 2 === 1 ? span(part) : spaced(part)))
    .join('');
}

/** As `prose`, between two spans. */
function spaced(text: string): string {
  const [begin = '', end = ''] = [/^ */.exec(text)?.[0], text.trim() === '' ? '' : / *$/.exec(text)?.[0]];
  return `${begin}${prose(text)}${end}`;
}

/** Somebody's words, verbatim: inside a code span nothing is read as anything. */
export function verbatim(text: string): string {
  const line = oneLine(text);
  if (line === '') return '';
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(line) ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Control characters and breaks end lines or hide text: they become spaces. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ').trim();
}
