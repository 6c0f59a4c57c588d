/** Figures in words: never more digits than the interval earns, a true minus, the interval in brackets. */
import type { Interval } from '#core/observation.ts';
import type { AuditReading } from '#core/reading.ts';

/** Loosely an interval as a reading prints it. */
type Range = Pick<Interval, 'low' | 'high'> | null;

/** `72 (65–79)`; the interval is left out when there is none. */
export function scoreWords(score: number, interval: Range): string {
  return `${whole(score)}${rangeWords(interval, whole)}`;
}

/** `41 % (32–52)`. */
export function shareWords(share: number, interval: Range): string {
  return `${percent(share)} %${rangeWords(interval, percent)}`;
}

/** `7.8 days (6–11)`, in the unit of an audit. */
export function valueWords(value: number, unit: string, interval: Range): string {
  if (unit === 'share') return shareWords(value, interval);
  const name = unit === 'days' ? (round(value) === '1' ? ' day' : ' days') : unit === 'count' ? '' : ` ${unit}`;
  return `${round(value)}${name}${rangeWords(interval, round)}`;
}

function rangeWords(interval: Range, words: (value: number) => string): string {
  if (interval === null) return '';
  const low = words(interval.low);
  const high = interval.high === null ? 'not reached' : words(interval.high);
  const joint = low.startsWith('−') || high.startsWith('−') || interval.high === null ? ' to ' : '–';
  return ` (${low}${joint}${high})`;
}

/** Two significant digits under ten, whole above. */
export function round(value: number): string {
  const size = Math.abs(value);
  const text = size < 9.95 ? String(Number(size.toFixed(1))) : String(Math.round(size));
  return value < 0 && text !== '0' ? `−${text}` : text;
}

function whole(value: number): string {
  return value < -0.5 ? `−${Math.round(-value)}` : String(Math.round(Math.abs(value)));
}

function percent(share: number): string {
  const hundred = share * 100;
  return hundred !== 0 && Math.abs(hundred) < 1 ? round(hundred) : whole(hundred);
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `28 February 2026` from `2026-02-28…`. */
export function dateWords(iso: string): string {
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** `Feb 2026` from `2026-02-28…`. */
export function monthWords(iso: string): string {
  return `${(MONTHS[Number(iso.slice(5, 7)) - 1] ?? '').slice(0, 3)} ${iso.slice(0, 4)}`;
}

/** Where no interval is given: why, as far as that is said. */
export function noneBecause({ unsure }: Pick<AuditReading, 'unsure'>): string {
  return unsure === undefined ? 'none' : `none. ${unsure}`;
}
