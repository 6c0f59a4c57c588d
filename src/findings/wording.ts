/** Numbers and dates in a finding's sentence. */
import { thousands } from '#core/wording.ts';

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** `eleven` up to twelve, digits above. */
export function inWords(n: number): string {
  return WORDS[n] ?? thousands(n);
}

export function short(sha: string): string {
  return sha.slice(0, 7);
}
