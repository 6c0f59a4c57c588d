/** Up to three things the reader may not know, each with its date, its words and one step. */
import type { Reading } from '#core/reading.ts';
import { counted } from '#core/wording.ts';
import { dateWords } from '../figures.ts';
import { indent, wrap } from './layout.ts';
import { type Paint, type Screen, sign } from './style.ts';

const HEADS = ['', 'ONE THING YOU MAY NOT KNOW', 'TWO THINGS YOU MAY NOT KNOW', 'THREE THINGS YOU MAY NOT KNOW'];

export function findingsLines({ findings, findingsBecause }: Reading, screen: Screen, paint: Paint): string[] {
  if (findings.length === 0) return findingsBecause === null ? [] : [paint('faint', findingsBecause)];
  const head = HEADS[findings.length] ?? `${findings.length} THINGS YOU MAY NOT KNOW`;
  const lines = findings.flatMap((finding) => ['', ...findingLines(finding, screen, paint)]);
  return [paint('strong', head), ...lines];
}

function findingLines(finding: Reading['findings'][number], screen: Screen, paint: Paint): string[] {
  const people = finding.people === null ? '' : `, ${counted(finding.people, 'person', 'people')}`;
  const when = paint('faint', `${dateWords(finding.at)}${people}`);
  const [first = '', ...rest] = wrap(finding.sentence, screen.columns - 4);
  const quotes = finding.quotes.flatMap(({ text, where }) =>
    text === null
      ? []
      : [
          ...indent(wrap(`“${text}”`, screen.columns - 8), 4),
          ...indent(wrap(where, screen.columns - 10), 6).map((line) => paint('faint', line)),
        ],
  );
  return [
    `${sign(screen, 'bullet')} ${paint('strong', first)}`,
    ...indent(
      rest.map((line) => paint('strong', line)),
      2,
    ),
    ...indent([when], 4),
    ...quotes,
    ...indent(wrap(finding.step, screen.columns - 6), 4).map((line) => paint('bridge', line)),
  ];
}
