/** A closed round as rows: its figures for any round, single answers only where names were shown to all who took part. */
import { BifocalError } from '#core/errors.ts';
import { PARTS, type Released, type ReleasedGroup, type Scale, type Share } from '#core/mirror.ts';

type Row = Readonly<Record<string, string | number | null>>;

/** One row for each group and figure; nothing that the page does not show. */
export function figureRows({ round, groups }: Released): Row[] {
  return groups.flatMap((group) =>
    [...figuresOf(group)].map(([question, figure]) => ({
      round: round.name,
      group: group.group,
      question,
      ...numbers(figure),
    })),
  );
}

/** Rejects with ROUND_ANONYMOUS. Customers are anonymous in every round. */
export function answerRows({ round, named }: Released): Row[] {
  if (round.kind === 'anonymous') throw new BifocalError('ROUND_ANONYMOUS', { round: round.name });
  return named.map(({ role, name, answers }) => ({
    ...{ round: round.name, role, name },
    ...Object.fromEntries(PARTS.map((part) => [`doing.${part}`, answers.doing?.[part] ?? null])),
    ...{ why: answers.why ?? null, whom: answers.whom?.join(';') ?? null, right: answers.right ?? null },
    ...{ missed: answers.missed ?? null, closer: answers.closer ?? null },
    ...{ 'place.product': answers.place?.product ?? null, 'place.customer': answers.place?.customer ?? null },
  }));
}

export function csvOf(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => columns.map((column) => cellOf(row[column] ?? null)).join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}

function* figuresOf(group: ReleasedGroup): Generator<readonly [string, Scale | Share]> {
  for (const part of PARTS) if (group.doing) yield [`doing.${part}`, group.doing[part]];
  if (group.right) yield ['right', group.right];
  if (group.missed) yield ['missed', group.missed];
  if (group.would) yield ['very disappointed', group.would];
  if (group.place)
    yield* [['place.product', group.place.product] as const, ['place.customer', group.place.customer] as const];
}

function numbers(figure: Scale | Share): Row {
  if (figure.state === 'too-few') return { state: 'too few', n: null, value: null, low: null, high: null };
  if (figure.state === 'alike') return { state: 'nearly all alike', n: figure.n, value: null, ...figure.between };
  const value = 'mean' in figure ? figure.mean : figure.count;
  return { state: 'shown', n: figure.n, value, low: figure.interval.low, high: figure.interval.high };
}

/** What a spreadsheet would work out comes behind an apostrophe, as in every export. */
function cellOf(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r\n']/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text;
}
