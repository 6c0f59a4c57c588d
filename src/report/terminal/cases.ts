/** The cases behind a figure on a terminal: each as it was written, with its date and address. */
import type { Evidence } from '#core/evidence.ts';
import type { AuditReading } from '#core/reading.ts';
import { counted } from '#core/wording.ts';
import { dateWords, noneBecause, valueWords } from '../figures.ts';
import { wordsOf } from '../words-of.ts';
import { indent, wrap } from './layout.ts';
import { paintFor, plain, type Screen } from './style.ts';

interface Cases {
  readonly product: string;
  readonly at: string;
  readonly audit: AuditReading;
  readonly cases: readonly Evidence[];
}

export function renderCases({ product, at, audit, cases }: Cases, shown: number, screen: Screen): string {
  const paint = paintFor(screen);
  const width = Math.min(screen.columns, 100) - 4;
  const figure = audit.value === null ? audit.because : valueWords(audit.value, audit.unit, audit.interval);
  const rest = cases.length - shown;
  const lines = [
    paint('strong', audit.question),
    ...wrap(audit.because ?? '', width),
    '',
    ...facts(audit, figure, product, at).flatMap(([name, value]) => indent(wrap(`${name}: ${value}`, width), 2)),
    '',
    ...cases
      .slice(0, shown)
      .flatMap((row) => [
        ...caseLines(row, width).map((line, first) => (first === 0 ? line : paint('faint', line))),
        '',
      ]),
    ...(rest > 0 ? [paint('faint', `${counted(rest, 'more case')}: add --all`)] : []),
  ];
  return plain(screen, `${indent(lines, 1).join('\n').trimEnd()}\n`);
}

function facts(audit: AuditReading, figure: string | null, product: string, at: string): [string, string][] {
  return [
    ['of', `${product}, reading of ${dateWords(at)}`],
    ['figure', figure ?? 'none'],
    ['enough?', `${audit.n ?? 0}, and ${audit.minN} would do`],
    [
      'interval',
      audit.interval === null ? noneBecause(audit) : `${audit.interval.method}, ${audit.interval.level * 100} %`,
    ],
    ['kept honest by', audit.guardedBy],
  ];
}

function caseLines(row: Evidence, width: number): string[] {
  const { text, said } = wordsOf(row);
  const [first = '', ...rest] = wrap(said ? `“${text}”` : text, width);
  const where = [row.type, row.externalId.slice(0, 60), row.version, dateWords(new Date(row.at).toISOString())];
  return [first, ...rest, ...indent([where.filter((part) => part !== null).join(' · ')], 2)];
}
