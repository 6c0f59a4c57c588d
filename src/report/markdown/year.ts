/** The year in Markdown: a row for each kind of work, its weeks drawn and folded up one by one. */
import type { FocusKind, Reading } from '#core/reading.ts';
import { counted } from '#core/wording.ts';
import { columnsOf, weekEnds, weeksSeen } from '../columns.ts';
import { dateWords, shareWords } from '../figures.ts';
import { depthOf } from '../focus-words.ts';
import { wordsOf } from '../words-of.ts';
import { cell, type EvidenceById, folded, table } from './blocks.ts';
import { prose } from './escape.ts';

const KINDS = { making: 'Making', telling: 'Telling', serving: 'Serving' } as const;
type Kind = keyof typeof KINDS;
const LONGEST = 90;

export function yearBlock({ focus }: Reading, evidence: EvidenceById): string[] {
  const kinds = Object.keys(KINDS) as Kind[];
  const ends = weekEnds(focus);
  return [
    ...table(
      ['', 'weeks', 'how deep', 'week by week'],
      kinds.map((kind) => row(kind, focus[kind], ends)),
    ),
    ...kinds.flatMap((kind) => weeks(kind, focus[kind], evidence)),
  ];
}

function row(kind: Kind, work: FocusKind, ends: readonly string[]): string[] {
  if (work.state === 'not-collected') return [`**${KINDS[kind]}**`, 'not looked at', prose(work.because ?? ''), ''];
  const depth =
    work.depth === null ? (work.because ?? '') : `${shareWords(work.depth, work.interval)} ${depthOf(kind, work)}`;
  const drawn = columnsOf(work, ends).map((week) => (week === null ? '╌' : week.happened ? '▪' : '·'));
  const count = `${work.weeks} ${weeksSeen(work, ends.length)}`;
  return [`**${KINDS[kind]}** ${prose(work.basis)}`, `**${count}**`, prose(depth), `\`${drawn.join('')}\``];
}

function weeks(kind: Kind, { cells }: FocusKind, evidence: EvidenceById): string[] {
  const busy = cells.filter(({ happened }) => happened);
  if (busy.length === 0) return [];
  const rows = busy.map(({ to, changes, depth, evidence: ids }) => {
    const biggest = ids.flatMap((id) => evidence.get(id) ?? [])[0];
    return [
      dateWords(to),
      String(changes),
      depth === null ? '' : shareWords(depth, null),
      biggest === undefined ? '' : cell(wordsOf(biggest).text.slice(0, LONGEST)),
    ];
  });
  return folded(
    `${KINDS[kind]}: ${counted(busy.length, 'week')}`,
    table(['week until', 'how many', 'depth', 'the biggest'], rows),
  );
}
