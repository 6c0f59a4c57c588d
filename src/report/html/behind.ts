/** What is behind a figure: how it was measured, and the evidence as it was written. */
import type { Evidence } from '#core/evidence.ts';
import type { AuditReading } from '#core/reading.ts';
import { counted } from '#core/wording.ts';
import { auditFacts } from '../audit-words.ts';
import { dateWords } from '../figures.ts';
import { wordsOf } from '../words-of.ts';
import { type Markup, markup } from './markup.ts';
import { withCommands } from './with-commands.ts';

/** Evidence by id, as far as the store still holds it. */
export type EvidenceById = ReadonlyMap<string, Evidence>;

/** A report stays small enough to forward: this many cases a figure, the rest by `bifocal explain`. */
const CASES_SHOWN = 8;

export function behindAudit(audit: AuditReading, evidence: EvidenceById): Markup {
  // What does not apply has no figure, norm or cases to show: only why.
  if (audit.state === 'not-applicable') return markup`<div class="behind"><p>${withCommands(audit.because)}</p></div>`;
  const facts = auditFacts(audit).map(([word, says]) => markup`<dt>${word}</dt><dd>${withCommands(says)}</dd>`);
  return markup`<div class="behind"><p>${withCommands(audit.because)}</p><dl class="facts">${facts}</dl>${caseList(audit.evidence, audit.evidenceTotal, evidence, audit.id)}</div>`;
}

/** The first cases verbatim; how many more there are, and the command that shows them. */
export function caseList(ids: readonly string[], total: number, evidence: EvidenceById, audit: string | null): Markup {
  const rows = ids.slice(0, CASES_SHOWN).flatMap((id) => evidence.get(id) ?? []);
  const rest = total - rows.length;
  const more = audit === null ? null : markup` <code>bifocal explain ${audit} --of … --all</code>`;
  return markup`${rows.map(caseRow)}${rest > 0 && rows.length > 0 ? markup`<p class="fine">${counted(rest, 'more case')}.${more}</p>` : null}`;
}

function caseRow(row: Evidence): Markup {
  const where = [row.type, row.externalId.slice(0, 40), row.version, dateWords(new Date(row.at).toISOString())];
  const { text, said } = wordsOf(row);
  return markup`<div class="row"><p class="${said ? 'said sm' : 'fine'}">${text}</p><p class="meta">${where.filter((part) => part !== null).join(' · ')}</p></div>`;
}
