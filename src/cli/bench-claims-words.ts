/** The words of `bench claims`. */
import { thousands } from '#core/wording.ts';
import type { ClaimsBench, Score } from '#engine/bench/claims.ts';

export function claimsWords({ halves, lost }: ClaimsBench): string[] {
  const lines = halves.flatMap((one) => [
    `${one.half === '' ? 'All' : one.half}: ${thousands(one.sentences)} sentences of ${thousands(one.products)} products, ${thousands(one.claims)} of them claims.`,
    `  Found         ${scoreWords(one.found)}`,
    `  Word list     ${scoreWords(one.wordList)}`,
    `  Everything    ${scoreWords(one.everything)}`,
    `  Class right   ${one.classes.right} of ${one.classes.of} found; always “capability”: ${one.classes.alwaysCapability}`,
  ]);
  return lost === 0 ? lines : [...lines, `${thousands(lost)} labelled spans fit no sentence, and count as not found.`];
}

function scoreWords({ precision, recall, f1 }: Score): string {
  return `precision ${precision.toFixed(3)}   recall ${recall.toFixed(3)}   F1 ${f1.toFixed(3)}`;
}
