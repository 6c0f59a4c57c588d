/** The caliper as SVG: percentages for positions, so that it fits any column. */
import { scoreWords } from '../figures.ts';
import { type Markup, markup } from './markup.ts';

type Range = { readonly low: number; readonly high: number | null } | null;
export type Hue = 'p' | 'c' | 'k' | 'b';

export function caliper(hue: Hue, score: number, interval: Range, name: string): Markup {
  // Without an interval the estimate stands alone: no band, no caps.
  const low = interval === null ? score : interval.low;
  const high = interval === null ? score : (interval.high ?? 100);
  const cap = (at: number) => markup`<line class="cap" x1="${percent(at)}" x2="${percent(at)}" y1="4" y2="14"/>`;
  return markup`<svg class="cal h${hue}" role="img" aria-label="${`${name} ${scoreWords(score, interval)}`}"><line class="track" x1="0" x2="100%" y1="9" y2="9"/><line class="mid" x1="50%" x2="50%" y1="3" y2="15"/><rect class="band" x="${percent(low)}" width="${percent(high - low)}" y="5" height="8"/>${interval && cap(low)}${
    interval && interval.high !== null && cap(high)
  }<line class="est" x1="${percent(score)}" x2="${percent(score)}" y1="1" y2="17"/></svg>`;
}

/** A lens without a score: hatched between square brackets, from its worst to its best possible value, no estimate line. */
export function possible(hue: 'p' | 'c', worst: number, best: number, name: string): Markup {
  const words = `${name} between ${Math.round(worst)} at worst and ${Math.round(best)} at best`;
  const bracket = (at: number, way: 1 | -1) =>
    markup`<svg x="${percent(at)}" y="0" width="8" height="18" overflow="visible"><path class="br" d="M${5 * way} 1H0V17H${5 * way}"/></svg>`;
  return markup`<svg class="cal h${hue}" role="img" aria-label="${words}"><line class="track" x1="0" x2="100%" y1="9" y2="9"/><line class="mid" x1="50%" x2="50%" y1="3" y2="15"/><rect class="open" x="${percent(worst)}" width="${percent(best - worst)}" y="4" height="10"/>${bracket(worst, 1)}${bracket(best, -1)}</svg>`;
}

function percent(value: number): string {
  return `${Math.round(Math.max(0, Math.min(100, value)) * 10) / 10}%`;
}
