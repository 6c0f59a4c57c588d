/** Finds code spans, relative links and paths on one line of a document, without a regular expression that can run away. */
import { NOWHERE, type OwnPlace, ownPathOf } from './offers-own-links.ts';

/** A longer span or target is not looked for, so that a line costs no more than its length. */
const SPAN_LENGTH = 300;
const TARGET_LENGTH = 500;
const LINE_LENGTH = 4000;

/** The code spans of a line (one or more backticks), and the line with `…` in their place. */
export function spansOf(line: string): { spans: string[]; rest: string } {
  const spans: string[] = [];
  let rest = '';
  let at = 0;
  for (let open = line.indexOf('`'); open >= 0; open = line.indexOf('`', at)) {
    let ticks = open;
    while (line[ticks] === '`') ticks += 1;
    const mark = line.slice(open, ticks);
    const end = endOfSpan(line, ticks, mark);
    rest += line.slice(at, open);
    at = end < 0 ? ticks : end + mark.length;
    if (end < 0) continue;
    const span = line.slice(ticks, end).trim();
    if (span !== '') spans.push(span);
    rest += '`…`';
  }
  return { spans, rest: rest + line.slice(at) };
}

function endOfSpan(line: string, from: number, mark: string): number {
  const near = line.slice(from, from + SPAN_LENGTH + mark.length + 1);
  for (let at = near.indexOf(mark); at >= 0; at = near.indexOf(mark, at + 1)) {
    let ticks = at;
    while (near[ticks] === '`') ticks += 1;
    if (ticks - at === mark.length) return from + at;
    at = ticks - 1;
  }
  return -1;
}

/** Targets of links on a line that stay in the repository: Markdown links and images, reference definitions, HTML attributes. */
export function linksOf(whole: string, own: OwnPlace = NOWHERE): string[] {
  const line = whole.slice(0, LINE_LENGTH);
  const found: string[] = [];
  for (let at = line.indexOf(']('); at >= 0; at = line.indexOf('](', at + 2)) found.push(targetAt(line, at + 2));
  const definition = /^ {0,3}\[[^\]]{1,200}\]:\s{1,8}<?([^\s>]{1,500})/.exec(line)?.[1];
  if (definition !== undefined && !line.trimStart().startsWith('[^')) found.push(definition);
  for (const attribute of line.matchAll(/(?:^|\s)(?:href|src)="([^"\s]{1,500})"/g)) found.push(attribute[1] ?? '');
  return found.map((target) => relative(target) ?? ownPathOf(target, own)).filter((target) => target !== null);
}

/** Up to the bracket that closes the link, or the space before its title. */
function targetAt(line: string, from: number): string {
  if (line[from] === '<') return /^<([^>]{0,500})>/.exec(line.slice(from, from + TARGET_LENGTH))?.[1] ?? '';
  let depth = 0;
  for (let at = from; at < line.length && at < from + TARGET_LENGTH; at += 1) {
    const char = line[at];
    if (char === '(') depth += 1;
    else if (char === ')') {
      if (depth === 0) return line.slice(from, at);
      depth -= 1;
    } else if (char === ' ' || char === '\t') return line.slice(from, at);
  }
  return '';
}

/** A path below or beside the document, anchor and query off; null for addresses, anchors and site-absolute paths. */
function relative(target: string): string | null {
  const bare = target.replace(/[?#].*$/, '');
  if (bare === '' || /^(?:[a-z][a-z0-9+.-]*:|\/|#|~|\\)/i.test(bare) || /[{}<>*$|…\s]/.test(bare)) return null;
  try {
    return decodeURIComponent(bare);
  } catch {
    return null;
  }
}

/** Paths that are the reader's own or made by a build, never offered by the repository. */
const READERS_OWN =
  /^(?:node_modules|dist|build|out|target|coverage|tmp|path|foo|bar|example|my[-_\w]*|your[-_\w]*|some[-_\w]*|usr|etc|var|home|opt)(?:\/|$)/i;

/** A code span that looks like a path inside a repository: at least one folder, no placeholder, not absolute. */
export function fileOf(span: string): string | null {
  const bare = span.replace(/^\.\//, '').replace(/[:#]L?\d+(?:-L?\d+)?$/, '');
  if (bare.length > 200 || !/^[\w@.+-]+(?:\/[\w@.+-]+)+\/?$/.test(bare)) return null;
  if (bare.startsWith('@') || bare.includes('..') || READERS_OWN.test(bare)) return null;
  return /\.\w{1,10}$|\/$/.test(bare) ? bare : null;
}
