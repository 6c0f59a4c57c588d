/** Which answers are as things stood before: the server finds them anew meanwhile, and says by which job. */
import { useSyncExternalStore } from 'react';

export interface Stood {
  /** Until when it stood. */
  readonly at: string;
  readonly job: string;
}

/** By address, without what was asked with it. */
const stood = new Map<string, Stood>();
const listeners = new Set<() => void>();

export function noteStood(path: string, headers: Headers): void {
  const [address = path] = path.split('?', 1);
  const [at, job] = [headers.get('bifocal-stood'), headers.get('bifocal-job')];
  const before = stood.get(address);
  if (at !== null && job !== null) {
    if (before?.job !== job) tell(() => stood.set(address, { at, job }));
  } else if (before !== undefined) tell(() => stood.delete(address));
}

/** Whatever a job made anew is asked for again. */
export function madeAnew(job: string): void {
  tell(() => {
    for (const [address, one] of stood) if (one.job === job) stood.delete(address);
  });
}

/** Of a product, what was noted first; null where all is as everything is now. */
export function useStood(product: string): Stood | null {
  return useSyncExternalStore(listen, () => {
    for (const [address, one] of stood) if (address.startsWith(`/products/${product}/`)) return one;
    return null;
  });
}

function tell(change: () => void): void {
  change();
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
