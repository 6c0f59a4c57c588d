/** Where changes began, as rows that every face draws: bounds that the untraced part allows. */
import type { Reading } from '#core/reading.ts';

type Origin = Reading['origin'];
type Key = keyof NonNullable<Origin['bounds']>;

export const ORIGINS = {
  outside: { name: 'An outside ask', hue: 'customer' },
  own: { name: 'The makers’ own use', hue: 'product' },
  idea: { name: 'Their own idea', hue: 'strong' },
} as const;

export interface OriginRow {
  readonly key: Key;
  readonly atLeast: number;
  readonly atMost: number;
  /** `at least 28 %, at most 71 %`. */
  readonly words: string;
}

/** Null where nothing was looked at: its reason stands in their place. */
export function originRows({ bounds }: Origin): readonly OriginRow[] | null {
  if (bounds === null) return null;
  return (['outside', 'own', 'idea'] as const).map((key) => {
    const { atLeast, atMost } = bounds[key];
    const [least, most] = [Math.round(atLeast * 100), Math.round(atMost * 100)];
    const words = least === most ? `${least} %` : `at least ${least} %, at most ${most} %`;
    return { key, atLeast, atMost, words };
  });
}
