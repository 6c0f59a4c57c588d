/** Which items say what one of them says: title, words, what the machine printed, letters, meaning, nearness in time. */
import { cleaned } from '../clean/clean.ts';
import { learnTemplate } from '../clean/templates.ts';
import { dot } from '../neighbours/nearest.ts';
import type { Dense } from '../vectors/sparse.ts';
import { learnVectors, vectorsOf } from '../vectors/text-vectors.ts';
import { Stems, wordsOf } from '../words.ts';
import { TermIndex } from './term-index.ts';

export interface Item {
  readonly title: string;
  readonly body: string;
  /** Milliseconds, null where unknown. */
  readonly at: number | null;
}

/** Best on the older half of titanium’s pairs of some ninety settings; the newer half was printed beside it. */
const WEIGHTS = { title: 0.5, words: 1, body: 0.3, raw: 0.5, letters: 0.5, meaning: 0.8 };
const ALL = Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0);
/** One defect is reported by several people in the same season: so much is added on the same day, fading over days. */
const SOON = 0.15;
const FADES_DAYS = 200;
/** An original tends to be the older one. */
const OLDER = 0.01;
const DAY = 86_400_000;

/** Words of a cleaned body, and of one as it came with its logs and code, that are read. */
const WORDS = 200;
const RAW_WORDS = 400;
const RAW_CHARACTERS = 6_000;
/** A title counts as often as this against the body. */
const TITLE_TIMES = 3;
const RAW_TITLE_TIMES = 2;
const LETTERS = 4;

export class Duplicates {
  readonly #items: readonly Item[];
  readonly #indexes: readonly (readonly [TermIndex, number])[];
  readonly #vectors: Dense;

  constructor(items: readonly Item[]) {
    this.#items = items;
    const stems = new Stems();
    const stemmed = (text: string) => wordsOf(text).map((word) => stems.of(word));
    const template = learnTemplate(items.map(({ body }) => body));
    const bodies = items.map(({ body }) => cleaned(body, template));
    const titles = items.map(({ title }) => stemmed(title));
    const words = bodies.map((body) => stemmed(body).slice(0, WORDS));
    const raw = items.map(({ body }) => stemmed(body.slice(0, RAW_CHARACTERS)).slice(0, RAW_WORDS));
    const titled = (own: readonly (readonly string[])[], times: number) =>
      own.map((rest, at) => [...Array.from({ length: times }, () => titles[at] as string[]).flat(), ...rest]);
    this.#indexes = [
      [new TermIndex(titles.map(withPairs)), WEIGHTS.title],
      [new TermIndex(titled(words, TITLE_TIMES)), WEIGHTS.words],
      [new TermIndex(words), WEIGHTS.body],
      [new TermIndex(titled(raw, RAW_TITLE_TIMES)), WEIGHTS.raw],
      [new TermIndex(titles.map(letterGroups)), WEIGHTS.letters],
    ];
    const texts = items.map(({ title }, at) => `${title}\n${bodies[at]}`);
    this.#vectors = vectorsOf(learnVectors(texts), texts);
  }

  /** How likely each item says what `row` says; an order, not a probability. `row` itself is last. */
  likeness(row: number): Float32Array {
    const out = new Float32Array(this.#items.length);
    for (const [index, weight] of this.#indexes) index.addTo(out, row, weight / ALL);
    const own = this.#items[row]?.at ?? null;
    for (let other = 0; other < out.length; other += 1) {
      const meaning = (WEIGHTS.meaning / ALL) * dot(this.#vectors, row, other);
      out[other] = (out[other] as number) + meaning + inTime(own, this.#items[other]?.at ?? null);
    }
    out[row] = Number.NEGATIVE_INFINITY;
    return out;
  }

  /** The likeliest, best first. */
  closest(row: number, most: number): { readonly at: number; readonly likeness: number }[] {
    const likeness = this.likeness(row);
    return Array.from(likeness.keys())
      .filter((at) => at !== row)
      .sort((one, two) => (likeness[two] as number) - (likeness[one] as number) || one - two)
      .slice(0, most)
      .map((at) => ({ at, likeness: likeness[at] as number }));
  }
}

function inTime(own: number | null, other: number | null): number {
  if (own === null || other === null) return 0;
  return SOON * Math.exp(-Math.abs(own - other) / DAY / FADES_DAYS) + (other < own ? OLDER : 0);
}

function withPairs(words: readonly string[]): string[] {
  return [...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`)];
}

function letterGroups(words: readonly string[]): string[] {
  return words.flatMap((word) => {
    const letters = `<${word}>`;
    const count = Math.max(1, letters.length - LETTERS + 1);
    return Array.from({ length: count }, (_, at) => letters.slice(at, at + LETTERS));
  });
}
