/** Why a signal is not known yet, without a sentence that stands in full where it is told where changes began. */
import type { Reading } from '#core/reading.ts';

export function signalBecause(because: string, { origin }: Reading): string {
  return because === origin.because ? 'It takes knowing where changes began.' : because;
}
