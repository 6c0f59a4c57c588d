/** A sentence of ours in which commands stand between backticks, cut at them: every second part is a command. */

export function commandParts(words: string | null): string[] {
  // A lone sign, or one before a space, opens nothing.
  return (words ?? '').split(/`([^`\s][^`]*)`/);
}
