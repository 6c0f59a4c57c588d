/** What was learned when needs were last found, so that later texts are placed without learning again; as bytes, too. */
import { deserialize, serialize } from 'node:v8';
import type { Squeezed } from '../vectors/squeezed.ts';
import { squeezed, unsqueezed } from '../vectors/squeezed.ts';
import type { VectorModel } from '../vectors/text-vectors.ts';
import type { BaseNeed } from './base-need.ts';
import type { Forms } from './said.ts';

export interface Learned {
  readonly model: VectorModel;
  readonly forms: Forms;
  /** Two texts are no more alike than this by chance. */
  readonly chance: number;
  /** How many texts there were when all were last grouped. */
  readonly grouped: number;
  /** So many texts, the first ones, were there then: those of them that fitted nowhere wait until all are grouped again. */
  readonly settled: number;
  readonly needs: readonly BaseNeed[];
  /** Every text that was looked at, in one order: its id, its print, its vector, its place in `needs` or -1. */
  readonly ids: readonly string[];
  readonly prints: Uint32Array;
  readonly vectors: Squeezed;
  readonly of: Int32Array;
  /** The model that `vectors` are from, if it is not the built-in one; and the built-in ones, for who asks without it. */
  readonly outside?: { readonly model: string; readonly plain: Squeezed };
}

/** Raised with the shape of what is packed. */
const SHAPE = 1;

/** A byte a number: nearness moves by less than .01, which is less than what it is compared with is sure of. */
export function packed(learned: Learned): Uint8Array {
  const { model, ids } = learned;
  const { vocabulary, stems, spelling } = model;
  return serialize({
    ...learned,
    shape: SHAPE,
    ids: ids.join(' '),
    model: {
      ...model,
      vocabulary: { ...vocabulary, words: vocabulary.words.join(' '), number: null },
      stems: { ...stems, words: stems.words.join(' '), number: null },
      // Parts of words hold spaces, and no line break.
      spelling: { ...spelling, number: [...spelling.number.keys()].join('\n') },
      topics: squeezed(model.topics),
      company: squeezed(model.company),
    },
  });
}

/** Null where the bytes are of another shape or of another program. */
export function unpacked(bytes: Uint8Array): Learned | null {
  try {
    const read = deserialize(bytes);
    if (read.shape !== SHAPE) return null;
    const { model } = read;
    return {
      ...read,
      ids: split(read.ids, ' '),
      model: {
        ...model,
        vocabulary: withNumbers(model.vocabulary),
        stems: withNumbers(model.stems),
        spelling: { ...model.spelling, number: numbersOf(split(model.spelling.number, '\n')) },
        topics: unsqueezed(model.topics),
        company: unsqueezed(model.company),
      },
    };
  } catch {
    return null;
  }
}

function withNumbers<Words extends { words: string }>(vocabulary: Words) {
  const words = split(vocabulary.words, ' ');
  return { ...vocabulary, words, number: numbersOf(words) };
}

function numbersOf(words: readonly string[]): Map<string, number> {
  return new Map(words.map((word, at) => [word, at]));
}

function split(text: string, by: string): string[] {
  return text === '' ? [] : text.split(by);
}
