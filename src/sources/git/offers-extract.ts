/** What a document offers by name: long flags and words of own programs, scripts, files and relative links. Pure. */
import type { DocumentText } from './documents.ts';
import { flagOf, invocationsOf, scriptOf } from './offers-command-line.ts';
import { ASIDE, type DocLine, linesOf, READERS } from './offers-lines.ts';
import type { OwnCommands } from './offers-manifests.ts';
import { NOWHERE, type OwnPlace } from './offers-own-links.ts';
import { fileOf, linksOf, spansOf } from './offers-spans.ts';

/** A value is one of a flag's choices, as a usage text lists them; a thing is what a sentence of the README names. */
export type OfferKind = 'flag' | 'command' | 'file' | 'link' | 'value' | 'thing';

export interface Named {
  readonly kind: OfferKind;
  /** `--watch`, `tool build`, `npm run build`, `src/x.ts`, a link's target as it is written, or `/src/x.ts` for an address of the own repository. */
  readonly name: string;
  readonly doc: string;
  readonly line: number;
  readonly quote: string;
  /** A flag in prose alone: it counts only where the project's documents show it with an own program too. */
  readonly alone: boolean;
}

const QUOTE_LENGTH = 300;

export function namedIn(document: DocumentText, own: OwnCommands, place: OwnPlace = NOWHERE): Named[] {
  const isUsage = usageOf(own);
  const speech = speechOf(own);
  const found = new Map<string, Named>();
  for (const line of linesOf(document.text, isUsage)) {
    for (const { kind, name, alone } of namesOn(line, speech, place)) {
      const key = `${kind}:${name}`;
      const known = found.get(key);
      if (known !== undefined && (!known.alone || alone)) continue;
      const quote = line.text.trim().slice(0, QUOTE_LENGTH);
      found.set(key, { kind, name, doc: document.path, line: line.line, quote, alone });
    }
  }
  return [...found.values()];
}

type Name = Pick<Named, 'kind' | 'name' | 'alone'>;

/** Own commands, with a quick test whether a line can hold one at all: most lines of a guide cannot. */
interface Speech extends OwnCommands {
  readonly mayRun: RegExp;
}

function speechOf(own: OwnCommands): Speech {
  const names = [...own.programs, 'run', 'run-script'].map((name) => name.replace(/[^\w-]/g, '\\$&'));
  return { ...own, mayRun: new RegExp(`(?:^|[^\\w-])(?:${names.join('|')})(?![\\w-])`) };
}

function namesOn({ text, as }: DocLine, own: Speech, place: OwnPlace): Name[] {
  if (as === 'usage') return [...ofCommand(text, own), ...ofOptionLine(text)];
  if (as === 'shell') return ofCommand(text, own);
  const { spans, rest } = spansOf(text);
  const names: Name[] = linksOf(rest, place).map((name) => ({ kind: 'link', name, alone: false }));
  const indented = /^(?: {3,}|\t)/.test(text) ? ofCommand(text.trim(), own) : [];
  if ((spans.length === 0 && indented.length === 0) || ASIDE.test(rest)) return names;
  return [
    ...names,
    ...spans.flatMap((span) => ofCommand(span, own)),
    ...flagsIn(spans, rest, own),
    ...filesIn(spans, rest),
    ...indented,
  ];
}

