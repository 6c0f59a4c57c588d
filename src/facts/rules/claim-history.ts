/** Follows claims through the copies of pages: when each first stood, whether it still does, and in which words. */
import type { Evidence } from '#core/evidence.ts';
import { idOf } from '#core/ids.ts';
import { namedThings } from '#core/named-things.ts';
import type { FoundClaim } from '#language/claims/detect.ts';
import { ClaimReader } from '#language/claims/reader.ts';
import { SAID_ONCE } from './documents.ts';

export interface Placed {
  readonly evidence: string;
  readonly from: number;
  readonly to: number;
}

export interface TrackedClaim {
  readonly id: string;
  readonly found: FoundClaim;
  readonly firstAt: number;
  readonly lastAt: number | null;
  readonly first: Placed;
  /** Where it stands now, or stood last: one for each page. */
  readonly places: readonly Placed[];
  /** `README.md:12` of its newest place, as offers name lines. */
  readonly doc: string | null;
  readonly lines: readonly [number, number];
  /** A page of the documentation is read as it stands: when its words were first written is not known. */
  readonly undated: boolean;
  /** What it names, as its newest place writes it. */
  readonly names: ReadonlySet<string>;
  /** Its newest place with all its marks, and the rest of the line behind it. */
  readonly raw: string;
  readonly behind: string;
}

/** Wordings that share so much are one claim, reworded. */
const REWORDED = 0.6;
/** What it runs on and needs, and its licence: a file beside it may say otherwise. */
const STATES =
  /\b(?:node(?:\.?js)?|python|ruby|rustc?|go|golang)\b[^\n]{0,20}\d|\d\.\d|\d\+|[>≥]=?\s?\d|\blicen[cs]|\bdependenc/i;
