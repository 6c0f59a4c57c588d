/** One reference page for each audit: the page of its folder, and below it the figures that the audit declares. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Audit, QUESTIONS } from '#core/audit.ts';
import type { Curve, Estimate } from '#core/observation.ts';
import { type GeneratedFile, HEADER, unitsIn } from './generated-file.ts';
import { movedPage } from './page-links.ts';

export async function auditPages(root: string): Promise<GeneratedFile[]> {
  const pages: GeneratedFile[] = [];
  const listed: Audit[] = [];
  for (const id of unitsIn(root, 'src/audits')) {
    const folder = `src/audits/${id}`;
    const { default: audit } = (await import(pathToFileURL(join(root, folder, `${id}.ts`)).href)) as { default: Audit };
    listed.push(audit);
    const own = join(root, folder, `${id}.md`);
    // A folder without its page is the page guard's to report; the reference can be made without it.
    if (!existsSync(own)) continue;
    const path = `docs/reference/audits/${id}.md`;
    const page = movedPage(readFileSync(own, 'utf8'), `${folder}/${id}.md`, path);
    pages.push({ path, text: `<!-- ${HEADER} -->\n\n${page.trimEnd()}\n\n${declared(audit)}` });
  }
  return [...pages, { path: 'docs/reference/audits/README.md', text: list(listed) }];
}

function list(audits: readonly Audit[]): string {
  const rows = audits.map(
    (audit) => `| [${audit.id}](${audit.id}.md) | ${audit.question} | ${lensOf(audit)} | ${answers(audit)} |`,
  );
  return [
    `<!-- ${HEADER} -->`,
    '',
    '# Audits',
    '',
    'Each asks one question of the evidence. `bifocal explain <audit>` shows the same page.',
    '',
    '| audit | question | lens | answers |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function declared(audit: Audit): string {
  const rows: [string, string][] = [
    ['Question', audit.question],
    ['Lens', lensOf(audit)],
    ['Answers', answers(audit)],
    ['Facts', audit.facts.map((fact) => `\`${fact}\``).join(', ')],
    ['Unit', audit.unit],
    ['Estimate', estimate(audit.estimate)],
    ['Fewest cases for a figure', String(audit.minN)],
    ['Curve', curve(audit.curve)],
    ['Norm', audit.norm],
    ['Guarded by', audit.guardedBy],
    ['Only with', audit.deep ? '`--deep`' : 'nothing more'],
    ['Method', `${audit.id} ${audit.version}`],
  ];
  return [
    '## What it declares',
    '',
    '| | |',
    '|---|---|',
    ...rows.map(([what, as]) => `| ${what} | ${cell(as)} |`),
    '',
  ].join('\n');
}

function lensOf({ lens }: Audit): string {
  return lens.slice(0, 1).toUpperCase() + lens.slice(1);
}

function answers({ answers: question }: Audit): string {
  return question === null ? 'none; shown, never averaged' : QUESTIONS[question].question;
}

function estimate(of: Estimate): string {
  switch (of.of) {
    case 'km-at':
      return `share ended within ${of.at} days, by Kaplan–Meier`;
    case 'km-survival':
      return `share still alive after ${of.at} days, by Kaplan–Meier`;
    case 'km-median':
      return 'median wait, by Kaplan–Meier';
    default:
      return of.of;
  }
}

function curve(given: Curve | null): string {
  if (given === null) return 'none: it is shown without a score';
  if (given.kind === 'log-normal') {
    return `log-normal: ${given.p10} scores 90, ${given.median} scores 50; ${given.better} is better`;
  }
  return `straight lines between ${given.knots.map(([value, score]) => `${value} → ${score}`).join(', ')}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
