/** Reads the name of a tag: the version in it, whether it is final, and of which product line. Pure; page: git.md. */
import { FINAL, MARKER, PLATFORM, POINTER, PRE, SCHEME } from './tags-words.ts';

export type TagName =
  | {
      readonly reads: 'version';
      readonly line: string;
      readonly version: string;
      readonly numbers: readonly number[];
      readonly pre: boolean;
    }
  /** Clearly no release: `latest`, `deploy-12`, what `git describe` prints. */
  | { readonly reads: 'marker' }
  | { readonly reads: 'nothing' };

/** Longer names carry no version that anybody reads; it also bounds the work. */
const LONGEST_NAME = 200;
const MOST_NUMBERS = 6;
/** `20240101120000`, a moment; longer numbers are ids. */
const LONGEST_NUMBER = 14;

export function readTagName(name: string): TagName {
  if (name.length > LONGEST_NAME) return { reads: 'nothing' };
  if (/-\d+-g[0-9a-f]{7,40}$/.test(name)) return { reads: 'marker' };
  for (const start of starts(name)) {
    const read = readFrom(name, start);
    if (read !== null) return read;
  }
  const found = wordsOf(name);
  const marks =
    found.length > 0 && !/\d\.\d/.test(name) && found.every((word) => POINTER.has(word) || MARKER.has(word));
  return marks ? { reads: 'marker' } : { reads: 'nothing' };
}

/** `draft-ietf-quic-http-34`: an Internet-Draft has two digits behind its name (https://authors.ietf.org/naming-your-internet-draft). */
const INTERNET_DRAFT = /^(draft(?:-[a-z0-9]+){2,}?)(?:\.[a-z]{2,4})?-(\d\d)$/;

/** Null for any other name. Each revision is what its readers get: none is less final than the next. */
export function readDraftName(name: string): Extract<TagName, { reads: 'version' }> | null {
  if (name.length > LONGEST_NAME) return null;
  const [, line, revision] = INTERNET_DRAFT.exec(name) ?? [];
  if (line === undefined || revision === undefined) return null;
  return { reads: 'version', line, version: revision, numbers: [Number(revision)], pre: false };
}

/** Places where a version may begin: after a joint first (`pkg2-1.0`), then after a letter (`go1.21`). */
function* starts(name: string): Generator<number> {
  for (let at = 0; at < name.length; at++) {
    if (isBorder(name, at) && /^(?:\d|[vV][._-]?\d|[rR]\d)/.test(name.slice(at, at + 3))) yield at;
  }
  for (let at = 1; at < name.length; at++) {
    if (isDigit(name[at]) && /[A-Za-z]/.test(name[at - 1] as string)) yield at;
  }
}

function readFrom(name: string, start: number): TagName | null {
  const marked = /^[vVrR]/.test(name.slice(start, start + 1));
  const found = readNumbers(name, marked ? start + (isDigit(name[start + 1]) ? 1 : 2) : start);
  if (found === null) return null;
  const rest = readRest(name.slice(found.end), found.numbers.length);
  const prefix = readPrefix(name.slice(0, start));
  if (rest === null) return null;
  if (/^[vV]?\d+[._]\d/.test(prefix.line)) return null;
  if (prefix.marker) return { reads: 'marker' };
  if (found.numbers.length === 1 && !standsAlone(found.digits[0] as string, prefix.line, marked)) return null;
  const version = found.digits.join('.') + (prefix.pre === '' ? '' : `-${prefix.pre}`) + rest.text;
  return { reads: 'version', line: prefix.line, version, numbers: found.numbers, pre: rest.pre || prefix.pre !== '' };
}

/** One number is a version with a `v` or no name before it, or as a date; `sprint-12` and an id are none. */
function standsAlone(digits: string, line: string, marked: boolean): boolean {
  if (marked) return true;
  const date = /^(?:19|20)\d{6}(?:\d{4,6})?$/.test(digits);
  return date || (line === '' && digits.length <= 4);
}

interface Numbers {
  readonly digits: readonly string[];
  readonly numbers: readonly number[];
  readonly end: number;
}

