/** `bifocal explain`: what a figure, a question or an error means, and the cases behind a figure. */
import { BifocalError, ERRORS, type ErrorCode } from '#core/errors.ts';
import { casesOf } from '#engine/cases.ts';
import { auditPage, topics } from '#engine/pages.ts';
import { resolveTarget } from '#engine/target.ts';
import { renderCases } from '#report/terminal/cases.ts';
import { renderPage } from '#report/terminal/page.ts';
import type { Asked } from './arguments.ts';
import type { Terminal } from './terminal.ts';
import { withStore } from './with-store.ts';

export async function explainCommand(asked: Asked, terminal: Terminal): Promise<number> {
  const [topic] = asked.targets;
  if (topic === undefined) return list(asked, terminal);
  if (typeof asked.flags.of === 'string') return cases(topic, asked.flags.of, asked, terminal);
  const page = (await auditPage(topic)) ?? questionPage(topic) ?? errorPage(topic);
  if (page === null) throw new BifocalError('UNKNOWN_TOPIC', { topic });
  terminal.print(
    asked.flags.json === true ? `${JSON.stringify({ topic, page })}\n` : renderPage(page, terminal.screen),
  );
  return 0;
}

function list(asked: Asked, terminal: Terminal): number {
  const { audits, questions } = topics();
  if (asked.flags.json === true) {
    terminal.print(`${JSON.stringify({ audits, questions, errors: Object.keys(ERRORS) }, null, 2)}\n`);
    return 0;
  }
  const lines = [
    '# Figures',
    '',
    ...audits.map(({ id, question }) => `- ${id}: ${question}`),
    '',
    '# Questions',
    '',
    ...questions.map(({ id, question }) => `- ${id}: ${question}`),
    '',
    '# Errors',
    '',
    ...Object.keys(ERRORS).map((code) => `- ${code}`),
  ];
  terminal.print(renderPage(lines.join('\n'), terminal.screen));
  return 0;
}

function questionPage(topic: string): string | null {
  const { audits, questions } = topics();
  const found = questions.find(({ id }) => id === topic);
  if (!found) return null;
  const answering = audits.filter(({ answers }) => answers === topic);
  const by =
    answering.length === 0
      ? 'Nothing answers it yet from what can be read.'
      : answering.map(({ id, question }) => `- ${id}: ${question}`).join('\n');
  return `# ${found.question}\n\nOne of the four questions of the ${found.lens} lens. It counts once, however many figures answer it.\n\n${by}\n`;
}

function errorPage(topic: string): string | null {
  const code = topic.toUpperCase() as ErrorCode;
  const error = Object.hasOwn(ERRORS, code) ? ERRORS[code] : undefined;
  if (!error) return null;
  return `# ${code}\n\n${error.message}\n\nWhat to do: ${error.hint}\n\nThe command ends with exit code ${error.exit}.\n`;
}

async function cases(topic: string, of: string, asked: Asked, terminal: Terminal): Promise<number> {
  const target = await resolveTarget(of, terminal.cwd);
  const found = await withStore(asked, terminal, (store) => casesOf(store, target, topic));
  if (found === null) throw new BifocalError('UNKNOWN_TOPIC', { topic });
  const shown = asked.flags.all === true ? found.cases.length : 10;
  terminal.print(
    asked.flags.json === true ? `${JSON.stringify(found, null, 2)}\n` : renderCases(found, shown, terminal.screen),
  );
  return 0;
}
