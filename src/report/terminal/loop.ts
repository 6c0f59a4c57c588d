/** The loop on a terminal: four stops clockwise, the line as heavy as the people on it, a dot for each who is lost. */
import type { Reading } from '#core/reading.ts';
import { counted, thousands } from '#core/wording.ts';
import {
  type Loss,
  loopHeading,
  loopOffer,
  loopSentence,
  lossesOf,
  peoplePerDot,
  type Round,
  roundOf,
  STOPS,
  wholeWay,
} from '../loop-words.ts';
import { indent, padEnd, padStart, wrap } from './layout.ts';
import { type Hue, type Paint, type Screen, sign } from './style.ts';

/** The ring is drawn this wide and takes its labels beside it; it fits 80 columns. */
const RING = 40;
const LABEL = 15;
const DOTS = 40;

export function loopLines(reading: Reading, screen: Screen, paint: Paint): string[] {
  const head = paint('strong', 'THE LOOP, IN PEOPLE');
  const round = roundOf(reading);
  if (round === null) {
    const { because, remedy } = loopOffer(reading);
    const words = wrap(`${because} ${remedy}`.trim(), screen.columns - 4);
    return [
      head,
      '',
      ...words.map((line, at) => (at === 0 ? `${sign(screen, 'kept')} ` : '  ') + paint('faint', line)),
    ];
  }
  return [
    head,
    ...wrap(`${loopHeading(round)}.`, screen.columns - 2).map((line) => paint('strong', line)),
    '',
    ...ring(round, screen, paint),
    '',
    ...losses(round, screen, paint),
    ...wrap(loopSentence(round), screen.columns - 2),
  ];
}

function ring(round: Round, screen: Screen, paint: Paint): string[] {
  const [asked, shipped, told, helped] = round.counts;
  const stop = (at: 0 | 1 | 2 | 3) => `${thousands(round.counts[at])} ${STOPS[at]}`;
  const post = sign(screen, 'post');
  const across = (hue: Hue, people: number) => paint(hue, weight(people, asked, 'across', screen).repeat(RING - 2));
  const side = (text: string) => {
    const left = padStart('', LABEL + 1);
    const room = RING - 2;
    const middle = padEnd(' '.repeat(Math.max(0, Math.floor((room - text.length) / 2))) + text, room);
    const back = paint('faint', screen.ascii ? ':' : '┊');
    return `${left}${back}${middle}${paint('product', weight(told === 0 ? 0 : told, asked, 'down', screen))}`;
  };
  const [way = '', share = ''] = wholeWay(round).split(': ');
  return [
    `${padStart(stop(0), LABEL)} ${post}${across('customer', shipped)}${post} ${stop(1)}`,
    side(''),
    side(way),
    side(share),
    side(''),
    `${padStart(stop(3), LABEL)} ${post}${across('bridge', helped)}${post} ${stop(2)}`,
  ];
}

/** Heavy for a third of those who asked or more, plain for fewer, a hairline for nobody. */
function weight(people: number, asked: number, way: 'across' | 'down', screen: Screen): string {
  const sort = people === 0 ? 0 : people * 3 < asked ? 1 : 2;
  const signs = { across: screen.ascii ? '.-=' : '┈─━', down: screen.ascii ? ':|#' : '┊│┃' };
  return signs[way].charAt(sort);
}

function losses(round: Round, screen: Screen, paint: Paint): string[] {
  const lost = lossesOf(round).filter(({ people, of }) => of > 0 && people > 0);
  const unit = peoplePerDot(Math.max(1, ...lost.map(({ people }) => people)), DOTS);
  const lines = lost.map((loss) => lossLine(loss, unit, screen, paint));
  const said = unit === 1 ? [] : indent([paint('faint', `One dot is ${counted(unit, 'person', 'people')}.`)], 2);
  return lines.length === 0 ? [] : [...lines, ...said, ''];
}

function lossLine({ people, of, words }: Loss, unit: number, screen: Screen, paint: Paint): string {
  const dots = sign(screen, 'person').repeat(Math.max(1, Math.round(people / unit)));
  const figure = `${padStart(thousands(people), 6)} of ${thousands(of)}`;
  return `${padEnd(figure, 16)}${padEnd(words, 16)}${paint('faint', dots)}`;
}
