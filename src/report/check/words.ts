/** A check in words for a terminal: why in one line, then each place with what stands there. */
import { type Check, type CheckFinding, placeOf, unseenOf } from '#core/check.ts';
import { wrap } from '../terminal/layout.ts';
import { paintFor, plain, type Screen } from '../terminal/style.ts';

const NOTES_SHOWN = 8;
const WIDEST = 100;

export function checkWords(check: Check, all: boolean, screen: Screen): string {
  const paint = paintFor(screen);
  const width = Math.min(WIDEST, screen.columns) - 2;
  const block = (text: string, by: number) => wrap(text, width - by).map((line) => `${' '.repeat(by)}${line}`);
  const told = (found: CheckFinding) => [
    // A name of a file may hold anything but a slash.
    paint('strong', placeOf(found).replace(/\p{Cc}/gu, '?')),
    ...(found.quote === null ? [] : block(`“${found.quote.replace(/\s+/g, ' ').trim()}”`, 2)),
    ...block(found.says, 2),
    ...block(found.step, 2).map((line) => paint('faint', line)),
    '',
  ];
  const shown = all ? check.notes : check.notes.slice(0, NOTES_SHOWN);
  const lines = [
    ...wrap(check.why.replace(/\p{Cc}/gu, '?'), width).map((line) => paint('strong', line)),
    '',
    ...check.gates.flatMap(({ says, verdict }) => block(`${verdict}: ${says}`, 0)),
    ...(check.gates.length > 0 ? [''] : []),
    ...check.failures.flatMap(told),
    ...(shown.length === 0 ? [] : [paint('strong', 'Notes: they fail nothing'), '']),
    ...shown.flatMap(told),
    ...(check.notes.length > shown.length
      ? [`${check.notes.length - shown.length} more notes: bifocal check --all`, '']
      : []),
    ...unseenOf(check).flatMap((words) => block(words, 0)),
  ];
  while (lines.at(-1) === '') lines.pop();
  return `${lines.map((line) => plain(screen, ` ${line}`.trimEnd())).join('\n')}\n`;
}
