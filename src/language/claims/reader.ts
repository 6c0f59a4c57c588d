/** Reads copy after copy of pages for their claims: what stood in an earlier copy word for word is not judged again. */
import { type FoundClaim, findClaims, pageNames } from './detect.ts';
import { statementsIn } from './statements.ts';
import { looksLikeHtml } from './units-html.ts';
import { DIRECTIVE, markdownUnits } from './units-markdown.ts';

/** A page whose first blocks are told apart from the rest: a claim is likelier there. */
const OPENING = 12;
const MOST_CHARACTERS = 400_000;
/** Chunks that are remembered, so that endless copies cost no memory. */
const MOST_CHUNKS = 50_000;

interface Chunk {
  readonly from: number;
  readonly text: string;
  readonly under: readonly string[];
  readonly opening: boolean;
}

export class ClaimReader {
  readonly #known = new Map<string, readonly FoundClaim[]>();

  /** In the order of the page. */
  claimsOf(source: string, names: readonly string[]): FoundClaim[] {
    const page = source.slice(0, MOST_CHARACTERS);
    const title = titleOf(page);
    const said = pageNames(title, names);
    const key = [...said].join(' ');
    return chunksOf(page).flatMap(({ from, text, under, opening }) => {
      const memory = `${key}\n${under.join(' > ')}\n${opening}\n${text}`;
      let found = this.#known.get(memory);
      if (found === undefined) {
        found = findClaims(statementsIn(text, { names: said, under, block: opening ? 0 : OPENING }), said);
        if (this.#known.size < MOST_CHUNKS) this.#known.set(memory, found);
      }
      return found.map((claim) => ({ ...claim, start: claim.start + from, end: claim.end + from }));
    });
  }
}

/** The first heading of some, as plain words. */
function titleOf(page: string): string {
  return (
    markdownUnits(
      /<h1\b[^<>]{0,200}>[\s\S]{0,400}?<\/h1>/i.exec(page.slice(0, 20_000))?.[0] ?? page.slice(0, 4_000),
    ).find(({ place }) => place === 'heading')?.text ?? ''
  );
}

/** Parts between empty lines; a fence is one part, so is a directive with its block, and HTML is never cut. */
function chunksOf(page: string): Chunk[] {
  if (looksLikeHtml(page) || /^---\s*\n/.test(page)) return [{ from: 0, text: page, under: [], opening: true }];
  const chunks: Chunk[] = [];
  const under: { level: number; text: string }[] = [];
  let fence: string | null = null;
  let directive = false;
  let start = 0;
  let from = 0;
  const close = (to: number) => {
    const text = page.slice(start, to);
    if (text.trim() !== '') {
      const level = /^\s{0,3}(#{1,6})\s+(.{1,300})/.exec(text);
      chunks.push({ from: start, text, under: under.map((one) => one.text), opening: chunks.length < OPENING });
      if (level) {
        const depth = (level[1] as string).length;
        while ((under.at(-1)?.level ?? 0) >= depth) under.pop();
        under.push({ level: depth, text: markdownUnits(`# ${(level[2] as string).trim()}`)[0]?.text ?? '' });
      }
    }
    start = to;
  };
  while (from < page.length) {
    const end = page.indexOf('\n', from);
    const to = end < 0 ? page.length : end + 1;
    const line = page.slice(from, to);
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    directive = fence === null && (DIRECTIVE.test(line) || (directive && /^\s/.test(line)));
    if (directive) {
      from = to;
      continue;
    }
    if (fence === null && mark !== undefined) fence = mark;
    else if (fence !== null && mark?.startsWith(fence)) fence = null;
    else if (fence === null && (line.trim() === '' || /^#{1,6}\s/.test(line))) close(from);
    else if (fence === null && /^#{1,6}\s/.test(page.slice(start, start + 8)) && start < from) close(from);
    from = to;
  }
  close(page.length);
  return chunks;
}