/** A flag, a command or a path in code, or a link that stays in the repository: it may be gone. */
const OFFERS = /`[^`\n]{0,120}[ /-][^`\n]{0,120}`|\]\((?!\w{1,10}:|[#/])/;
/** Of documentation only what greets a reader: the rest is reference. */
const FRONT =
  /^(?:[^/]{1,60}\/){0,3}(?:index|readme|home|intro(?:duction)?|overview|features|about|why(?:-[\w-]{1,30})?|what-is-[\w-]{1,30})\.(?:md|mdx|markdown|rst|txt|html?|adoc)$/i;
const NOT_FRONT =
  /(?:^|\/)(?:tests?|fixtures?|examples?|benchmarks?|external|third[-_]?party|contrib|deps|demos?|scripts?|tools?|templates?|vendor|node_modules|packages|playground|versioned_docs|i18n|locales?|zh|ja|ko|fr|es|de|pt|ru)(?:[-_/]|$)/i;
const MOST_FRONTS = 12;
const LONGEST = 400;

interface Open {
  readonly key: string;
  readonly words: ReadonlySet<string>;
  found: FoundClaim;
  firstAt: number;
  lastAt: number | null;
  readonly first: Placed;
  readonly at: Map<string, { placed: Placed; doc: string | null; lines: readonly [number, number] }>;
  undated: boolean;
  names: ReadonlySet<string>;
  raw: string;
  behind: string;
}

export class ClaimHistory {
  readonly #reader = new ClaimReader();
  readonly #open = new Map<string, Open>();
  /** What the newest copy of each page said. */
  readonly #pages = new Map<string, Set<Open>>();
  readonly #names: string[] = [];
  #fronts = 0;
  #documents = 0;

  /** Rows in the order of time. */
  take(row: Evidence): void {
    const { body, type } = row;
    if (body === null || body === '') return;
    if (type === 'doc') {
      const path = row.title ?? row.externalId;
      if (!FRONT.test(path) || NOT_FRONT.test(path) || this.#fronts >= MOST_FRONTS) return;
      this.#fronts += 1;
    }
    this.#documents += 1;
    const once = SAID_ONCE.has(type);
    const page = once
      ? `said ${row.id}`
      : `${row.origin} ${type === 'readme' ? 'readme' : (row.threadId ?? row.url ?? row.externalId)}`;
    const before = this.#pages.get(page) ?? new Set<Open>();
    const now = new Set<Open>();
    // A sentence that claims too little is worth following only for what it names or offers, or where a file may say otherwise.
    const claims = this.#reader
      .claimsOf(body, this.#names)
      .filter(
        ({ weak, start, end, text }) =>
          !weak ||
          namedThings(body.slice(start, end + 2)).size > 0 ||
          STATES.test(text) ||
          OFFERS.test(body.slice(start - 1, endOfLine(body, end))),
      );
    const left: { found: FoundClaim; words: ReadonlySet<string> }[] = [];
    for (const found of claims) {
      const known = this.#open.get(keyOf(found.text));
      if (known) this.#stands(known, found, row, page, now);
      else left.push({ found, words: wordsOf(found.text) });
    }
    for (const { found, words } of left) {
      const key = keyOf(found.text);
      const twice = this.#open.get(key);
      const one = twice ?? nearest(words, before, now) ?? this.#begin(key, found, words, row);
      if (!twice) this.#open.set(key, one);
      this.#stands(one, found, row, page, now);
    }
    const whole = keyOf(body);
    for (const one of before) {
      if (now.has(one)) continue;
      // The same words in other company may not look like a claim any more; they stand all the same.
      if (whole.includes(keyOf(one.found.text))) {
        now.add(one);
        continue;
      }
      if (one.at.size === 1) one.lastAt = row.at;
      else one.at.delete(page);
    }
    if (once) for (const one of now) if (one.at.size === 1) one.lastAt = row.at;
    this.#pages.set(page, now);
  }

  /** In the order in which they were first said. */
  done(): { readonly claims: readonly TrackedClaim[]; readonly documents: number } {
    const all = [...new Set(this.#open.values())];
    const claims = all.map((one): TrackedClaim => {
      const places = [...one.at.values()];
      const { doc, lines } = places.at(-1) as (typeof places)[number];
      const { found, firstAt, lastAt, first, undated, names, raw, behind } = one;
      return {
        id: idOf('claim', one.key),
        found,
        firstAt,
        lastAt,
        first,
        undated,
        names,
        raw,
        behind,
        doc,
        lines,
        places: places.map(({ placed }) => placed),
      };
    });
    return {
      claims: claims.sort((a, b) => a.firstAt - b.firstAt || (a.id < b.id ? -1 : 1)),
      documents: this.#documents,
    };
  }

  #begin(key: string, found: FoundClaim, words: ReadonlySet<string>, row: Evidence): Open {
    const first = { evidence: row.id, from: found.start, to: found.end };
    return {
      ...{ key, words, found, first },
      firstAt: row.at,
      lastAt: null,
      at: new Map(),
      undated: row.type === 'doc',
      names: new Set(),
      raw: '',
      behind: '',
    };
  }

  #stands(one: Open, found: FoundClaim, row: Evidence, page: string, now: Set<Open>): void {
    now.add(one);
    // Where it had left every page before, that copy is no longer where it stands.
    if (one.lastAt !== null) one.at.clear();
    one.found = found;
    one.raw = (row.body ?? '').slice(startOfMarks(row.body ?? '', found.start), found.end + 2);
    one.behind = (row.body ?? '').slice(found.end, endOfLine(row.body ?? '', found.end)).slice(0, LONGEST);
    one.names = namedThings(one.raw);
    one.lastAt = null;
    if (row.type !== 'doc') one.undated = false;
    one.at.delete(page);
    one.at.set(page, {
      placed: { evidence: row.id, from: found.start, to: found.end },
      doc: row.title,
      lines: linesOf(row.body ?? '', found),
    });
  }
}

/** One that stood on this page before and has lost its own words there. */
function nearest(words: ReadonlySet<string>, before: ReadonlySet<Open>, now: ReadonlySet<Open>): Open | null {
  let best: Open | null = null;
  let most = REWORDED;
  for (const one of before) {
    if (now.has(one)) continue;
    const other = wordsOf(one.found.text);
    const shared = [...words].filter((word) => other.has(word)).length;
    const alike = shared / Math.max(1, words.size + other.size - shared);
    if (alike >= most && words.size > 2) {
      most = alike;
      best = one;
    }
  }
  return best;
}

function keyOf(text: string): string {
  return [...wordsInOrder(text)].join(' ');
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(wordsInOrder(text));
}

function wordsInOrder(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}%£$€]+/gu) ?? [];
}

/** A bullet, and the marks that open the first word: `- [`. */
function startOfMarks(body: string, start: number): number {
  let at = start;
  while (at > 0 && start - at < 8 && /[\s[`*_+-]/.test(body[at - 1] as string) && body[at - 1] !== '\n') at -= 1;
  return at;
}

function endOfLine(body: string, from: number): number {
  const end = body.indexOf('\n', from);
  return end < 0 ? body.length : end;
}

function linesOf(body: string, { start, end }: FoundClaim): readonly [number, number] {
  let line = 1;
  for (let at = body.indexOf('\n'); at >= 0 && at < start; at = body.indexOf('\n', at + 1)) line += 1;
  return [line, line + body.slice(start, end).split('\n').length - 1];
}
