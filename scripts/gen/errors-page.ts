/** The reference page of errors, from the one table of them. */
import { ERRORS } from '#core/errors.ts';
import { type GeneratedFile, HEADER } from './generated-file.ts';

export function errorsPage(): GeneratedFile {
  const entries = Object.entries(ERRORS).map(([code, { exit, message, hint }]) =>
    [
      `## ${code}`,
      '',
      message === '{cause}' ? 'It says what was wrong with the command.' : message,
      '',
      `What to do: ${hint}`,
      '',
      `Exit code ${exit}.`,
      '',
    ].join('\n'),
  );
  return {
    path: 'docs/reference/errors.md',
    text: [
      `<!-- ${HEADER} -->`,
      '',
      '# Errors',
      '',
      'Every error has a code that is never renamed. Parts in braces are filled in. `bifocal explain <code>` shows the same.',
      '',
      ...entries,
    ].join('\n'),
  };
}
