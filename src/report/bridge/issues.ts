/** Actions as issues for somebody to file: a CSV that GitLab imports, or one line each for `gh` or `glab`. Nothing is sent. */
import type { ActionTold } from '#core/action.ts';
import { actionMarkdown } from './markdown.ts';

/** GitLab's import takes the columns title, description and due_date. */
export function issuesCsv(actions: readonly ActionTold[]): string {
  const rows = actions.map((action) => [action.title, actionMarkdown(action), action.due ?? '']);
  return [['title', 'description', 'due_date'], ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

export function issueLines(actions: readonly ActionTold[], program: 'gh' | 'glab'): string {
  const body = program === 'gh' ? '--body' : '--description';
  return actions
    .map(
      (action) => `${program} issue create --title ${quoted(action.title)} ${body} ${quoted(actionMarkdown(action))}\n`,
    )
    .join('');
}

/** RFC 4180; a spreadsheet reads what begins like a formula as one, so an apostrophe stands before it. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** For any POSIX shell: nothing inside single quotes means anything. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
