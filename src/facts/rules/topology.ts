/** Puts a history in order: parents before children, and otherwise as the rows came. */

export interface Placed {
  /** Row at each place. */
  readonly order: readonly number[];
  /** Place of each row. */
  readonly placeOf: Int32Array;
}

/** Depth first with its own stack: histories are deeper than a call stack. Clock skew may bring a child before its parent. */
export function parentsFirst(parents: readonly (readonly number[])[]): Placed {
  const placeOf = new Int32Array(parents.length).fill(-1);
  const opened = new Uint8Array(parents.length);
  const order: number[] = [];
  const stack: number[] = [];
  for (let row = 0; row < parents.length; row += 1) {
    stack.push(row);
    while (stack.length > 0) {
      const top = stack[stack.length - 1] as number;
      if (placeOf[top] !== -1) {
        stack.pop();
        continue;
      }
      if (opened[top] === 1) {
        placeOf[top] = order.push(top) - 1;
        stack.pop();
        continue;
      }
      opened[top] = 1;
      const known = parents[top] as readonly number[];
      for (let each = known.length - 1; each >= 0; each -= 1) {
        const parent = known[each] as number;
        if (opened[parent] === 0) stack.push(parent);
      }
    }
  }
  return { order, placeOf };
}
