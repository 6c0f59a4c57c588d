/** A sentence in which commands stand between backticks, as a reading words it: they are drawn as what one types. */

export function WithCommands({ words }: { words: string | null }) {
  // Every second part stood between backticks.
  return (words ?? '').split('`').map((part, at) => (at % 2 === 1 ? <code key={part}>{part}</code> : part));
}
