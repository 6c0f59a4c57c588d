/** Where changes began, on a terminal: at least solid, at most dotted, as the untraced part allows. */
import type { Reading } from '#core/reading.ts';
import { ORIGINS, originRows } from '../origin-words.ts';
import { padEnd, wrap } from './layout.ts';
import type { Paint, Screen } from './style.ts';

const NAME = 23;
/** As `at least 100 %, at most 100 %` takes. */
const WORDS = 31;
const TRACK = 30;

export function originLines({ origin }: Reading, screen: Screen, paint: Paint): string[] {
  const head = paint('strong', 'WHERE IT BEGAN');
  const rows = originRows(origin);
  if (rows === null)
    return [head, '', ...wrap(origin.because ?? '', screen.columns - 2).map((line) => paint('faint', line))];
  const [solid, soft, rest] = screen.ascii ? ['#', ':', '.'] : ['█', '░', '┈'];
  const track = Math.max(10, Math.min(TRACK, screen.columns - NAME - WORDS - 2));
  const lines = rows.map(({ key, atLeast, atMost, words }) => {
    const column = (share: number) => Math.round(share * track);
    const least = paint(ORIGINS[key].hue, solid.repeat(column(atLeast)));
    const most = paint('faint', soft.repeat(column(atMost) - column(atLeast)) + rest.repeat(track - column(atMost)));
    return `${padEnd(ORIGINS[key].name, NAME)}${least}${most}  ${words}`;
  });
  return [head, '', ...lines, ...wrap(origin.because ?? '', screen.columns - 2)];
}
