/** What the depth of a year's making, telling or serving is a share of. */
import type { FocusKind, Reading } from '#core/reading.ts';

type Kind = Exclude<keyof Reading['focus'], 'sentence'>;

export function depthOf(kind: Kind, { until }: FocusKind): string {
  if (kind === 'serving') return 'of those who wrote got an answer from a person';
  return `of what stood a year ${until === null ? 'ago' : 'before'} is gone or replaced`;
}
