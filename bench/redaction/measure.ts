/**
 * How much of what should go is taken out of texts, and how much of what should stay: recall and precision.
 * `node bench/redaction/measure.ts [cases.txt | unseen.txt | third.txt] [--wrong]`; prints a table of docs/reference/redaction.md.
 */
import { readFileSync } from 'node:fs';
import { redact } from '#core/redact.ts';

interface Span {
  readonly from: number;
  readonly to: number;
}

interface Mark extends Span {
  readonly kind: string;
}

export interface Case {
  readonly language: string;
  readonly text: string;
  readonly marks: readonly Mark[];
}

export interface Tally {
  /** Marked spans, and those of them that went whole. */
  marked: number;
  gone: number;
  /** What was taken out, and what of it touches a marked span. */
  taken: number;
  right: number;
}

const MARK = /⟦(\w+):([^⟧]*)⟧/g;

export function readCases(file = 'cases.txt'): Case[] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8').split('\n');
  return lines.flatMap((line) => (line === '' || line.startsWith('#') ? [] : caseOf(line)));
}

function caseOf(line: string): Case {
  const tab = line.indexOf('\t');
  const written = line.slice(tab + 1).replaceAll('¦', '');
  const marks: Mark[] = [];
  let text = '';
  let copied = 0;
  for (const found of written.matchAll(MARK)) {
    const [whole, kind = '', value = ''] = found;
    text += written.slice(copied, found.index);
    marks.push({ kind, from: text.length, to: text.length + value.length });
    text += value;
    copied = found.index + whole.length;
  }
  return { language: line.slice(0, tab), text: text + written.slice(copied), marks };
}

const PLACEHOLDER = /\[(?:email|phone|token|private key|credentials|password)\]/;

/** Where the text was replaced: what stayed is found again in order, and what lies between it went. */
function takenOut(text: string): Span[] {
  const stayed = redact(text).split(PLACEHOLDER);
  const spans: Span[] = [];
  let at = 0;
  for (const [place, piece] of stayed.entries()) {
    const last = place === stayed.length - 1;
    const found = last ? text.length - piece.length : text.indexOf(piece, at);
    if (place > 0) spans.push({ from: at, to: piece === '' && !last ? at : found });
    at = found + piece.length;
  }
  return spans;
}

export function measure(cases: readonly Case[]) {
  const kinds = new Map<string, Tally>();
  const languages = new Map<string, Tally>();
  const all: Tally = { marked: 0, gone: 0, taken: 0, right: 0 };
  const wrong: string[] = [];
  const tallyOf = (map: Map<string, Tally>, name: string) => {
    const tally = map.get(name) ?? { marked: 0, gone: 0, taken: 0, right: 0 };
    map.set(name, tally);
    return tally;
  };
  for (const { language, text, marks } of cases) {
    const taken = takenOut(text);
    for (const mark of marks) {
      const gone = taken.some(({ from, to }) => from <= mark.from && to >= mark.to);
      for (const tally of [all, tallyOf(kinds, mark.kind), tallyOf(languages, language)]) {
        tally.marked += 1;
        if (gone) tally.gone += 1;
      }
      if (!gone) wrong.push(`stays  ${language}  ${text.slice(mark.from, mark.to)}  in  ${text}`);
    }
    for (const { from, to } of taken) {
      const right = marks.some((mark) => from < mark.to && to > mark.from);
      for (const tally of [all, tallyOf(languages, language)]) {
        tally.taken += 1;
        if (right) tally.right += 1;
      }
      if (!right) wrong.push(`goes   ${language}  ${text.slice(from, to)}  in  ${text}`);
    }
  }
  return { all, kinds, languages, wrong };
}

function share(part: number, whole: number): string {
  return whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)} %`;
}

if (import.meta.main) {
  const cases = readCases(process.argv.slice(2).find((word) => !word.startsWith('-')));
  const { all, kinds, languages, wrong } = measure(cases);
  const rows = [
    `${cases.length} cases: ${all.marked} that should go, ${cases.filter(({ marks }) => marks.length === 0).length} texts that should stay`,
    '',
    '| | should go | recall | precision |',
    '|---|---|---|---|',
    `| all | ${all.marked} | ${share(all.gone, all.marked)} | ${share(all.right, all.taken)} |`,
    ...[...kinds].map(([kind, { marked, gone }]) => `| ${kind} | ${marked} | ${share(gone, marked)} | |`),
    ...[...languages].map(
      ([name, one]) => `| ${name} | ${one.marked} | ${share(one.gone, one.marked)} | ${share(one.right, one.taken)} |`,
    ),
  ];
  process.stdout.write(`${rows.join('\n')}\n`);
  if (process.argv.includes('--wrong')) process.stdout.write(`\n${wrong.join('\n')}\n`);
}
