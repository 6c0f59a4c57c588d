/** What `bench links` says to a person. */

import { thousands } from '#core/wording.ts';
import type { Order, Taken } from '#engine/bench/link-scores.ts';
import type { LinksBench } from '#engine/bench/links.ts';
import { costWords, share } from './bench-words.ts';

export function linksWords(found: LinksBench): string {
  const { auto, baseline } = found;
  const what = 'asked' in found && found.asked === 'release notes' ? 'lines of release notes' : 'issues';
  const lines = [
    `${thousands(found.links)} known links of ${thousands(found.asks)} ${what}, each sought among ${thousands(found.commits)} commits. Every key is taken out first.`,
    ...(found.outside > 0 ? [`Left out, because one of both is not in its file: ${thousands(found.outside)}.`] : []),
    `${''.padEnd(24)}${'first'.padStart(7)}${'in ten'.padStart(8)}${'1/rank'.padStart(8)}`,
    row('Bifocal', found),
    row('  newer half', found.newer),
    ...(found.withoutResolution ? [row('  no resolution time', found.withoutResolution)] : []),
    row('Ten plain lines', baseline),
    ...(baseline.withoutResolution ? [row('  no resolution time', baseline.withoutResolution)] : []),
    takenWords(auto),
    costWords(found),
  ];
  return `${lines.map((line) => ` ${line}`).join('\n')}\n`;
}

function row(name: string, { pAt1, hitAt10, mrr }: Order): string {
  return `${name.padEnd(24)}${share(pAt1).padStart(7)}${share(hitAt10).padStart(8)}${share(mrr).padStart(8)}`;
}

function takenWords({ precision, recall, asks, taken, threshold }: Taken): string {
  if (precision === null) return 'Taken without asking    none: on the older half no probability was sure enough.';
  return `Taken without asking    ${thousands(taken)} links of the newer half: precision ${share(precision)}, recall ${share(recall)} of links, ${share(asks)} of issues (from ${share(threshold)} on).`;
}
