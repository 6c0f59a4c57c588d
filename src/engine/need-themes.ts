/** Themes: needs that lie together, named by the one that most people have. */
import type { NeedListed } from './needs.ts';

export interface ThemeTold {
  readonly id: string;
  readonly name: string;
  readonly needs: number;
  readonly pieces: number;
}

/** A need alone is no theme. `needs`: most people first. Most needs first, then most pieces. */
export function themesOf(needs: readonly NeedListed[]): ThemeTold[] {
  return [...Map.groupBy(needs, ({ theme }) => theme)]
    .flatMap(([id, own]): ThemeTold[] => {
      const [first] = own;
      if (first === undefined || own.length < 2) return [];
      return [
        { id, name: first.name, needs: own.length, pieces: own.reduce((sum, { demand }) => sum + demand.pieces, 0) },
      ];
    })
    .sort((one, two) => two.needs - one.needs || two.pieces - one.pieces || (one.id < two.id ? -1 : 1));
}
