/** What a document says is needed at least to use the product: a version of Rust, Node, Python, Ruby or Go. Pure. */
import type { DocumentText } from './documents.ts';
import { compareParts } from './needs-required.ts';
import { ASIDE, linesOf } from './offers-lines.ts';

export type Runtime = 'Rust' | 'Node' | 'Python' | 'Ruby' | 'Go';

export interface Stated {
  readonly runtime: Runtime;
  /** As written: `1.76`, `18`. */
  readonly version: string;
  readonly doc: string;
  readonly line: number;
  readonly quote: string;
}

const QUOTE_LENGTH = 300;
const NAMES: readonly (readonly [Runtime, string])[] = [
  ['Rust', '(?:[Rr]ust|rustc|MSRV)'],
  ['Node', 'Node(?:\\.?js)?'],
  ['Python', 'Python'],
  ['Ruby', 'Ruby'],
  ['Go', '(?:Go|Golang)'],
];
/** `Rust 1.76 or newer`, `Node.js v18+`, `Python >= 3.8`, `at least Go 1.21`. */
const STATES = NAMES.map(([runtime, name]) => {
  const version = 'v?(\\d{1,2}(?:\\.\\d{1,3}){0,2})';
  const named = `\\b${name}\\b[*\`\\])]{0,3}(?: version)?(?: is|:)?\\s{0,2}[*\`]{0,2}`;
  const more = '[*`]{0,2}(?:\\+|,? (?:LTS )?(?:or|and) (?:newer|higher|later|above|greater|up)\\b)';
  const after = new RegExp(`${named}${version}${more}`);
  const before = new RegExp(`${named}(?:>=|≥)\\s{0,2}${version}(?![\\d.]*\\s{0,2}(?:\\|\\||<))`);
  const atLeast = new RegExp(
    `\\b(?:at least|requires|minimum(?: supported)?) ${name}(?: version)?(?: of| is|:)?\\s{1,2}${version}`,
  );
  const next = '(?:,? (?:and|or|to) |, ?| ?\\/ ?| ?[-–] ?)v?\\d{1,2}(?:\\.\\d{1,3}){0,2}(?:\\.x)?\\+?';
  const several = new RegExp(
    `\\b(?:supports?|works? (?:on|with)|runs? on|compatible with|requires|needs)\\b[^.\\n]{0,30}\\b${name}\\b(?: versions?)?[\\s*\`]{1,3}(v?\\d{1,2}(?:\\.\\d{1,3}){0,2}(?:\\.x)?(?:${next}){1,8})(?![\\w.-]{0,3}\\d)`,
  );
  return { runtime, any: new RegExp(`\\b${name}\\b`), ways: [after, before, atLeast, several] };
});
/** It holds for one thing or one release alone, or is about somebody else's machine. */
const CONDITION =
  /\b(?:if|when|unless|since|as of|starting|only|example|e\\.g\\.|tested|recommend|image|docker|feature|option|experimental|syntax|style|last|your|target\w*|support requires|(?:is|are) not)\b|\d\.x (?:is|was|works|runs|requires|supports)\b|^\W{0,6}[¹²³⁴†]/i;

/** A heading that does not say what is required, and a sentence without a subject behind another, are of one part. */
const OF_PART =
  /^\s{0,3}#{1,6} (?!.*\b(?:requires?|required|requirements?|supports?|supported)\b)|[.!?:] (?:this |it )?requires /i;

export function statedIn(document: DocumentText): Stated[] {
  const found = new Map<Runtime, Stated>();
  if (!STATES.some(({ any }) => any.test(document.text))) return [];
  for (const { text, line, as } of linesOf(document.text, () => false)) {
    if (as !== 'prose' || !/\d/.test(text) || ASIDE.test(text) || CONDITION.test(text) || OF_PART.test(text)) continue;
    for (const { runtime, ways } of STATES) {
      const said = ways.map((way) => way.exec(text)?.[1]).find((one) => one !== undefined);
      const version = said === undefined ? undefined : lowestOf(said);
      if (version === undefined || found.has(runtime)) continue;
      const quote = text.trim().slice(0, QUOTE_LENGTH);
      found.set(runtime, { runtime, version, doc: document.path, line, quote });
    }
  }
  return [...found.values()];
}

/** Of `2.7, 3.4 and 3.5` the first: whoever has the lowest is told that it will do. */
function lowestOf(versions: string): string | undefined {
  return versions.match(/\d{1,2}(?:\.\d{1,3}){0,2}/g)?.reduce((low, one) => (compareParts(one, low) < 0 ? one : low));
}
