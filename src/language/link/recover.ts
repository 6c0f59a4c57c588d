/** Links that nobody wrote down: which changes may have answered an ask, each with a calibrated probability. */

import { AmongOthers } from './among-others.ts';
import type { Asked, Changed } from './asked.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { headlineOf } from './terms.ts';
import { FIRST, SECOND } from './weights.ts';

export interface Recovered {
  readonly ask: number;
  readonly change: number;
  readonly probability: number;
}

/** Per ask, the likeliest first. The same input gives the same, whatever the order of others with equal likelihood. */
export function recoverLinks(asked: readonly Asked[], changed: readonly Changed[]): (readonly Recovered[])[] {
  const all = candidatesOf(asked, changed, FIRST);
  const among = new AmongOthers(all, changed, headlinesOf(changed));
  return all.map((own, at) => {
    const [constant, ...weights] = SECOND[asked[at]?.resolvedAt === null ? 1 : 0];
    const traits = among.traits(own);
    return own
      .map(({ ask, change }: Candidate, row) => {
        const odds = weights.reduce(
          (sum, weight, trait) => sum + weight * (traits[row]?.[trait] as number),
          constant as number,
        );
        return { ask, change, probability: 1 / (1 + Math.exp(-odds)) };
      })
      .sort((a, b) => b.probability - a.probability || a.change - b.change);
  });
}

export function headlinesOf(changed: readonly Changed[]): string[] {
  return changed.map(({ subject, body }) => headlineOf(subject, body).trim().toLowerCase());
}
