/** Where changes began: at least is solid, at most ends dashed, the untraced part between is stippled. */
import type { Reading } from '#core/reading.ts';
import { counted, thousands } from '#core/wording.ts';
import { ORIGINS, type OriginRow, originRows } from '../origin-words.ts';
import { type Markup, markup } from './markup.ts';
import { withCommands } from './with-commands.ts';

const FILLS = { outside: 'var(--customer-2)', own: 'var(--product-2)', idea: 'var(--edge)' } as const;

export function originSection({ origin }: Reading): Markup {
  const rows = originRows(origin);
  if (rows === null) {
    return markup`<section aria-labelledby="origin"><h2 id="origin">Where it began</h2><div class="unlooked">${withCommands(origin.because)}</div></section>`;
  }
  return markup`<section aria-labelledby="origin"><h2 id="origin">Where it began</h2><p class="fine">${origin.because} Not scored: an idea nobody asked for is a bet.</p><div class="org">${whole(origin, rows)}${rows.map(row)}</div></section>`;
}

function whole({ outside, own, idea, untraced }: Reading['origin'], rows: readonly OriginRow[]): Markup {
  const all = (outside ?? 0) + (own ?? 0) + (idea ?? 0) + (untraced ?? 0);
  let from = 0;
  const parts = rows.map(({ key, atLeast }) => {
    const part = markup`<rect x="${percent(from)}" width="${percent(atLeast)}" y="1" height="22" fill="${FILLS[key]}"/>`;
    from += atLeast;
    return part;
  });
  const rest = 1 - from;
  // Words only where they fit into their part.
  const words =
    rest < 0.3
      ? null
      : markup`<text class="fogt" x="${percent(from + rest / 2)}" y="16.5" text-anchor="middle">untraced ${Math.round(rest * 100)} %</text>`;
  return markup`<div class="whole"><span class="fine">all ${counted(all, 'change')}</span><svg height="24" role="img" aria-label="${`${thousands(untraced ?? 0)} of ${thousands(all)} untraced`}">${parts}<rect x="${percent(from)}" width="${percent(rest)}" y="1" height="22" fill="url(#fog)"/><line class="est" x1="${percent(from)}" x2="${percent(from)}" y1="0" y2="24"/>${words}</svg></div>`;
}

function row({ key, atLeast, atMost, words }: OriginRow): Markup {
  return markup`<div><span class="w">${ORIGINS[key].name}</span><svg height="24" role="img" aria-label="${words}"><line class="base" x1="0" x2="100%" y1="12" y2="12"/><rect width="${percent(atLeast)}" y="5" height="14" fill="${FILLS[key]}"/><rect x="${percent(atLeast)}" width="${percent(atMost - atLeast)}" y="5" height="14" fill="url(#fog)"/><line class="least" x1="${percent(atLeast)}" x2="${percent(atLeast)}" y1="2" y2="22"/><line class="most" x1="${percent(atMost)}" x2="${percent(atMost)}" y1="4" y2="20"/></svg><small>${words}</small></div>`;
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}
