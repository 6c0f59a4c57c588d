/** Blocks of Markdown: folded evidence, tables, lists. */
import type { Evidence } from '#core/evidence.ts';
import type { AuditReading } from '#core/reading.ts';
import { counted } from '#core/wording.ts';
import { dateWords, noneBecause, valueWords } from '../figures.ts';
import { wordsOf } from '../words-of.ts';
import { prose, verbatim, withCommands } from './escape.ts';

export type EvidenceById = ReadonlyMap<string, Evidence>;

/** An issue or a pull request takes 65,536 characters: so few a figure, so short each, and the rest by `bifocal explain`. */
const CASES_SHOWN = 4;
const LONGEST = 160;

export function folded(summary: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  return [`<details><summary>${prose(summary)}</summary>`, '', ...lines, '', '</details>', ''];
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''];
}

/** A code span that also stays inside its cell of a table. */
export function cell(text: string): string {
  return verbatim(text).replaceAll('|', '\\|');
}

export function casesOf(ids: readonly string[], total: number, evidence: EvidenceById, audit: string): string[] {
  const rows = ids.slice(0, CASES_SHOWN).flatMap((id) => evidence.get(id) ?? []);
  const rest = total - rows.length;
  const more = rest > 0 ? [`- ${counted(rest, 'more', 'more')}: \`bifocal explain ${audit} --of … --all\``] : [];
  return [...rows.map(caseLine), ...more];
}

function caseLine(row: Evidence): string {
  const { text, said } = wordsOf(row);
  const where = [
    row.type,
    row.kind === 'change' ? row.externalId.slice(0, 10) : row.externalId.slice(0, 40),
    row.version,
  ].filter((part) => part !== null);
  const words = said ? verbatim(cut(text)) : prose(text);
  return `- ${words} — ${prose(where.join(' · '))}, ${dateWords(new Date(row.at).toISOString())}`;
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).trimEnd()} …`;
}

/** How a figure was made, and the first cases behind it. */
export function behind(audit: AuditReading, evidence: EvidenceById): string[] {
  const figure = audit.value === null ? 'none yet' : valueWords(audit.value, audit.unit, audit.interval);
  const method = audit.interval === null ? `interval: ${noneBecause(audit)}` : `interval: ${audit.interval.method}`;
  return folded(`${audit.question} ${figure}`, [
    withCommands(audit.because ?? ''),
    '',
    `- ${prose(`${audit.n ?? 0} cases, and ${audit.minN} would do; ${method}; method ${audit.method.id} ${audit.method.version}`)}`,
    `- ${prose(`its norm: ${audit.norm}`)}`,
    `- ${prose(`kept honest by ${audit.guardedBy}`)}`,
    ...casesOf(audit.evidence, audit.evidenceTotal, evidence, audit.id),
  ]);
}
