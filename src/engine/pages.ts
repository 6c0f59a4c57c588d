/** The pages that explain audits: the same Markdown that the reference is made of. */
import { readFile } from 'node:fs/promises';
import { AUDITS } from '#audits/registry.ts';
import { QUESTIONS } from '#core/audit.ts';

export interface Topics {
  readonly audits: readonly { readonly id: string; readonly question: string; readonly answers: string | null }[];
  readonly questions: readonly { readonly id: string; readonly question: string; readonly lens: string }[];
}

export function topics(): Topics {
  return {
    audits: AUDITS.map(({ id, question, answers }) => ({ id, question, answers })),
    questions: Object.entries(QUESTIONS).map(([id, { question, lens }]) => ({ id, question, lens })),
  };
}

/** The audit's own page, with the figures it declares; null when there is no such audit. */
export async function auditPage(id: string): Promise<string | null> {
  const audit = AUDITS.find((one) => one.id === id);
  if (!audit) return null;
  const page = await readFile(new URL(`../audits/${id}/${id}.md`, import.meta.url), 'utf8');
  const guard = `Kept honest by: ${audit.guardedBy}.`;
  return `${page.trimEnd()}\n\n## Its norm\n\n${audit.norm} A figure needs ${audit.minN} cases. ${guard} Method ${audit.id} ${audit.version}.\n`;
}
