/** The heading of the findings, and who speaks in their quotes, in words that every face shares. */
import type { Evidence } from '#core/evidence.ts';

const HEADS = [
  'Nothing stands out',
  'One thing you may not know',
  'Two things you may not know',
  'Three things you may not know',
];

export function findingsHead(count: number): string {
  return HEADS[count] ?? `${count} things you may not know`;
}

/** Customers, makers, what the brand says; null for whoever else. */
export type Speaker = 'customer' | 'product' | 'claim' | null;

export function speakerOf(kind: Evidence['kind'] | undefined): Speaker {
  if (kind === 'feedback') return 'customer';
  return kind === 'document' ? 'claim' : kind === 'change' || kind === 'release' ? 'product' : null;
}
