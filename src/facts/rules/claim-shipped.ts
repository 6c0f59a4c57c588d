/** What shipped, held against claims: changes and notes that speak of the same, files that came and went, and removals. */
import type { Evidence } from '#core/evidence.ts';
import { termsOf, termsOfPath } from './claim-terms.ts';
import { textsIn } from './fields.ts';
import { isOfTexts, isPartly, OLDER } from './removal-words.ts';

export interface ShippedMatch {
  readonly evidence: string;
  readonly field: 'title' | 'body';
  readonly at: number;
  readonly score: number;
  readonly why: 'added' | 'noted' | 'removed';
}

/** Parts of a claim's weight that a change must share to stand behind it. */
const LEAST_SHARE = 0.5;
const LEAST_TERMS = 2;
const LEAST_BESIDE = 2;
/** A change that speaks of more than this is about something else too. */
const FEW_TERMS = 8;
/** Parts of a claim's weight that what was removed must have: one name, words side by side, names here and there. */
const [ALONE, IN_A_ROW, SCATTERED] = [0.2, 0.1, 0.2] as const;
const MOST_WORDS = 400;
/** What so many later changes speak of is not gone. */
const GOES_ON = 2;

/** Changes that show nothing shipped: texts, tests, upkeep. */
const DULL =
  /^(?:\w{1,12}(?:\([^)]{0,60}\))?!?: ?)?(?:docs?|tests?|chore|ci|style|bump|typo|readme|merge|release|refactor|lint|upgrade|update (?:dep|readme|docs)|fix typo|fix link|translate|campaign|stories|changelog)\b|\b(?:readme|typo|changelog)\b/i;
const REMOVES =
  /^(?:\w{1,12}(?:\([^)]{0,60}\))?!?: ?)?(?:[\w/-]{1,24}: )?(?:(?:removed?s?|drop(?:s|ped)?|deleted?s?) support (?:for|of)|removed?s?|removes|removing|drop(?:s|ped)?|deleted?s?|deletes|retired?s?|discontinued?|withdraw|withdrew|rip out|end(?:s|ed)? support for|stop(?:s|ped)? supporting|no longer supports?|takes?|took|gets? rid of|kill(?:s|ed)?)\s+(.{3,160})/i;
/** `take the second horse's button out`, `takes the map away`. */
const TAKEN = /\b(?:out|away)\b/i;
/** What is removed here is no thing that customers have. */
const NOT_A_THING =
  /\b(?:unused|unnecessary|redundant|duplicate[ds]?|obsolete|old|stale|dead|extra|unneeded|useless|leftover|outdated|legacy|temporary|accidental\w*|tests?|spec|docs?|documentation|readme|links?|comments?|typos?|examples?|badges?|deps|dependenc\w+|devdep\w*|imports?|logs?|logging|warnings?|debug|todo|files?|helpers?|handlers?|internal|hacks?|workarounds?|lint\w*|ci|workflows?|types?|mentions?|references?|sections?|sponsors?|changelog|lines?|whitespace|spaces?|code|calls?|variables?|methods?|functions?|class(?:es)?|params?|arguments?|checks?|conditions?|hard-?coded|assert\w*|mock\w*|stubs?|note|notes|instructions?|script|scripts|config\w*|todo|deprecat\w+ \w+ (?:from|in)|need|requirement|limit\w*|restriction|bug|issue|problem|error|flicker|jank|trailing|leading|default|polyfill\w*|part of|some|most|uses? of|usages?|from (?:the )?(?:list|readme|docs))\b/i;
