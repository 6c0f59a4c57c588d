/** The caliper: an interval on a track from 0 to 100, its estimate a cross, its norm a tick. */
import type { Interval } from '#core/observation.ts';
import { type Paint, type Screen, sign } from './style.ts';

type Range = Pick<Interval, 'low' | 'high'> | null;

/** One line of `width` signs; without an estimate only the track with its norm. */
export function caliper(
  screen: Screen,
  paint: Paint,
  hue: 'product' | 'customer' | 'claim' | 'bridge',
  width: number,
  score: number | null,
  interval: Range,
): string {
  const column = (value: number) => Math.max(0, Math.min(width - 1, Math.round((value / 100) * (width - 1))));
  const signs = Array.from({ length: width }, () => sign(screen, 'track'));
  signs[column(50)] = sign(screen, 'norm');
  if (score === null) return paint('faint', signs.join(''));
  const from = column(interval?.low ?? score);
  const to = column(interval?.high ?? 100);
  for (let at = from; at <= to; at += 1) signs[at] = sign(screen, 'thin');
  if (interval !== null) {
    signs[from] = sign(screen, 'left');
    if (interval.high !== null) signs[to] = sign(screen, 'right');
  }
  signs[column(score)] = sign(screen, 'cross');
  const drawn = signs.slice(from, to + 1).join('');
  return (
    paint('faint', signs.slice(0, from).join('')) + paint(hue, drawn) + paint('faint', signs.slice(to + 1).join(''))
  );
}

/** The band of a lens without a score: from its worst to its best possible value, no estimate. */
export function band(screen: Screen, paint: Paint, width: number, worst: number, best: number): string {
  const column = (value: number) => Math.max(0, Math.min(width - 1, Math.round((value / 100) * (width - 1))));
  const [from, to] = [column(worst), column(best)];
  const fill = screen.ascii ? '/' : '░';
  const signs = Array.from({ length: width }, (_, at) => (at > from && at < to ? fill : sign(screen, 'track')));
  signs[from] = '[';
  signs[to] = ']';
  if (column(50) < from || column(50) > to) signs[column(50)] = sign(screen, 'norm');
  return paint('faint', signs.join(''));
}
