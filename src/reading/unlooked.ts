/** What a reading says of the parts that need strands it has not seen: null with a reason, never zero. */
import type { Reading } from '#core/reading.ts';

export function unlookedVeneer(): Reading['veneer'] {
  return { marked: false, because: 'No claim has been confirmed by a person as ahead of the evidence.' };
}

export function unlookedSignals(): Reading['signals'] {
  const nothing = { value: null, n: null, interval: null };
  return [
    { name: 'innovation', ...nothing, because: 'Needs praise: it comes with reviews or issues.' },
    { name: 'passion', ...nothing, because: 'Needs what customers reported: it comes with issues or reviews.' },
    {
      name: 'authenticity',
      ...nothing,
      because: 'Needs claims held against what shipped: it comes with a site or posts.',
    },
  ];
}
