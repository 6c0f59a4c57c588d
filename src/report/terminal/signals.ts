/** The three signals on a terminal; one that is not known yet says what would tell it. */
import type { Reading } from '#core/reading.ts';
import { shareWords } from '../figures.ts';
import { signalBecause } from '../signal-words.ts';
import { indent, padEnd, wrap } from './layout.ts';
import type { Paint, Screen } from './style.ts';

const NAME = 16;

export function signalLines(reading: Reading, screen: Screen, paint: Paint): string[] {
  const lines = reading.signals.flatMap(({ name, value, interval, because }) => {
    const said =
      value === null
        ? `Not known yet. ${signalBecause(because, reading)}`
        : `${shareWords(value, interval)}. ${because}`;
    const [first = '', ...rest] = wrap(said, screen.columns - NAME - 2).map((line) => paint('faint', line));
    return [padEnd(name, NAME) + first, ...indent(rest, NAME)];
  });
  return [paint('strong', 'THREE SIGNALS'), '', ...lines];
}
