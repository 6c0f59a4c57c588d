/** Plain words out of marks: links keep their text, pictures and tags go, and each letter remembers its place. */

export interface Plain {
  text: string;
  at: number[];
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  mdash: '—',
  ndash: '–',
  middot: '·',
  bull: '•',
  rarr: '→',
  hellip: '…',
  rsquo: '’',
  copy: '©',
};
const LONGEST_TAG = 2_000;
const LONGEST_TARGET = 1_000;
/** Pictures in links in links: nobody nests brackets further. */
const DEEPEST = 6;

/** Adds `source[from, to)` to `out`. */
export function addPlain(out: Plain, source: string, from: number, to: number, marks: 'markdown' | 'html'): void {
  let at = from;
  while (at < to) {
    const here = source[at] as string;
    if (here === '<') {
      const end = tagEnd(source, at, to);
      if (end > 0) {
        at = end;
        continue;
      }
    }
    if (here === '&') {
      const entity = /^&(?:#(\d{2,6})|([a-z]{2,6}));/i.exec(source.slice(at, at + 10));
      const said = entity && (entity[1] ? letter(Number(entity[1])) : ENTITIES[(entity[2] as string).toLowerCase()]);
      if (entity && said !== undefined && said !== null) {
        push(out, said, at);
        at += entity[0].length;
        continue;
      }
    }
    if (marks === 'markdown') {
      const jump = markdownMark(out, source, at, to);
      if (jump > at) {
        at = jump;
        continue;
      }
    }
    push(out, /\s/.test(here) ? ' ' : here, at);
    at += 1;
  }
}

/** Where to go on after a mark, `at` where there is none. */
function markdownMark(out: Plain, source: string, at: number, to: number): number {
  const here = source[at] as string;
  const next = source[at + 1];
  if (here === '\\' && (next === undefined || /\s/.test(next))) return at + 1;
  if (here === '\\' && next !== undefined && /[\\`*_{}[\]()#+\-.!|>~<]/.test(next)) {
    push(out, next, at + 1);
    return at + 2;
  }
  if (here === '`') {
    const ticks = /^`{1,3}/.exec(source.slice(at, at + 3))?.[0] as string;
    const inside = source.slice(at + ticks.length, Math.min(to, at + LONGEST_TARGET)).indexOf(ticks);
    const end = at + ticks.length + inside;
    if (inside < 0) return at + ticks.length;
    push(out, '`', at);
    for (let inner = at + ticks.length; inner < end; inner += 1) push(out, source[inner] as string, inner);
    push(out, '`', end);
    return end + ticks.length;
  }
  if (here === '!' && next === '[') return afterLink(source, at + 1, to) ?? at;
  if (here === '[') {
    const close = closing(source, at, to);
    if (close < 0) return at;
    const after = afterLink(source, at, to);
    if (after === null) return at;
    addPlain(out, source, at + 1, close, 'markdown');
    return after;
  }
  if (here === '*' || (here === '~' && next === '~')) return at + 1 + Number(here === '~');
  if (here === '_' && (!isWord(source[at - 1]) || !isWord(next))) return at + 1;
  if (here === ':') {
    const emoji = /^:[a-z0-9_+-]{2,40}:/.exec(source.slice(at, at + 42))?.[0];
    if (emoji !== undefined && !isWord(source[at - 1])) return at + emoji.length;
  }
  return at;
}

/** After `[…](…)` or `[…][…]`; null where the bracket opens no link. */
function afterLink(source: string, at: number, to: number): number | null {
  const close = closing(source, at, to);
  if (close < 0) return null;
  const open = source[close + 1];
  if (open === '(' || open === '[') {
    const inside = source.slice(close + 2, Math.min(to, close + LONGEST_TARGET)).indexOf(open === '(' ? ')' : ']');
    if (inside >= 0) return close + 2 + inside + 1;
  }
  return open === '(' ? null : close + 1;
}

/** The bracket that closes the one at `at`, with pairs within. */
function closing(source: string, at: number, to: number): number {
  let deep = 0;
  const last = Math.min(to, at + LONGEST_TARGET);
  for (let place = at; place < last; place += 1) {
    if (source[place] === '\\') place += 1;
    else if (source[place] === '[') {
      deep += 1;
      if (deep > DEEPEST) return -1;
    } else if (source[place] === ']') {
      deep -= 1;
      if (deep === 0) return place;
    }
  }
  return -1;
}

function tagEnd(source: string, at: number, to: number): number {
  if (!/[a-z/!]/i.test(source[at + 1] ?? '')) return -1;
  const inside = source.slice(at, Math.min(to, at + LONGEST_TAG)).indexOf('>');
  return inside > 0 ? at + inside + 1 : -1;
}

function letter(code: number): string | null {
  return code >= 32 && code < 0xd800 ? String.fromCharCode(code) : null;
}

function isWord(letter: string | undefined): boolean {
  return letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
}

/** Runs of blanks become one. */
export function push(out: Plain, said: string, at: number): void {
  if (said === ' ' && (out.text === '' || out.text.endsWith(' '))) return;
  out.text += said;
  for (let index = 0; index < said.length; index += 1) out.at.push(at);
}
