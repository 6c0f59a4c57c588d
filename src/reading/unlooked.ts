/** What a reading says of the parts that need strands it has not seen: null with a reason, never zero. */
import type { Reading } from '#core/reading.ts';

export function unlookedVeneer(): Reading['veneer'] {
  return { marked: false, because: 'No claim has been confirmed by a person as ahead of the evidence.' };
}
