/** HTML's blocks: what a page shows in headings, paragraphs, items and cells; scripts, styles, menus and footers are left out. */
import { addPlain, type Plain } from './plain.ts';
import type { Place, Unit } from './units.ts';

const SKIPPED = new Set(
  'script style noscript template svg math iframe object nav footer select textarea pre code head form'.split(' '),
);
const BLOCKS = new Set(
  'p div li ul ol dl dt dd td th tr table section article aside main header h1 h2 h3 h4 h5 h6 br hr blockquote figure figcaption summary details button title body html center'.split(
    ' ',
  ),
);
const TAG = /^<(\/?)([a-z][a-z0-9]{0,20})\b/i;
const LONGEST_TAG = 4_000;

/** Markdown that shows some HTML in a block of code, or under a heading, is none. */
const MARKDOWN = /^(?:`{3}|~{3}|#{1,6} |[=-]{3,}\s*$)/m;

export function looksLikeHtml(source: string): boolean {
  const [head = ''] = source.slice(0, 2_000).split(MARKDOWN, 1);
  return /<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]/i.test(head);
}

export function htmlUnits(source: string): Unit[] {
  const units: Unit[] = [];
  const under: { level: number; text: string }[] = [];
  let plain: Plain = { text: '', at: [] };
  let place: Place = 'paragraph';
  const close = () => {
    const text = plain.text.trim();
    const skipped = plain.text.length - plain.text.trimStart().length;
    const at = plain.at.slice(skipped, skipped + text.length);
    const level = /^h(\d)$/.exec(place)?.[1];
    if (text !== '') units.push({ text, at, place: level ? 'heading' : place, under: under.map((one) => one.text) });
    plain = { text: '', at: [] };
    return text;
  };
  let heading = 0;
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('<', at);
    const to = open < 0 ? source.length : open;
    if (to > at) addPlain(plain, source, at, to, 'html');
    if (open < 0) break;
    if (source.startsWith('<!--', open)) {
      const end = source.indexOf('-->', open + 4);
      at = end < 0 ? source.length : end + 3;
      continue;
    }
    const tag = TAG.exec(source.slice(open, open + 24));
    const inside = source.slice(open, open + LONGEST_TAG).indexOf('>');
    const end = open + inside;
    if (inside < 0) {
      at = open + 1;
      continue;
    }
    at = end + 1;
    if (!tag) continue;
    const name = (tag[2] as string).toLowerCase();
    const closing = tag[1] === '/';
    if (!closing && SKIPPED.has(name) && !source.slice(open, end).endsWith('/')) {
      if (name !== 'code') close();
      const after = endOf(source, name, at);
      if (name === 'code') addPlain(plain, source, at, after, 'html');
      at = after;
      continue;
    }
    if (!BLOCKS.has(name)) continue;
    const said = close();
    if (closing && heading > 0 && said !== '') {
      while ((under.at(-1)?.level ?? 0) >= heading) under.pop();
      under.push({ level: heading, text: said });
    }
    const level = closing ? undefined : /^h([1-6])$/.exec(name)?.[1];
    heading = level ? Number(level) : 0;
    place = level
      ? 'heading'
      : name === 'li' || name === 'dt'
        ? 'item'
        : name === 'td' || name === 'th'
          ? 'cell'
          : 'paragraph';
  }
  close();
  return units;
}

/** Where the content of `name` ends; the end of the page where it is never closed. */
function endOf(source: string, name: string, from: number): number {
  const end = new RegExp(`</${name}\\s*>`, 'gi');
  end.lastIndex = from;
  return end.exec(source)?.index ?? source.length;
}