function flagsIn(spans: readonly string[], rest: string, own: Speech): Name[] {
  if (own.programs.size === 0 || !spans.some((span) => span.startsWith('-')) || namesAnotherProgram(rest, spans, own))
    return [];
  // `- \`--watch\`: …`, `| \`--watch\` | …`, `### \`--watch\``: a line that explains a flag, as a list of options does.
  const explains = /^\s*(?:[-*+|]|#{2,6})\s{0,4}(?:\*\*)?`…`/.test(rest);
  return spans.flatMap((span, at) => {
    if (!span.startsWith('-')) return [];
    return flagsOfSpan(span).map((name): Name => ({ kind: 'flag', name, alone: !explains || at > 0 }));
  });
}

function filesIn(spans: readonly string[], rest: string): Name[] {
  const files = spans.map(fileOf).filter((file) => file !== null);
  if (files.length === 0 || READERS.test(rest)) return [];
  return files.map((name) => ({ kind: 'file', name, alone: false }));
}

function ofCommand(text: string, own: Speech): Name[] {
  if (!own.mayRun.test(text)) return [];
  const names: Name[] = [];
  for (const invocation of invocationsOf(text)) {
    const script = scriptOf(invocation);
    if (script !== null) names.push({ kind: 'command', name: `npm run ${script}`, alone: false });
    if (!own.programs.has(invocation.program)) continue;
    const word = invocation.words[0] ?? '';
    if (/^[a-z][a-z-]{1,30}$/.test(word))
      names.push({ kind: 'command', name: `${invocation.program} ${word}`, alone: false });
    for (const flag of invocation.flags) names.push({ kind: 'flag', name: flag, alone: false });
  }
  return names;
}

/** `  -w, --watch <dir>   Watch a folder`: the flags that such a line begins with. */
function ofOptionLine(text: string): Name[] {
  const opening = /^\s*(?:-\w,?\s+)?(--[a-z][\w-]*)/i.exec(text)?.[1];
  const flag = opening === undefined ? null : flagOf(opening);
  if (flag === null) return [];
  const values = choicesOf(text).map((name): Name => ({ kind: 'value', name, alone: false }));
  return [{ kind: 'flag', name: flag, alone: false }, ...values];
}

/** `[choices: "json", "html"]`, as yargs prints a flag's choices; `[json|html]` as click does, `{json,html}` as argparse. */
function choicesOf(text: string): string[] {
  const listed = /\[choices: ([^\]]{3,300})\]/.exec(text)?.[1] ?? '';
  const barred = /\s[[{<]((?:[a-z][\w-]{0,30}[|,]){1,20}[a-z][\w-]{0,30})[\]}>]/i.exec(text)?.[1] ?? '';
  const named = [...listed.matchAll(/"([a-z][\w-]{2,30})"/gi)].map((one) => one[1] ?? '');
  return [...named, ...barred.split(/[|,]/).filter((one) => one.length > 2)];
}

/** A code span that holds nothing but flags: `--watch`, `-w, --watch <dir>`, `--[no-]color`. */
function flagsOfSpan(span: string): string[] {
  return span
    .split(/[\s,|/]+/)
    .map((token) => flagOf(token))
    .filter((flag) => flag !== null);
}

function usageOf({ programs }: OwnCommands): (block: string) => boolean {
  return (block) => {
    const used = /\busage:?\s+(?:[$>] )?([\w.-]+)/i.exec(block)?.[1];
    const asked = /^\s*[$>❯] ([\w.-]+) (?:--help|-h|help)\s*$/m.exec(block)?.[1];
    return [used, asked].some((program) => program !== undefined && programs.has(program));
  };
}

const OTHERS =
  /\b(?:git|npm|npx|pnpm|yarn|bun|deno|docker|podman|kubectl|helm|curl|wget|cargo|rustc|rustup|pip|pipx|uv|brew|apt|apt-get|dnf|pacman|python|node|ruby|gem|bundler?|rake|tsc|typescript|webpack|rollup|esbuild|babel|jest|vitest|mocha|cypress|playwright|eslint|prettier|biome|chrome|chromium|firefox|lighthouse|electron|flutter|dart|go|make|cmake|gcc|clang|ssh|rsync|tar|sed|grep|find|bash|zsh|fish|psql|mysql|sqlite|redis|nginx|systemctl|ffmpeg|jq|gh|terraform|ansible|aws|gcloud|heroku|vercel|netlify|fly)\b/i;

/** The sentence speaks of another program, so a flag in it may be that one's. */
function namesAnotherProgram(rest: string, spans: readonly string[], own: OwnCommands): boolean {
  return [rest, ...spans].some((text) => {
    const other = OTHERS.exec(text)?.[0]?.toLowerCase();
    return other !== undefined && !own.programs.has(other);
  });
}
