/** What somebody wrote, between quotation marks, in the face that is theirs alone. */

export function Said({ words, large = false }: { words: string; large?: boolean }) {
  return <p className={`said wrap-anywhere ${large ? '' : 'sm'}`}>“{words.trim()}”</p>;
}
