/** How sure a reading is: what it rests on, what is missing, and how far it hangs on weights. */
import { QUESTIONS, type QuestionId } from '#core/audit.ts';
import type { Reading } from '#core/reading.ts';
import { thousands } from '../figures.ts';
import { indent, wrap } from './layout.ts';
import { type Paint, type Screen, sign } from './style.ts';

export function sureLines(reading: Reading, screen: Screen, paint: Paint): string[] {
  const { sensitivity, lenses, soreThumb, missing } = reading;
  const same =
    sensitivity.samePlace === null
      ? sensitivity.because
      : `The side of the norm stays the same in ${thousands(sensitivity.samePlace)} of ${thousands(sensitivity.draws)} random weightings.`;
  const lowest = [lenses.product.lowest, lenses.customer.lowest]
    .flatMap((id) => (id === null ? [] : QUESTIONS[id as QuestionId].question))
    .join(' · ');
  const told = [
    soreThumb.question === null ? soreThumb.sentence : `The sore thumb: ${soreThumb.sentence}`,
    same,
    lowest === '' ? null : `Lowest question: ${lowest}`,
    ...changeWords(reading),
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

function changeWords({ audits }: Reading): string[] {
  return audits
    .filter(({ change }) => change?.verdict === 'up' || change?.verdict === 'down')
    .map(({ question, change }) => `${question} It went ${change?.verdict} within the year.`);
}
