/** A reading as a terminal shows it: the verdict in a sentence, the weeks, the map, the questions, the steps. */
import type { Reading } from '#core/reading.ts';
import { DAY } from '#core/time.ts';
import { thousands } from '#core/wording.ts';
import { saidAlone } from '../alone-words.ts';
import { dateWords } from '../figures.ts';
import { NOBODY, type Onlooker } from '../onlooker.ts';
import { guessWords } from '../place-words.ts';
import { restsOn } from '../rests-on.ts';
import { bridgeLines } from './bridge.ts';
import { findingsLines } from './findings.ts';
import { focusLines } from './focus.ts';
import { beside, indent, padEnd, widthOf, wrap } from './layout.ts';
import { besideLines, lensesLines } from './lenses.ts';
import { loopLines } from './loop.ts';
import { mapLines } from './map.ts';
import { originLines } from './origin.ts';
import { signalLines } from './signals.ts';
import { type Paint, paintFor, plain, type Screen } from './style.ts';
import { sureLines } from './sure.ts';

/** From this width the steps stand beside how sure they are. */
const WIDE = 110;
const GUTTER = 4;

export function renderTerminal(reading: Reading, screen: Screen, onlooker: Onlooker = NOBODY): string {
  const paint = paintFor(screen);
  const inner: Screen = { ...screen, columns: Math.min(screen.columns, 120) - 2 };
  const parts = [
    headLines(reading, inner, paint, onlooker),
    ...aloneLines(reading, inner, paint),
    findingsLines(reading, inner, paint),
    focusLines(reading, inner, paint),
    loopLines(reading, inner, paint),
    mapLines(reading, onlooker.guess, inner, paint),
    lensesLines(reading, inner, paint),
    originLines(reading, inner, paint),
    signalLines(reading, inner, paint),
    besideLines(reading, inner, paint),
    closing(reading, inner, paint),
    footLines(reading, inner, paint),
  ].filter((lines) => lines.length > 0);
  const lines = parts.flatMap((part, at) => (at === 0 ? part : ['', ...part]));
  return plain(screen, `${indent(lines, 1).join('\n').replace(/[ ]+$/gm, '')}\n`);
}

function headLines(reading: Reading, screen: Screen, paint: Paint, { guess, today }: Onlooker): string[] {
  const name = paint('strong', reading.product.name);
  const day = `reading of ${dateWords(reading.at)}`;
  const gap = Math.max(2, screen.columns - widthOf(name) - day.length - 1);
  return [
    `${name}${' '.repeat(gap)}${paint('faint', day)}`,
    ...wrap(restsOn(reading), screen.columns - 2).map((line) => paint('faint', line)),
    ...silentFor(reading.at, today).map((line) => paint('faint', line)),
    ...(guess === null ? [] : [guessWords(guess)]),
    '',
    ...wrap(reading.focus.sentence, screen.columns - 2).map((line) => paint('strong', line)),
  ];
}

/** Where voices are all there is, what they say comes first. */
function aloneLines(reading: Reading, screen: Screen, paint: Paint): string[][] {
  return saidAlone(reading).map(({ head, quotes }) => [
    paint('strong', head.toUpperCase()),
    '',
    ...quotes.flatMap(({ text, when }) => [
      ...wrap(`“${text}”`, screen.columns - 4).map((line) => `  ${line}`),
      paint('faint', `    ${when}`),
    ]),
  ]);
}

/** A quarter of a year without a word is worth saying; less is a holiday. */
const SILENT_DAYS = 90;

function silentFor(at: string, today: number | null): string[] {
  const days = today === null ? 0 : Math.floor((today - Date.parse(at)) / DAY);
  return days < SILENT_DAYS ? [] : [`Nothing newer is known: that is ${thousands(days)} days before today.`];
}

function closing(reading: Reading, screen: Screen, paint: Paint): string[] {
  if (screen.columns < WIDE) return [...bridgeLines(reading, screen, paint), '', ...sureLines(reading, screen, paint)];
  const half = Math.floor((screen.columns - GUTTER) / 2);
  const left = bridgeLines(reading, { ...screen, columns: half + 2 }, paint);
  const right = sureLines(reading, { ...screen, columns: screen.columns - half - GUTTER + 2 }, paint);
  return beside(left, right, half + GUTTER);
}

function footLines({ method, bridge, audits }: Reading, screen: Screen, paint: Paint): string[] {
  const closer = bridge.actions[0]?.targets ?? audits[0]?.id ?? 'release-cadence';
  const left = `Look closer: bifocal explain ${closer}`;
  const right = `method ${method.version}; same input, same reading`;
  if (left.length + right.length + 3 > screen.columns) return [left, right].map((line) => paint('faint', line));
  return [paint('faint', `${padEnd(left, screen.columns - right.length - 1)}${right}`)];
}
