/** Which pieces of feedback should not move a figure, and why. Nothing is taken away: they are marked. */

import { steers } from '#core/steering.ts';
import { type Copy, copiesIn, type Piece } from './copies.ts';
import { isBare, sells } from './spam.ts';

/** `steering` speaks to a model, `spam` sells, `bare` says only that it is good, `copy` and `again` were said before. */
export type Junk = 'steering' | 'spam' | 'bare' | Copy;

/** One for each piece, in the order in which they were said; null for what stands for itself. */
export function junkIn(pieces: readonly Piece[]): (Junk | null)[] {
  const copies = copiesIn(pieces);
  return pieces.map(({ text }, at) => {
    if (steers(text)) return 'steering';
    if (sells(text)) return 'spam';
    return copies[at] ?? (isBare(text) ? 'bare' : null);
  });
}
