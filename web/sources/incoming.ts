/** The files that were handed over and are being looked at, wherever on the page they came from, one after the other. */
import { useSyncExternalStore } from 'react';

/** A file, and what is known of it beyond its content. */
export interface Handed {
  readonly file: File;
  /** The format, where whoever handed it over knows. */
  readonly as?: string;
}

let waiting: readonly Handed[] = [];
const listeners = new Set<() => void>();

function set(handed: readonly Handed[]): void {
  waiting = handed;
  for (const listener of listeners) listener();
}

export function handOver(files: Iterable<File>, as?: string): void {
  set([...waiting, ...[...files].map((file) => ({ file, ...(as !== undefined && { as }) }))]);
}

/** The first was looked at: the next one, please. */
export function next(): void {
  set(waiting.slice(1));
}

/** Others wait behind the one that is looked at. */
export function isMore(): boolean {
  return waiting.length > 0;
}

export function useIncoming(): Handed | null {
  return useSyncExternalStore(listen, () => waiting[0] ?? null);
}

function listen(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
