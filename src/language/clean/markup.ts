/** Takes the marks of Markdown, Jira and HTML off a line and leaves its words. Every pattern is linear and bounded. */

const RULES: readonly (readonly [RegExp, string])[] = [
  [/<!--[^>]{0,2000}-->/g, ' '],
  // Pictures and links: the words stay, the address goes.
  [/!\[([^\]\n]{0,300})\]\([^)\n]{0,1000}\)/g, ' '],
  [/\[([^\]\n|]{1,300})\]\([^)\n]{0,1000}\)/g, '$1'],
  [/\[([^\]\n|]{1,300})\|[^\]\n]{0,1000}\]/g, '$1'],
  [/!([\w. -]{1,120}\.(?:png|jpe?g|gif|svg|webp))(?:\|[^!\n]{0,200})?!/gi, ' '],
  [/\b(?:https?|ftp|file):\/\/[^\s<>"')\]]{1,2000}/gi, ' '],
  [/<\/?[a-z][\w-]{0,30}(?:\s[^<>\n]{0,500})?>/gi, ' '],
  [/\{(?:color|quote|panel|info|note|warning|tip)(?::[^}\n]{0,200})?\}/gi, ' '],
  [/\{\{([^}\n]{1,300})\}\}/g, '$1'],
  // Headings, bullets, numbers, boxes to tick.
  [/^\s{0,12}(?:#{1,6}|h[1-6]\.)\s+/i, ''],
  [/^\s{0,24}(?:[-*+•‣◦]|\d{1,3}[.)])\s+/, ''],
  [/^\[[ xX]\]\s+/, ''],
  [/`{1,2}([^`\n]{1,300})`{1,2}/g, '$1'],
  [/(?<![\p{L}\p{N}])(?:\*{1,3}|_{1,3}|~~)(?=[\p{L}\p{N}])/gu, ''],
  [/(?<=[\p{L}\p{N}.,!?:;])(?:\*{1,3}|_{1,3}|~~)(?![\p{L}\p{N}])/gu, ''],
  [/&(?:nbsp|#160);/g, ' '],
  [/&amp;/g, '&'],
  [/&(?:quot|#34);/g, '"'],
  [/&(?:#39|apos);/g, "'"],
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
];

/** Rules, tables’ borders, underlines of headings: nothing to read. */
const BORDER = /^[\s|:=_*+~-]{3,}$/;

export function withoutMarks(line: string): string {
  if (BORDER.test(line)) return '';
  let text = line;
  for (const [pattern, instead] of RULES) text = text.replace(pattern, instead);
  return text.replace(/\s+/g, ' ').trim();
}

/** A heading, a bullet or a row of a table is a unit of its own; other lines may be one sentence, wrapped. */
export function standsAlone(line: string): boolean {
  return /^\s{0,24}(?:#{1,6}\s|h[1-6]\.\s|[-*+•‣◦]\s|\d{1,3}[.)]\s|\|)/i.test(line);
}

/** Nothing goes on after a heading; an item of a list may. */
export function isHeading(line: string): boolean {
  return /^\s{0,3}(?:#{1,6}|h[1-6]\.)\s/i.test(line);
}
