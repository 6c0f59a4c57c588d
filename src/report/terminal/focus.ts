/** The year drawn: one column a week for making, telling and serving, and how deep each went. */
import type { FocusKind, Reading } from '#core/reading.ts';
import { columnsOf, hasUnknown, weekEnds, weeksSeen } from '../columns.ts';
import { dateWords, monthWords, shareWords } from '../figures.ts';
import { depthOf } from '../focus-words.ts';
import { fullBar, fullBarWords } from '../full-bar.ts';
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
  const ends = weekEnds(focus);
  const lines = [
    paint('strong', 'WHAT THE YEAR WENT INTO'),
    '',
    ...(['making', 'telling', 'serving'] as const).flatMap((kind) =>
      kindLines(kind, focus[kind], { deepest, ends }, screen, paint),
    ),
    ...axis(ends, paint),
  ];
  const full = deepest > 0 ? `A full bar is ${fullBarWords(deepest)} or more gone or replaced in a week. ` : '';
  const lean = leanWords(reading);
  const unknown = hasUnknown(focus, ends) ? `${sign(screen, 'unknown')} stands for a week that nobody looked at. ` : '';
  return [...lines, ...indent(wrap(`${unknown}${full}${lean}`, screen.columns - 2), 0)];
}

interface Drawn {
  readonly deepest: number;
  readonly ends: readonly string[];
}

function kindLines(kind: Kind, row: FocusKind, { deepest, ends }: Drawn, screen: Screen, paint: Paint): string[] {
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
  const columns = columnsOf(row, ends);
  const marks = columns.map((cell) => {
    if (cell === null) return paint('faint', sign(screen, 'unknown'));
    return cell.happened ? paint(HUES[kind], sign(screen, 'happened')) : paint('faint', sign(screen, 'quiet'));
  });
  const said = `${row.weeks} ${weeksSeen(row, ends.length)}`;
  const depth =
    row.depth === null ? (row.because ?? '') : `${shareWords(row.depth, row.interval)} ${depthOf(kind, row)}`;
  const lines = saidBeside(`${label}${marks.join('')}`, LABEL + ends.length, said, screen, paint);
  if (row.cells.some((cell) => cell.depth !== null))
    lines.push(' '.repeat(LABEL) + bars(columns, deepest, HUES[kind], screen, paint));
  const words = [row.basis, depth].filter((part) => part !== '').join(row.depth === null ? '. ' : '; ');
  return [
    ...lines,
    ...wrap(words, screen.columns - LABEL - 2).map((line) => ' '.repeat(LABEL) + paint('faint', line)),
    '',
  ];
}

/** The count stands beside the weeks, or below them where it is too long. */
function saidBeside(drawn: string, width: number, said: string, screen: Screen, paint: Paint): string[] {
  if (width + 2 + said.length <= screen.columns) return [`${drawn}  ${paint('strong', said)}`];
  return [drawn, ' '.repeat(LABEL) + paint('strong', said)];
}

/** Depth a week, linear, the deepest of the year a full bar. */
function bars(
  columns: ReturnType<typeof columnsOf>,
  deepest: number,
  hue: 'product' | 'claim' | 'customer',
  screen: Screen,
  paint: Paint,
): string {
  const steps = screen.ascii ? PLAIN_BARS : BARS;
  const drawn = columns.map((cell) => {
    const depth = cell?.depth ?? 0;
    if (depth === 0 || deepest === 0) return ' ';
    return steps[Math.min(steps.length - 1, Math.floor((depth / deepest) * steps.length))] ?? ' ';
  });
  return paint(hue, drawn.join(''));
}

/** A month's name under the first week that ends in it, every second month. */
function axis(ends: readonly string[], paint: Paint): string[] {
  if (ends.length < 8) return [];
  let line = '';
  let month = '';
  let count = 0;
  ends.forEach((end, at) => {
    const words = monthWords(end);
    if (words === month) return;
    month = words;
    count += 1;
    if (count % 3 !== 1 || at < line.length || at + words.length > ends.length) return;
    line = padEnd(line, at) + words;
  });
  return [' '.repeat(LABEL) + paint('faint', line), ''];
}

function leanWords({ lean, at }: Reading): string {
  const range =
    lean.verdict === 'both' || lean.unit !== 'weeks' || lean.interval === null ? '' : rangeWords(lean.interval);
  return `${lean.because}${range} Read until ${dateWords(at)}.`;
}

/** Making less the other, in whole weeks, as somebody would say it. */
function rangeWords({ low, high }: NonNullable<Reading['lean']['interval']>): string {
  const [from, to] = [Math.round(low), Math.round(high ?? Number.POSITIVE_INFINITY)];
  if (!Number.isFinite(to) || from === to) return '';
  if (from > 0) return ` Chance counted in, it is ${from} to ${to} weeks.`;
  if (to < 0) return ` Chance counted in, it is ${-to} to ${-from} weeks.`;
  return ` Chance counted in, making has anything from ${weeksWords(from)} to ${weeksWords(to)}.`;
}

function weeksWords(weeks: number): string {
  if (weeks === 0) return 'just as many';
  return `${Math.abs(weeks)} ${weeks < 0 ? 'fewer' : 'more'}`;
}
