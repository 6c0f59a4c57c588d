/** How sure a reading is: what it rests on, what is missing, and how far it hangs on weights. */
import type { Reading } from '#core/reading.ts';
import { knownUntil, lowestWords, movedWords, weightingWords } from '../sure-words.ts';
import { indent, wrap } from './layout.ts';
import { type Paint, type Screen, sign } from './style.ts';

export function sureLines(reading: Reading, screen: Screen, paint: Paint): string[] {
  const { soreThumb, missing } = reading;
  const lowest = lowestWords(reading);
  const told = [
    soreThumb.question === null ? soreThumb.sentence : `The sore thumb: ${soreThumb.sentence}`,
    weightingWords(reading),
    lowest === '' ? null : `Lowest question: ${lowest}`,
    ...movedWords(reading),
    `Known until: ${knownUntil(reading)}.`,
    'Intervals are 95 %.',
  ].filter((part) => part !== null);
  return [
    paint('strong', 'HOW SURE?'),
    '',
    ...told.flatMap((part) => wrap(part, screen.columns - 2)),
    ...(missing.length === 0 ? [] : ['', paint('strong', 'NOT READ')]),
    ...missing.flatMap(({ because, remedy }) => {
      const [first = '', ...rest] = wrap(`${because} ${remedy}`, screen.columns - 4);
      return [`${sign(screen, 'bullet')} ${first}`, ...indent(rest, 2)];
    }),
  ];
}