const BACK = /\b(?:add|adds|added|restore[sd]?|reintroduce[sd]?|bring(?:s)? back|re-?add|revert|return[s]?|support)\b/i;
const END_OF_THING =
  /[:;,(]|\s(?:from|in favou?r of|as|because|since|and|for|until|due|when|while|by|before|after|instead|until)\s/i;
/** A method, a member or a call by its own spelling is part of the code, whatever its words mean elsewhere. */
const CODE_ITSELF = /[\p{L}\p{N}_](?:\.|::|->|#)[\p{L}_][\p{L}\p{N}_]*|[\p{L}\p{N}_]\(|_[\p{L}_]/u;
/** Code's own words for a thing: their stems may be the thing's (generation of PDF). */
const OF_CODE = /\b(?:generators?|schemas?|backends?)\b/gi;
/** A part of the house that a title may begin with. */
const HOUSE = /^(?:makefile|build|ci|tools?|scripts?|tests?|packaging|dev|deps|github|docker\w*)(?:\([^)]{0,40}\))?:/i;
const MOST_TITLE = 10;
const GENERIC = new Set([
  'button',
  'command',
  'api',
  'plugin',
  'integr',
  'modul',
  'packag',
  'experiment',
  'page',
  'version',
  'default',
]);

interface Seen {
  readonly evidence: string;
  readonly field: 'title' | 'body';
  readonly at: number;
  readonly terms: readonly string[];
  readonly why: 'added' | 'noted';
}

interface Removal {
  readonly evidence: string;
  readonly at: number;
  readonly title: string;
  readonly thing: ReadonlySet<string>;
  /** How many later changes speak of it. */
  later: number;
}

/** Streams changes and releases past the terms of all claims. */
export class ShippedSide {
  readonly #wanted: ReadonlySet<string>;
  readonly #names: ReadonlySet<string>;
  readonly #often = new Map<string, number>();
  readonly #seen: Seen[] = [];
  readonly #removals: Removal[] = [];
  /** By the first word of what was removed. */
  readonly #removed = new Map<string, Removal[]>();
  readonly #back: { readonly at: number; readonly terms: ReadonlySet<string>; readonly title: string }[] = [];
  #count = 0;

  constructor(wanted: ReadonlySet<string>, names: ReadonlySet<string>) {
    this.#wanted = wanted;
    this.#names = names;
  }

  get anything(): boolean {
    return this.#count > 0;
  }

  change(row: Evidence): void {
    const { id, type, at, title, data } = row;
    if (title === null) return;
    this.#count += 1;
    const said = termsOf(title.slice(0, 300), this.#names);
    const terms = [...said].filter((term) => this.#wanted.has(term));
    for (const term of terms) this.#often.set(term, (this.#often.get(term) ?? 0) + 1);
    const taken = removalIn(title, this.#names);
    if (taken !== null && !isOfTexts(row)) this.#remove({ evidence: id, at, title, thing: taken, later: 0 });
    else {
      if (BACK.test(title)) this.#back.push({ at, terms: said, title });
      for (const term of said)
        for (const one of this.#removed.get(term) ?? [])
          if (at > one.at && [...one.thing].every((word) => said.has(word))) one.later += 1;
    }
    if (taken === null && !/^revert\b/i.test(title) && !DULL.test(title)) {
      const paths = type === 'commit' ? added(textsIn(data, 'paths')) : [];
      const more = paths.flatMap((path) => [...termsOfPath(path)].filter((term) => this.#wanted.has(term)));
      const all = [...new Set([...terms, ...more])];
      if (all.length > 0) this.#seen.push({ evidence: id, field: 'title', at, terms: all, why: 'added' });
    }
  }

  release({ id, at, type, body, title }: Evidence): void {
    this.#count += 1;
    const lines = (body ?? '').split('\n', MOST_WORDS);
    for (const line of lines) {
      if (line.length < 8 || line.length > 400) continue;
      const terms = [...termsOf(line, this.#names)].filter((term) => this.#wanted.has(term));
      if (terms.length >= LEAST_TERMS && !REMOVES.test(line.replace(/^[\s*-]+/, '')))
        this.#seen.push({ evidence: id, field: 'body', at, terms, why: 'noted' });
    }
    if (type === 'launch' && title !== null) {
      const terms = [...termsOf(title, this.#names)].filter((term) => this.#wanted.has(term));
      if (terms.length > 0) this.#seen.push({ evidence: id, field: 'title', at, terms, why: 'noted' });
    }
  }

  /** The change or note that shares most with a claim; null where none shares enough. */
  backing(): (terms: ReadonlySet<string>) => ShippedMatch | null {
    const byTerm = new Map<string, number[]>();
    for (const [at, { terms }] of this.#seen.entries())
      for (const term of terms) byTerm.set(term, [...(byTerm.get(term) ?? []), at].slice(-2_000));
    return (terms) => {
      const weights = new Map([...terms].map((term) => [term, this.#weight(term)]));
      const whole = [...weights.values()].reduce((sum, one) => sum + one, 0);
      const rare = [...terms].sort((a, b) => (weights.get(b) as number) - (weights.get(a) as number));
      let best: ShippedMatch | null = null;
      for (const index of new Set(rare.slice(0, 4).flatMap((term) => byTerm.get(term) ?? []))) {
        const one = this.#seen[index] as Seen;
        const shared = one.terms.filter((term) => terms.has(term));
        const score = shared.reduce((sum, term) => sum + (weights.get(term) as number), 0) / Math.max(1e-9, whole);
        if (shared.length < Math.min(LEAST_TERMS, terms.size) || score < LEAST_SHARE) continue;
        if (best === null || score > best.score + 1e-9 || (Math.abs(score - best.score) <= 1e-9 && one.at < best.at))
          best = { evidence: one.evidence, field: one.field, at: one.at, score, why: one.why };
      }
      return best;
    };
  }

  /** The change or note that is most about one thing, in few words, and shares a second word with several of its people. */
  strongest(term: string, beside: ReadonlyMap<string, ReadonlySet<string>>): ShippedMatch | null {
    let best: { readonly one: Seen; readonly shared: number } | null = null;
    for (const one of this.#seen) {
      if (!one.terms.includes(term) || one.terms.length > FEW_TERMS) continue;
      const others = one.terms.flatMap((other) => beside.get(other) ?? []);
      const shared = others.length;
      // One word alone has too many senses.
      if (new Set(others.flatMap((people) => [...people])).size < LEAST_BESIDE) continue;
      const more =
        best === null ||
        shared > best.shared ||
        (shared === best.shared && one.why === 'noted' && best.one.why !== 'noted');
      if (more) best = { one, shared };
    }
    return (
      best && { evidence: best.one.evidence, field: best.one.field, at: best.one.at, score: 0.7, why: best.one.why }
    );
  }

  /** A change that took away what a claim is about, which nothing later brought back; `left` tells of what is there still. */
  removalOf(
    terms: ReadonlySet<string>,
    naming: ReadonlySet<string>,
    firstAt: number,
    left: (thing: ReadonlySet<string>) => boolean = () => false,
  ): ShippedMatch | null {
    for (const { evidence, at, thing, title, later } of this.#removals.toReversed()) {
      if (at <= firstAt || later >= GOES_ON || ![...thing].every((term) => terms.has(term))) continue;
      const weight = [...thing].reduce((sum, term) => sum + this.#weight(term), 0);
      const whole = [...terms].reduce((sum, term) => sum + this.#weight(term), 0);
      // A common word has many senses; a name, or several words in a row, has one.
      const row = thing.size > 1 && inARow(thing, terms);
      if (!row && ![...thing].every((term) => naming.has(term))) continue;
      const least = row ? IN_A_ROW : thing.size === 1 ? ALONE : SCATTERED;
      if (weight / Math.max(1e-9, whole) < least) continue;
      const back = this.#back.some(
        (one) =>
          one.at > at && ([...thing].every((term) => one.terms.has(term)) || one.title.includes(title.slice(0, 60))),
      );
      if (!back && !left(thing))
        return { evidence, field: 'title', at, score: Math.min(0.95, 0.6 + weight / whole / 3), why: 'removed' };
    }
    return null;
  }

  #remove(one: Removal): void {
    this.#removals.push(one);
    const [first = ''] = one.thing;
    this.#removed.set(first, [...(this.#removed.get(first) ?? []), one]);
  }

  #weight(term: string): number {
    return Math.log(1 + (this.#count + 1) / (1 + (this.#often.get(term) ?? 0)));
  }
}

/** Whether words stand side by side in a claim, in their order: Node 10 is not “10 on Node”. */
function inARow(thing: ReadonlySet<string>, terms: ReadonlySet<string>): boolean {
  const order = [...terms];
  const words = [...thing];
  const first = order.indexOf(words[0] ?? '');
  return first >= 0 && words.every((word, at) => order[first + at] === word);
}

/** What a change says that it takes away, as terms; null where it takes away nothing that customers have. */
export function removalIn(title: string, names: ReadonlySet<string>): ReadonlySet<string> | null {
  const said = REMOVES.exec(title.slice(0, 240));
  if (!said || DULL.test(title) || HOUSE.test(title) || isPartly(title)) return null;
  // Whoever takes a thing from customers says so in a few words; a long title tells a detail.
  if (title.split(/\s+/).length > MOST_TITLE) return null;
  const verb = /\b(takes?|took)\s/i.test(said[0].slice(0, said[0].length - (said[1] as string).length));
  if (verb && !TAKEN.test(said[1] as string)) return null;
  const thing = (said[1] as string).split(END_OF_THING)[0] as string;
  // With what it was cut off at: `Response(` is a call.
  const spelled = (said[1] as string).slice(0, thing.length + 1);
  if (NOT_A_THING.test(thing) || CODE_ITSELF.test(spelled) || OLDER.test(said[1] as string)) return null;
  if (thing.split(' ').length > 8) return null;
  // `LessCSSGenerator` is a generator of Less CSS; what is code's own word for a thing says nothing of the thing.
  // `throwOnError` is a word of its own.
  const words = thing.replace(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]+/gu, (word) =>
    word.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu}{2,})(\p{Lu}\p{Ll})/gu, '$1 $2'),
  );
  const terms = new Set([...termsOf(words.replace(OF_CODE, ' '), names)].filter((term) => !GENERIC.has(term)));
  // Of a version a number is to be compared, and not a word to be found.
  return terms.size === 0 || terms.size > 4 || [...terms].some((term) => /^\d/.test(term)) ? null : terms;
}

function added(paths: readonly string[] | null): readonly string[] {
  return (paths ?? []).filter((path) => path.startsWith('A ')).slice(0, 60);
}
