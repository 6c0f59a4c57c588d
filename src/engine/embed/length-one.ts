/** A vector that a model gave, brought to length one; or why it is none. */

/** The widest model that is commonly served has 4,096; more than this is a mistake. */
const WIDEST = 16_384;

/** One that is of length one already stays as it is, to the last bit. */
export function lengthOne(given: ArrayLike<unknown>, refused: (cause: string) => Error): Float32Array {
  if (given.length === 0) throw refused('a vector is missing');
  if (given.length > WIDEST) throw refused(`a vector has ${given.length} numbers`);
  const numbers = new Float64Array(given.length);
  let sum = 0;
  for (let at = 0; at < given.length; at += 1) {
    const value = given[at];
    if (typeof value !== 'number' || !Number.isFinite(value)) throw refused('a vector holds what is no number');
    numbers[at] = value;
    sum += value * value;
  }
  const length = Math.sqrt(sum);
  if (!(length > 0) || !Number.isFinite(length)) throw refused('a vector is of no length');
  return Float32Array.from(numbers, (value) => (Math.abs(length - 1) < 1e-5 ? value : value / length));
}
