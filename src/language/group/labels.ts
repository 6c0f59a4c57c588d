/** Groups as numbers, one per member. */

/** How many there are, where they are numbered from 0. */
export function countOf(labels: Int32Array): number {
  return labels.reduce((most, label) => Math.max(most, label), -1) + 1;
}

/** Numbers from 0 in order of first appearance. */
export function renumbered(labels: Int32Array): Int32Array<ArrayBuffer> {
  const numbers = new Map<number, number>();
  return Int32Array.from(labels, (label) => {
    const known = numbers.get(label);
    if (known !== undefined) return known;
    numbers.set(label, numbers.size);
    return numbers.size - 1;
  });
}
