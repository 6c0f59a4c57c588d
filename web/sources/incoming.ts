/** The file that was handed over and is being looked at, wherever on the page it came from; and what was taken before. */
import { useSyncExternalStore } from 'react';

export interface Taken {
  readonly name: string;
  readonly words: string;
  readonly gathers: readonly string[];
}

let file: File | null = null;
const listeners = new Set<() => void>();

export function handOver(given: File | null): void {
  file = given;
  for (const listener of listeners) listener();
}

export function useIncoming(): File | null {
  return useSyncExternalStore(listen, () => file);
}

function listen(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function keyOf(product: string): string {
  return `bifocal-imports-${product}`;
}

/** Imports of this visit, the newest first, so that each can be taken back. */
export function takenBefore(product: string): readonly Taken[] {
  return JSON.parse(sessionStorage.getItem(keyOf(product)) ?? '[]') as Taken[];
}

export function keepTaken(product: string, taken: readonly Taken[]): void {
  sessionStorage.setItem(keyOf(product), JSON.stringify(taken));
  for (const listener of listeners) listener();
}
