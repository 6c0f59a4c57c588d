/** A check as workflow commands of GitHub Actions: each becomes a mark beside its line in the pull request. */
import { type Check, type CheckFinding, unseenOf } from '#core/check.ts';

/**
 * Failures come first: GitHub shows ten errors and ten notices of a step. Everything printed is such a command, so that
 * nothing that others wrote can begin one.
 */
export function annotationsOf(check: Check): string {
  const lines = [
    ...check.failures.map((found) => command('error', found)),
    ...check.gates.flatMap(({ verdict, says }) =>
      verdict === 'fails' ? [`::error title=${property('Below the bar')}::${data(says)}`] : [],
    ),
    ...check.notes.map((found) => command('notice', found)),
    ...unseenOf(check).map((words) => `::warning title=Bifocal::${data(words)}`),
    `::notice title=Bifocal::${data(check.why)}`,
  ];
  return `${lines.join('\n')}\n`;
}

function command(level: 'error' | 'notice', { file, line, says, step, where, rule }: CheckFinding): string {
  const place = file === null ? [] : [`file=${property(file)}`, ...(line === null ? [] : [`line=${line}`])];
  const words = file === null && where !== null ? `${where}: ${says} ${step}` : `${says} ${step}`;
  return `::${level} ${[...place, `title=${property(rule)}`].join(',')}::${data(words)}`;
}

/** As the toolkit of GitHub Actions escapes the words of a command (packages/core/src/command.ts). */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
