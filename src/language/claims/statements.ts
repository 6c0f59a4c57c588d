/** Sentences of a page with their offsets: what can be a claim, before anybody judges whether it is one. */
import { type Place, type Unit, unitsOf } from './units.ts';

export interface Statement {
  /** `source.slice(start, end)` holds it, marks included. */
  readonly start: number;
  readonly end: number;
  /** As plain words. */
  readonly text: string;
  readonly place: Place;
  readonly under: readonly string[];
  /** Which block of the page it stands in, from 0. */
  readonly block: number;
  /** Nothing but the text of a link: an entry of a menu more often than a sentence. */
  readonly linked: boolean;
}

/** After these a full stop ends no sentence. */
const ABBREVIATED = /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|approx|resp|incl|no|nr|fig|ver|dr|mr|mrs|ms|st)\.\s*$/iu;
const SMALL = /^\p{Ll}/u;
const MOST = 5_000;

let segmenter: Intl.Segmenter | undefined;

export function statementsOf(source: string): Statement[] {
  const units = unitsOf(source);
  const title = units.find(({ place }) => place === 'heading')?.text ?? '';
  return sentencesOf(source, units, { names: wordsOf(title), under: [], block: 0 });
}

/** What is known of a part of a page: the page's name, the headings above the part, how many blocks stand before it. */
export interface Part {
  readonly names: ReadonlySet<string>;
  readonly under: readonly string[];
  readonly block: number;
}

export function statementsIn(source: string, part: Part): Statement[] {
  return sentencesOf(source, unitsOf(source), part);
}

function sentencesOf(source: string, units: readonly Unit[], { names, under, block }: Part): Statement[] {
  const out: Statement[] = [];
  for (const [at, unit] of units.entries()) {
    if (out.length >= MOST) break;
    const placed = under.length === 0 ? unit : { ...unit, under: [...under, ...unit.under] };
    addSentences(out, source, placed, block + at, names);
  }
  return out;
}

function wordsOf(title: string): Set<string> {
  return new Set(title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

function addSentences(out: Statement[], source: string, unit: Unit, block: number, names: ReadonlySet<string>): void {
  for (const [from, to] of spansOf(unit.text, names)) {
    const text = unit.text.slice(from, to);
    const words = text.trim();
    if (!/\p{L}{2}/u.test(words)) continue;
    const first = from + text.indexOf(words);
    const start = unit.at[first] as number;
    const end = (unit.at[first + words.length - 1] as number) + 1;
    out.push({
      start,
      end,
      text: words,
      place: unit.place,
      under: unit.under,
      block,
      linked:
        source[start - 1] === '['
          ? source[end] === ']'
          : /<a\b[^<>]{0,300}>\s*$/.test(source.slice(Math.max(0, start - 320), start)) &&
            /^\s*<\/a>/.test(source.slice(end, end + 8)),
    });
  }
}

function spansOf(text: string, names: ReadonlySet<string>): [number, number][] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' });
  const spans: [number, number][] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    const last = spans.at(-1);
    const end = last ? text.slice(Math.max(last[0], index - 12), index) : '';
    if (last && goesOn(end, segment)) last[1] = index + segment.length;
    else spans.push([index, index + segment.length]);
  }
  return spans.flatMap((span) => beforeNames(text, span, names));
}

function goesOn(end: string, next: string): boolean {
  return ABBREVIATED.test(end) || end.endsWith('.') || (SMALL.test(next) && /\.\s*$/.test(end));
}

/** A product that writes its name small (`fzf`) begins sentences with it; the Unicode rules see none there. */
function beforeNames(text: string, [from, to]: [number, number], names: ReadonlySet<string>): [number, number][] {
  const spans: [number, number][] = [];
  let start = from;
  for (const found of text.slice(from, to).matchAll(/[.!?][)"'”]?\s(?=(\p{Ll}[\p{L}\p{N}]*)\b)/gu)) {
    if (!names.has(found[1] as string)) continue;
    const cut = from + found.index + found[0].length;
    spans.push([start, cut]);
    start = cut;
  }
  spans.push([start, to]);
  return spans;
}
