/** Names that a change says it takes away, and claims that go on naming them: spelled alike, and marked as names on one side. */
import type { Evidence } from '#core/evidence.ts';
import { ELSEWHERE, namesWritten } from '#core/named-things.ts';
import { AROUND, FOR_CUSTOMERS, isOfTexts, isPartly, OLDER, objectOf } from './removal-words.ts';

export interface RemovedName {
  readonly evidence: string;
  readonly at: number;
  readonly name: string;
}

interface Removal {
  readonly evidence: string;
  readonly at: number;
  readonly title: string;
  /** Every word of it, in small letters, without the words of code around it. */
  readonly words: readonly string[];
  /** Of these the ones that the change itself writes as names. */
  readonly marked: ReadonlySet<string>;
  /** How many later changes speak of it. */
  later: number;
}

/** Whoever takes such a thing away takes nothing from customers. */
const HOUSEWORK =
  /\b(?:unused|unnecessary|redundant|duplicate[ds]?|obsolete|stale|dead|extra|unneeded|useless|leftovers?|outdated|temporary|accidental\w*|tests?|specs?|docs?|documentation|readme|links?|comments?|typos?|examples?|badges?|devdep\w*|imports?|logs?|logging|warnings?|dep(?:endenc(?:y|ies)|s)?|debug|todo|internal|hacks?|workarounds?|lint\w*|ci|workflows?|typings?|mentions?|references?|sections?|sponsors?|changelog|whitespace|spaces?|calls?|variables?|checks?|conditions?|hard-?coded|assert\w*|mock\w*|stubs?|notes?|need|requirement|limits?|limitations?|restrictions?|bugs?|issues?|problems?|errors?|trailing|leading|defaults?|polyfill\w*|part of|some|most|uses? of|usages?|old|own|custom|from (?:the )?(?:list|readme|docs))\b/i;
/** `--pipe`, `MsgType`, `py.execnet`, `kak_socket`, `HCL`, or a capital within backticks: no other word is written so. */
const MARKED =
  /--[a-z][\w-]+|`\p{Lu}[^`]{2,40}`|[\p{L}\p{N}]*(?:\p{Ll}\p{Lu}|\p{Lu}{2}|\p{L}[._]\p{L})[\p{L}\p{N}_.]*/u;
/** Flags and words with a capital inside: of these a bare name is enough. */
const OF_CODE = /^`?(?:--[a-z][\w-]+|[\p{L}\p{N}]*\p{Ll}\p{Lu}[\p{L}\p{N}]*)/u;
const LIST = /,\s*(?:and\s+)?|\s+(?:and|&)\s+|\s*\/\s*/;
const FLAG = /(?<![\w-])--[a-z][\w-]+/g;
const WORDS = /[\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*/gu;
const AGAIN = /\b(?:add|adds|added|restore[sd]?|reintroduce[sd]?|bring(?:s)? back|re-?add\w{0,3}|reverts?)\b/i;
/** What is said of a thing that goes: its last traces, and what takes its place. */
const AFTERWARDS =
  /\b(?:remov\w+|drop\w*|delet\w+|clean ?-?ups?|leftovers?|remain\w*|traces?|docs?|readme|changelog|without)\b/i;
/** In letters: far enough for the word behind a name. */
const BEHIND = 20;
/** A name has so many words at most; more are a description. */
const MOST_WORDS = 2;
const LEAST_LETTERS = 3;
/** What so many later changes speak of is not gone. */
const GOES_ON = 2;

/** Streams changes in the order of time, and is asked of claims. */
export class RemovedNames {
  readonly #byWord = new Map<string, Removal[]>();

  change(row: Evidence): void {
    const { id, at, title } = row;
    if (title === null) return;
    const object = objectOf(title);
    if (object === null) {
      if (this.#byWord.size > 0) this.#speaks(title);
      return;
    }
    // `.bind() calls`: what stands behind the name says what it was.
    const behind = title.slice(title.indexOf(object), title.indexOf(object) + object.length + BEHIND);
    if (HOUSEWORK.test(behind) || isPartly(title) || OLDER.test(object) || isOfTexts(row)) return;
    const forCustomers = FOR_CUSTOMERS.test(title);
    for (const segment of object.split(LIST)) {
      const said = segment.split(' ').filter((word) => word !== '' && !AROUND.test(word));
      const words = said.map(plain).filter((word) => word !== '');
      const [first] = words;
      if (first === undefined || words.length > MOST_WORDS || words.some((word) => word.length < LEAST_LETTERS))
        continue;
      const marked = new Set(said.filter((word) => MARKED.test(word)).map(plain));
      if (!forCustomers && !said.some((word) => OF_CODE.test(word))) continue;
      const one: Removal = { evidence: id, at, title, words, marked, later: 0 };
      this.#byWord.set(first, [...(this.#byWord.get(first) ?? []), one]);
    }
  }

  /** The newest removal since then of what a claim names; `raw` is the claim with its marks, `left` tells what is there still. */
  goneOf(raw: string, since: number, left: (name: string) => boolean): RemovedName | null {
    if (this.#byWord.size === 0) return null;
    // What is linked to a repository of its own is told there.
    const here = raw.replace(ELSEWHERE, ' ');
    const words = new Set(wordsOf(here));
    const written = new Set([...namesWritten(here)].flatMap((name) => [plain(name), ...wordsOf(name)]));
    let found: RemovedName | null = null;
    for (const word of words)
      for (const one of this.#byWord.get(word) ?? []) {
        if (one.at <= since || one.later >= GOES_ON || (found !== null && found.at >= one.at)) continue;
        if (!one.words.every((other) => words.has(other))) continue;
        if (!one.words.some((other) => written.has(other) || (one.marked.has(other) && isNamed(here, other)))) continue;
        if (one.words.some((other) => left(other))) continue;
        found = { evidence: one.evidence, at: one.at, name: one.words.join(' ') };
      }
    return found;
  }

  /** A later change that names what went: it may be back, or was never quite gone. */
  #speaks(title: string): void {
    if (AFTERWARDS.test(title) && !/^revert\b/i.test(title)) return;
    const words = new Set(wordsOf(title));
    for (const word of words)
      for (const one of this.#byWord.get(word) ?? []) {
        if (!one.words.every((other) => words.has(other))) continue;
        one.later += AGAIN.test(title) || title.includes(one.title) ? GOES_ON : 1;
      }
  }
}

/** `the rest of it` is not REST: what a change writes with a capital, the line writes with one, or as code does. */
function isNamed(raw: string, name: string): boolean {
  if (/[^\p{L}\p{N}]/u.test(name)) return true;
  return (raw.match(/[\p{L}\p{N}]+/gu) ?? []).some((word) => word !== name && word.toLowerCase() === name);
}

function wordsOf(text: string): readonly string[] {
  const flags = [...text.matchAll(FLAG)].map(([flag]) => flag);
  const words = [...text.matchAll(WORDS)].flatMap(([word]) => {
    const whole = word.toLowerCase();
    // `KeePassHTTP-Connector` is of KeePassHTTP too; `Response.cached` is a name of its own.
    return whole.includes('-') ? [whole, ...whole.split('-')] : [whole];
  });
  return [...flags, ...words];
}

/** Without quotes and marks; a flag keeps its dashes, since its word alone is another. */
function plain(word: string): string {
  const [flag] = word.match(FLAG) ?? [];
  return flag ?? word.replace(/^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu, '').toLowerCase();
}
