/** How a piece of evidence is named on one line: by its title, else by the first line that says something. */
import type { Evidence } from '#core/evidence.ts';

/** Empty where neither says anything. */
export function firstWords({ title, body }: Pick<Evidence, 'title' | 'body'>): string {
  return title?.trim() || (firstLine(body ?? '') ?? '');
}

/** Null where every line is empty. */
export function firstLine(text: string): string | null {
  return (
    text
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim() ?? null
  );
}
