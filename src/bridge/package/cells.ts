/** Needs by groups of customers: of whom it is met, of whom it is not, and what is met and said nowhere. */
import type { CellState, PackageCell, PackagePiece, PackageStuff } from '#core/package.ts';
import { newestOf } from './groups.ts';

/** The newest word of a person on a need settles it: praise, or an ask that shipped, against all else. */
export function isMet({ praise, leaving, shipped }: PackagePiece): boolean {
  return !leaving && (praise || shipped);
}

/** The last piece of each person; pieces in the order of time. */
export function lastWords(pieces: readonly PackagePiece[]): PackagePiece[] {
  return [...new Map(pieces.map((piece) => [piece.person, piece])).values()];
}

export function cellOf(
  group: string,
  need: string,
  pieces: readonly PackagePiece[],
  { unsaid }: Pick<PackageStuff, 'unsaid'>,
): PackageCell {
  const last = lastWords(pieces);
  const met = last.filter(isMet);
  const waiting = new Set(pieces.filter(({ waits }) => waits).map(({ person }) => person)).size;
  return {
    ...{ group, state: stateOf(met.length, last.length, unsaid.has(need)), n: last.length, met: met.length, waiting },
    evidence: newestOf(last),
  };
}

/** By more than half of its people: a cell has few, and shows how many. */
function stateOf(met: number, n: number, unsaid: boolean): CellState | null {
  if (n === 0) return null;
  return met * 2 <= n ? 'unmet' : unsaid ? 'not said' : 'met';
}
