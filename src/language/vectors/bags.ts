/** Texts as rows of words: how often each stands there, damped. */
import type { Sparse } from './sparse.ts';

/** `weight`: of a word that stands `count` times. -1 is a word that nobody knows, and is left out. */
export function bags(
  texts: readonly Int32Array[],
  columns: number,
  weight: (word: number, count: number) => number,
): Sparse {
  const start = new Int32Array(texts.length + 1);
  const at: number[] = [];
  const value: number[] = [];
  for (let row = 0; row < texts.length; row += 1) {
    const words = (texts[row] as Int32Array).slice().sort();
    for (let from = 0; from < words.length; ) {
      const word = words[from] as number;
      let to = from + 1;
      while (to < words.length && words[to] === word) to += 1;
      if (word >= 0) {
        at.push(word);
        value.push(weight(word, to - from));
      }
      from = to;
    }
    start[row + 1] = at.length;
  }
  return { rows: texts.length, columns, start, at: Int32Array.from(at), value: Float32Array.from(value) };
}

/** Each count of a word beyond the first tells less: 1 + log (Salton and Buckley, IP&M 24, 1988). */
export function damped(_: number, count: number): number {
  return 1 + Math.log(count);
}
