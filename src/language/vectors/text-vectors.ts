/**
 * Vectors of texts, learned from the texts themselves: topics by words and letters, joined to the company that words
 * keep. Built in, offline, the same for the same texts. A text that comes later is placed without learning again.
 */
import { FEW } from '../few.ts';
import { Stems } from '../words.ts';
import { bags, damped } from './bags.ts';
import { learnCompany } from './company.ts';
import { eigen } from './eigen.ts';
import { tellingOf } from './everyday-words.ts';
import { gram } from './gram.ts';
import { sensesOf } from './senses.ts';
import { type Dense, dense, times } from './sparse.ts';
import { learnSpelling, type Spelling, spelled } from './spelling.ts';
import { learnTopics } from './topics.ts';
import { firstWords, type Vocabulary, vocabularyOf } from './vocabulary.ts';

export interface VectorModel {
  readonly vocabulary: Vocabulary;
  readonly spelling: Spelling;
  /** One row per part of a word. */
  readonly topics: Dense;
  readonly stems: Vocabulary;
  /** One row per stem. */
  readonly company: Dense;
  /** How often each stem is said, of all words. */
  readonly share: Float64Array;
  /** What all texts have in common, taken out: Arora, Liang, Ma, “A simple but tough-to-beat baseline”, ICLR 2017. */
  readonly common: Float64Array;
}

/** Coordinates of each kind. On banking77’s training half 60 to 100 were alike, 200 worse. */
const RANK = 80;
/** Weight of company beside topics; .7 to 1 were alike there. */
const COMPANY = 0.8;
/** Arora et al.’s a: how fast common words fade. They advise 1e-3 for long texts; on short ones 1e-2 was best. */
const FADE = 1e-2;

export function learnVectors(texts: readonly string[]): VectorModel {
  const words = texts.map(firstWords);
  const stemmer = new Stems();
  const vocabulary = vocabularyOf(words);
  const spelling = learnSpelling(vocabulary.words, vocabulary.spread, texts.length, stemmer);
  const numbers = words.map((own) => numbered(own, vocabulary));
  const topics = learnTopics(
    bags(numbers, vocabulary.words.length, told(vocabulary, stemmer)),
    spelled(vocabulary.words, spelling, stemmer),
    RANK,
  );
  const stemmed = words.map((own) => meant(own, stemmer, texts.length));
  const stems = kept(vocabularyOf(stemmed));
  const stemNumbers = stemmed.map((own) => numbered(own, stems));
  const company = learnCompany(stemNumbers, stems.words.length, RANK);
  const share = shares(stemNumbers, stems.words.length);
  const half = { stems, company, share, common: new Float64Array(company.width) };
  const common = firstDirection(inCompany(stemNumbers, half));
  return { vocabulary, spelling, topics, ...half, common };
}

/** One row per text, of length one; all zeros where a text has no known word. */
export function vectorsOf(model: VectorModel, texts: readonly string[]): Dense {
  const stemmer = new Stems();
  const words = texts.map(firstWords);
  // Words that came later have no vector of their own, but are spelled like others.
  const vocabulary = vocabularyOf(words);
  const numbers = words.map((own) => numbered(own, vocabulary));
  const table = times(spelled(vocabulary.words, model.spelling, stemmer), model.topics);
  const topics = unit(times(bags(numbers, vocabulary.words.length, told(vocabulary, stemmer)), table), 1);
  const stemNumbers = words.map((own) => numbered(meant(own, stemmer, model.stems.texts), model.stems));
  const company = inCompany(stemNumbers, model);
  without(company, model.common);
  return unit(joined(topics, unit(company, COMPANY)), 1);
}

/** The stems of words, each with the first of its senses where it was learned from few texts. */
function meant(words: readonly string[], stems: Stems, texts: number): string[] {
  const own = words.map((word) => stems.of(word));
  return texts < FEW ? own.flatMap((stem) => [stem, ...sensesOf(stem).slice(0, 1)]) : own;
}

/** What everybody writes whatever it is about tells less; only topics are weighed so, company has its own fading. */
function told({ words }: Vocabulary, stems: Stems): (word: number, count: number) => number {
  const telling = Float64Array.from(words, (word) => tellingOf(stems.of(word)));
  return (word, count) => (telling[word] as number) * damped(word, count);
}

function numbered(words: readonly string[], { number }: Vocabulary): Int32Array {
  return Int32Array.from(words, (word) => number.get(word) ?? -1);
}

/** Company is only told of stems that two texts have. */
function kept(stems: Vocabulary): Vocabulary {
  const end = stems.spread.findIndex((texts) => texts < 2);
  if (end < 0) return stems;
  const words = stems.words.slice(0, end);
  return { ...stems, words, number: new Map(words.map((word, at) => [word, at])), spread: stems.spread.slice(0, end) };
}

function shares(texts: readonly Int32Array[], size: number): Float64Array {
  const counts = new Float64Array(size);
  let all = 0;
  for (const text of texts) {
    for (const word of text) {
      if (word < 0) continue;
      counts[word] = (counts[word] as number) + 1;
      all += 1;
    }
  }
  return counts.map((count) => count / Math.max(1, all));
}

function inCompany(texts: readonly Int32Array[], model: Pick<VectorModel, 'stems' | 'company' | 'share'>): Dense {
  const weight = (word: number, count: number) => (count * FADE) / (FADE + (model.share[word] as number));
  return unit(times(bags(texts, model.stems.words.length, weight), model.company), 1);
}

function firstDirection(matrix: Dense): Float64Array {
  const { vectors } = eigen(gram(matrix), matrix.width);
  return Float64Array.from({ length: matrix.width }, (_, at) => vectors[at * matrix.width] as number);
}

function without(matrix: Dense, direction: Float64Array): void {
  for (let from = 0; from < matrix.data.length; from += matrix.width) {
    let along = 0;
    for (let at = 0; at < matrix.width; at += 1) {
      along += (matrix.data[from + at] as number) * (direction[at] as number);
    }
    for (let at = 0; at < matrix.width; at += 1) {
      matrix.data[from + at] = (matrix.data[from + at] as number) - along * (direction[at] as number);
    }
  }
}

function unit(matrix: Dense, length: number): Dense {
  for (let from = 0; from < matrix.data.length; from += matrix.width) {
    let sum = 0;
    for (let at = from; at < from + matrix.width; at += 1) sum += (matrix.data[at] as number) ** 2;
    const by = sum > 1e-18 ? length / Math.sqrt(sum) : 0;
    for (let at = from; at < from + matrix.width; at += 1) matrix.data[at] = (matrix.data[at] as number) * by;
  }
  return matrix;
}

function joined(one: Dense, two: Dense): Dense {
  const out = dense(one.rows, one.width + two.width);
  for (let row = 0; row < one.rows; row += 1) {
    out.data.set(one.data.subarray(row * one.width, (row + 1) * one.width), row * out.width);
    out.data.set(two.data.subarray(row * two.width, (row + 1) * two.width), row * out.width + one.width);
  }
  return out;
}
