/** What a document says is needed at least to use the product: a version of a language, or of a product that it is built on. Pure. */
import type { DocumentText } from './documents.ts';
import { compareParts } from './needs-required.ts';
import { ASIDE, linesOf } from './offers-lines.ts';

export interface Stated {
  /** `Python`, or the name of another product as written: `Django`. */
  readonly runtime: string;
  /** As written: `1.76`, `18`. */
  readonly version: string;
  readonly doc: string;
  readonly line: number;
  readonly quote: string;
}

const QUOTE_LENGTH = 300;
/** Whatever a capital begins may be a product; which of them the manifests know is asked later. */
const NAME = '(?<![\\p{L}\\p{N}/@.-])(?<name>rustc?|golang|\\p{Lu}[\\p{L}\\p{N}]*(?:[.-][\\p{L}\\p{N}]{1,20}){0,3})';
const ONE = 'v?\\d{1,2}(?:\\.\\d{1,3}){0,2}';
const NEXT = `(?:,? (?:and|or|to) |, ?| ?\\/ ?| ?[-–] ?)${ONE}(?:\\.x)?\\+?`;
const NAMED = `${NAME}[*\`\\])]{0,3}(?: [Vv]ersion)?(?: is|:)?\\s{0,2}[*\`]{0,2}`;
const OR_MORE = '[*`]{0,2}(?:\\+|,? (?:LTS )?(?:or|and) (?:newer|higher|later|above|greater|up)(?![\\p{L}\\p{N}]))';
/** `Rust 1.76 or newer`, `Node.js v18+`, `Python >= 3.8`, `at least Go 1.21`, `supports Python 3.8, 3.9`, `* Django (4.2, 5.0)`. */
const WAYS = [
  `${NAMED}(?<said>${ONE})${OR_MORE}`,
  `${NAMED}(?:>=|≥)\\s{0,2}(?<said>${ONE})(?![\\d.]*\\s{0,2}(?:\\|\\||<))`,
  `\\b(?:at least|requires|minimum(?: supported)?) ${NAME}(?: version)?(?: of| is|:)?\\s{1,2}(?<said>${ONE})`,
  `\\b(?:supports?|works? (?:on|with)|runs? on|compatible with|requires|needs)\\b[^.\\n]{0,30}?${NAME}(?: versions?)?[\\s*\`]{1,3}(?<said>${ONE}(?:\\.x)?(?:${NEXT}){1,8})(?![\\w.-]{0,3}\\d)`,
  `^\\s{0,6}[-*+]\\s{1,3}\\[?${NAME}\\]?(?:\\([^)\\s]{1,200}\\))?_{0,2}\\s{0,2}\\((?<said>${ONE}(?:\\.x)?(?:${NEXT}){0,12})\\)\\s{0,3}$`,
].map((way) => new RegExp(way, 'gu'));
/** Other names that a language goes by. */
const LANGUAGES: Readonly<Record<string, string>> = {
  ...{ rust: 'Rust', rustc: 'Rust', msrv: 'Rust', node: 'Node', 'node.js': 'Node', nodejs: 'Node' },
  ...{ python: 'Python', ruby: 'Ruby', go: 'Go', golang: 'Go', php: 'PHP' },
};
/** It holds for one thing or one release alone, or is about somebody else's machine. */
const CONDITION =
  /\b(?:if|when|unless|since|as of|starting|only|example|e\\.g\\.|tested|recommend|image|docker|feature|option|experimental|syntax|style|last|your|target\w*|support requires|(?:is|are) not|ships?|comes?|bundled)\b|^\W{0,6}(?:for|on|with) |\d\.x (?:is|was|works|runs|requires|supports)\b|^\W{0,6}[¹²³⁴†]/i;

/** `## Changelog`, or `Change Log` above a line of marks. */
const PAST = /^(?:#{1,6} )?(?:change ?logs?|history|release notes|what['’]s new|news)\s{0,4}#{0,6}$/im;
/** A heading that does not say what is required, and a sentence without a subject behind another, are of one part. */
const OF_PART =
  /^\s{0,3}#{1,6} (?!.*\b(?:requires?|required|requirements?|supports?|supported)\b)|[.!?:] (?:this |it )?requires /i;

/** The first that is said of each, in the order of the lines. */
export function statedIn(document: DocumentText): Stated[] {
  const found = new Map<string, Stated>();
  for (const { text, line, as } of linesOf(untilItsPast(document.text), () => false)) {
    if (as !== 'prose' || !/\d/.test(text) || ASIDE.test(text) || CONDITION.test(text) || OF_PART.test(text)) continue;
    for (const way of WAYS) {
      for (const { groups = {} } of text.matchAll(way)) {
        const name = (groups.name ?? '').replace(/[.-]$/, '');
        const runtime = LANGUAGES[name.toLowerCase()] ?? name;
        const version = lowestOf(groups.said ?? '');
        if (version === undefined || found.has(runtime)) continue;
        found.set(runtime, { runtime, version, doc: document.path, line, quote: text.trim().slice(0, QUOTE_LENGTH) });
      }
    }
  }
  return [...found.values()];
}

/** What a page lists of its past stands at its end: lines of a changelog were true of their own day. */
function untilItsPast(text: string): string {
  const at = PAST.exec(text)?.index;
  return at === undefined ? text : text.slice(0, at);
}

/** Of `2.7, 3.4 and 3.5` the first: whoever has the lowest is told that it will do. */
function lowestOf(versions: string): string | undefined {
  return versions.match(/\d{1,2}(?:\.\d{1,3}){0,2}/g)?.reduce((low, one) => (compareParts(one, low) < 0 ? one : low));
}
