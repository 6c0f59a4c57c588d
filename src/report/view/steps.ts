/** The steps for a face: all of them, the first three apart, each with what it costs, moves and rests on. */
import type { Reading } from '#core/reading.ts';
import { stepFacts, stepsDeck, stepsHead, stepsShown } from '../step-words.ts';

export function stepsView(reading: Reading) {
  const shown = stepsShown(reading);
  return {
    head: stepsHead(shown),
    deck: stepsDeck(shown),
    because: reading.bridge.because,
    first: shown.length,
    items: reading.bridge.actions.map((action) => ({
      id: action.id,
      title: action.title,
      hypothesis: action.hypothesis,
      targets: action.targets,
      evidence: action.evidence,
      facts: stepFacts(action),
    })),
  };
}
