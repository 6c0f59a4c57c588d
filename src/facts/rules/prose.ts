/** What a person wrote in a text, without code, quotes, logs and addresses; and a number that templates share. */

/** What is said is said early; beyond it come logs. */
const MOST_TEXT = 8_000;
const LONGEST_LINE = 2_000;

const FENCE = /^\s{0,3}(?:```|~~~)/;
const JIRA_BLOCK = /\{(?:code|noformat|quote|panel)(?::[^}]{0,200})?\}/;
/** Quoted replies, indented code, console output, stack traces, tables. */
const NOT_SAID = /^(?:\s{0,3}>|\t| {4}|\s{0,8}at [\w$.<>]{1,100}\(|\[(?:INFO|ERROR|DEBUG|WARN|TRACE)|\s{0,3}\||bq\. )/;
const ADDRESSES = /https?:\/\/[^\s)\]>]{1,500}/g;
const MARKS = /!?\[([^\]\n]{0,200})\]\([^)\n]{0,500}\)|`[^`\n]{0,200}`|\{\{[^}\n]{0,200}\}\}|<[^>\n]{1,200}>/g;

export function proseOf(text: string | null): string {
  if (text === null || text === '') return '';
  const said: string[] = [];
  let fenced = false;
  let block = false;
  for (const line of text.slice(0, MOST_TEXT).split('\n')) {
    if (FENCE.test(line)) {
      fenced = !fenced;
      continue;
    }
    const marks = line.split(JIRA_BLOCK);
    const wasBlock = block;
    if (marks.length % 2 === 0) block = !block;
    if (fenced || marks.length > 1) {
      // A mark opens or closes on this line: what stands outside of it is said.
      const outside = marks.filter((_, part) => (part % 2 === 0) === !wasBlock);
      if (!fenced && outside.some((part) => part.trim() !== '')) said.push(outside.join(' '));
      continue;
    }
    if (wasBlock || NOT_SAID.test(line)) continue;
    said.push(line.slice(0, LONGEST_LINE).trimEnd());
  }
  return said.join('\n').replace(ADDRESSES, ' ').replace(MARKS, '$1');
}

/** Letters in it, at most 1,000. */
export function lettersIn(prose: string): number {
  let letters = 0;
  for (const word of prose.slice(0, 4_000).matchAll(/\p{L}{1,60}/gu)) letters += word[0].length;
  return Math.min(letters, 1_000);
}

const NAMES = /\[~[\w.@-]{1,60}\]|@[\w-]{1,40}/g;

/** The same for texts that differ in names, numbers and spaces alone; 0 for none. FNV-1a, 48 bits of two halves. */
export function templateOf(prose: string): number {
  const plain = prose
    .slice(0, 600)
    .toLowerCase()
    .replace(NAMES, '')
    .replace(/[^\p{L}]{1,600}/gu, ' ')
    .trim();
  if (plain === '') return 0;
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let at = 0; at < plain.length; at += 1) {
    const code = plain.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
  }
  return (high & 0xffff) * 2 ** 32 + (low >>> 0) + 1;
}

const VERSION = /(?<![\w.])v?(\d{1,4}\.\d{1,4}(?:\.\d{1,5}){0,2}(?:-?(?:alpha|beta|rc|pre)[.-]?\d{0,3})?)(?![\w])/gi;
const MOST_VERSIONS = 6;

/** Versions that a text names, as written without their v. */
export function versionsIn(prose: string): readonly string[] {
  if (!/\d\.\d/.test(prose)) return [];
  const found = new Set<string>();
  for (const match of prose.slice(0, 4_000).matchAll(VERSION)) {
    found.add((match[1] as string).toLowerCase());
    if (found.size === MOST_VERSIONS) break;
  }
  return [...found];
}