/** `1.2.3`, `1_2_3`; `2024-10-01` and `1-2-3`, but `1.2-3` is the third build of 1.2. */
function readNumbers(name: string, start: number): Numbers | null {
  const first = digitsAt(name, start);
  if (first === '') return null;
  const digits = [first];
  let end = start + first.length;
  const joint = name[end] ?? '';
  while (/^[._-]$/.test(joint) && name[end] === joint && isDigit(name[end + 1])) {
    const next = digitsAt(name, end + 1);
    digits.push(next);
    end += next.length + 1;
  }
  if (joint === '-' && digits.length < 3 && !/^(?:19|20)\d\d$/.test(first)) {
    digits.length = 1;
    end = start + first.length;
  }
  const fits = digits.length <= MOST_NUMBERS && digits.every((number) => number.length <= LONGEST_NUMBER);
  return fits ? { digits, numbers: digits.map(Number), end } : null;
}

function digitsAt(name: string, start: number): string {
  let end = start;
  while (isDigit(name[end])) end++;
  return name.slice(start, end);
}

/** What stands behind the numbers; null when that is no part of a version. */
function readRest(rest: string, numbers: number): { text: string; pre: boolean } | null {
  if (rest === '') return { text: '', pre: false };
  if (!/^[-._+~A-Za-z][-._+~A-Za-z0-9]*$/.test(rest)) return null;
  const text = rest.replace(/[_~]/g, '-');
  const plain = text.split('+', 1)[0] as string;
  const parts = plain.match(/[A-Za-z]+|\d+/g) ?? [];
  const named = parts.filter((part) => !isDigit(part[0]));
  if (named.length === 0) return parts.length <= 1 || isDay(parts) ? { text, pre: plain === '-0' } : null;
  const lower = parts.map((part) => part.toLowerCase());
  if (lower.some((part, at) => PRE.has(part) && (part.length > 1 || isDigit(lower[at + 1]?.[0]))))
    return { text, pre: true };
  // `1.1.1w`: a letter without a number is a patch; `3.2.x` is a row of versions.
  if (/^\.[xX]/.test(plain)) return null;
  if (/^[A-Za-z]$/.test(plain)) return { text, pre: false };
  if (named.some((part) => FINAL.has(part.toLowerCase()) || PLATFORM.has(part.toLowerCase())))
    return { text, pre: false };
  // SemVer 2.0 §9: what follows a hyphen behind three numbers is a pre-release.
  return { text, pre: plain.startsWith('-') && numbers >= 3 };
}

function isDay(parts: readonly string[]): boolean {
  return parts.length === 3 && /^(?:19|20)\d\d$/.test(parts[0] as string);
}

/** The product line before a version, without the words that every scheme has. */
function readPrefix(prefix: string): { line: string; pre: string; marker: boolean } {
  let line = prefix.replace(/[-_/@.:=+ ]+$/, '');
  if (wordsOf(line).some((word) => MARKER.has(word))) return { line: '', pre: '', marker: true };
  let pre = '';
  for (;;) {
    const last = /(?:^|[-_/@.])([A-Za-z]{1,20})$/.exec(line);
    const first = /^([A-Za-z]{1,20})(?:[-_/.]|$)/.exec(line);
    const shed = [last, first].find((word) => word !== null && isShed((word[1] as string).toLowerCase()));
    if (shed === undefined || shed === null) return { line, pre, marker: false };
    const word = (shed[1] as string).toLowerCase();
    if (PRE.has(word)) pre = word;
    line = shed === last ? line.slice(0, last?.index) : line.slice(shed[0].length);
  }
}

function isShed(word: string): boolean {
  return SCHEME.has(word) || (PRE.has(word) && word.length > 1);
}

function wordsOf(name: string): string[] {
  return (name.match(/[A-Za-z]+/g) ?? []).map((word) => word.toLowerCase());
}

/** Whether a word begins here; a point or underscore between digits joins them (`go1.21.3`). */
function isBorder(name: string, at: number): boolean {
  if (at === 0) return true;
  const before = name[at - 1] as string;
  return '-/@:=+ '.includes(before) || ('._'.includes(before) && !isDigit(name[at - 2]));
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}
