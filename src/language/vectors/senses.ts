/**
 * Which words people use for one thing: late, delayed and overdue meet though they share no letters. Many texts teach
 * that themselves, so it is told where they are few.
 */
import { Stems } from '../words.ts';
import { SENSES } from './weights/senses.ts';

/** No word begins so. */
export const SENSE = '§';

let table: Map<string, readonly string[]> | null = null;

/** The senses of a stem; none where it stands in no line. */
export function sensesOf(stem: string): readonly string[] {
  table ??= read();
  return table.get(stem) ?? [];
}

function read(): Map<string, string[]> {
  const stems = new Stems();
  const found = new Map<string, string[]>();
  for (const [number, line] of SENSES.trim().split('\n').entries()) {
    for (const stem of new Set(line.split(' ').map((word) => stems.of(word)))) {
      found.set(stem, [...(found.get(stem) ?? []), `${SENSE}${number}`]);
    }
  }
  return found;
}
