/** What the words of a Jira export mean, whether they stand in cells or between tags. Pure. */

/** A part of an issue, or a heading over many: the makers' own work, nobody's voice. */
export function isOwnWork(type: string | null): boolean {
  return type !== null && /^(?:sub-?task|epic|unteraufgabe|sous-tâche)$/i.test(type.trim());
}

const DONE = /^(?:done|closed|resolved|complete|fertig|erledigt|geschlossen|termin|ferm)/i;

export function isSettled(resolution: string | null, status: string | null): boolean {
  if (resolution !== null && !/^unresolved$/i.test(resolution.trim())) return true;
  return status !== null && DONE.test(status.trim());
}

/** Text between these marks is code, a trace or a quotation; `{color}` only paints. */
const MARKS = /\{(?:color|panel|code|noformat|quote)(?::[^{}]{0,200})?\}/g;

export function withoutJiraMarkup(text: string | null): string | null {
  if (text === null) return null;
  return (
    text
      .replace(/\{color(?::[^{}]{0,100})?\}/g, '')
      .replace(/\{(?:code|noformat)(?::[^{}]{0,200})?\}/g, '\n```\n')
      .replace(MARKS, '\n')
      .replace(/^h[1-6]\. /gm, '')
      .replace(/\[([^\]|\n]{1,300})\|(https?:[^\]\s]{1,1000})\]/g, '$1 ($2)')
      .trim() || null
  );
}
