/** The year drawn: one column a week for making, telling and serving, and how deep each went. */
import type { FocusKind, Reading } from '#core/reading.ts';
import { dateWords, monthWords, shareWords } from '../figures.ts';
import { fullBar } from '../full-bar.ts';
import { indent, padEnd, wrap } from './layout.ts';
import { type Paint, type Screen, sign } from './style.ts';

const NAMES = { making: 'Making', telling: 'Telling', serving: 'Serving' } as const;
const HUES = { making: 'product', telling: 'claim', serving: 'customer' } as const;
type Kind = keyof typeof NAMES;

const LABEL = 10;
const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const PLAIN_BARS = ['.', '.', ':', ':', '=', '=', '#', '#'];

export function focusLines(reading: Reading, screen: Screen, paint: Paint): string[] {
  const { focus } = reading;
  const deepest = fullBar(focus);
  const lines = [
    paint('strong', 'WHAT THE YEAR WENT INTO'),
    '',
    ...(['making', 'telling', 'serving'] as const).flatMap((kind) =>
      kindLines(kind, focus[kind], deepest, screen, paint),
    ),
    ...axis(focus.making.cells.length > 0 ? focus.making : focus.telling, paint),
  ];
  const full = deepest > 0 ? `A full bar is ${shareWords(deepest, null)} or more gone or replaced in a week. ` : '';
  const lean = leanWords(reading);
  return [...lines, ...indent(wrap(`${full}${lean}`, screen.columns - 2), 0)];
}

function kindLines(kind: Kind, row: FocusKind, deepest: number, screen: Screen, paint: Paint): string[] {
  const label = padEnd(NAMES[kind], LABEL);
  if (row.state === 'not-collected') {
    const kept = `${sign(screen, 'kept')} ${row.because ?? 'Not looked at.'}`;
    return [
      ...wrap(kept, screen.columns - LABEL - 2).map(
        (line, at) => (at === 0 ? label : ' '.repeat(LABEL)) + paint('faint', line),
      ),
      '',
    ];
  }
  const marks = row.cells.map((cell) =>
    cell.happened ? paint(HUES[kind], sign(screen, 'happened')) : paint('faint', sign(screen, 'quiet')),
  );
  const said = `${row.weeks} of ${row.of} ${row.of === 1 ? 'week' : 'weeks'}`;
  const depth =
    row.depth === null
      ? (row.because ?? '')
      : `${shareWords(row.depth, row.interval)} of what stood a year ago is gone or replaced`;
  const lines = [`${label}${marks.join('')}  ${paint('strong', said)}`];
  if (row.cells.some((cell) => cell.depth !== null))
    lines.push(' '.repeat(LABEL) + bars(row, deepest, HUES[kind], screen, paint));
  const words = [row.basis, depth].filter((part) => part !== '').join(row.depth === null ? '. ' : '; ');
  return [
    ...lines,
    ...wrap(words, screen.columns - LABEL - 2).map((line) => ' '.repeat(LABEL) + paint('faint', line)),
    '',
  ];
}

/** Depth a week, linear, the deepest of the year a full bar. */
function bars(
  row: FocusKind,
  deepest: number,
  hue: 'product' | 'claim' | 'customer',
  screen: Screen,
  paint: Paint,
): string {
  const steps = screen.ascii ? PLAIN_BARS : BARS;
  const drawn = row.cells.map(({ depth }) => {
    if (depth === null || depth === 0 || deepest === 0) return ' ';
    return steps[Math.min(steps.length - 1, Math.floor((depth / deepest) * steps.length))] ?? ' ';
  });
  return paint(hue, drawn.join(''));
}

/** A month's name under the first week that ends in it, every second month. */
function axis(row: FocusKind, paint: Paint): string[] {
  if (row.cells.length < 8) return [];
  let line = '';
  let month = '';
  let count = 0;
  row.cells.forEach((cell, at) => {
    const words = monthWords(cell.to);
    if (words === month) return;
    month = words;
    count += 1;
    if (count % 3 !== 1 || at < line.length || at + words.length > row.cells.length) return;
    line = padEnd(line, at) + words;
  });
  return [' '.repeat(LABEL) + paint('faint', line), ''];
}

function leanWords({ lean, at }: Reading): string {
  const { interval } = lean;
  if (interval === null || lean.unit !== 'weeks') return `${lean.because} Read until ${dateWords(at)}.`;
  const range = `${signed(interval.low)} to ${interval.high === null ? 'open' : signed(interval.high)}`;
  return `${lean.because.replace(/\.$/, '')} (${range} weeks). Read until ${dateWords(at)}.`;
}

function signed(value: number): string {
  const rounded = Math.round(value);
  return rounded < 0 ? `−${-rounded}` : String(rounded);
}
