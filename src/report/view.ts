/** A reading as faces show it: every sentence, figure and heading in words, so that no face words anything by itself. */
import type { Evidence } from '#core/evidence.ts';
import { GUESSES } from '#core/guess.ts';
import type { Reading } from '#core/reading.ts';
import { saidAlone } from './alone-words.ts';
import { dateWords } from './figures.ts';
import { GUESS_WORDS, guessWords, PLACES } from './place-words.ts';
import { restsOn } from './rests-on.ts';
import { sureFacts, sureSummary } from './sure-words.ts';
import { focusHead, verdictOf } from './verdict-words.ts';
import { auditsView } from './view/audits.ts';
import { findingsView } from './view/findings.ts';
import { focusView } from './view/focus.ts';
import { lensView } from './view/lenses.ts';
import { loopView } from './view/loop.ts';
import { mapView } from './view/map.ts';
import { originView, signalsView } from './view/origin.ts';
import { stepsView } from './view/steps.ts';

/** `evidence`: the rows behind the quotes, so that who speaks is known; without them their edge stays plain. */
export function viewOf(reading: Reading, evidence: ReadonlyMap<string, Evidence> = new Map()) {
  const { product, lenses, method } = reading;
  return {
    name: product.name,
    customers: product.customers,
    day: dateWords(reading.at),
    restsOn: restsOn(reading),
    guesses: GUESSES.map((place) => ({
      place,
      words: GUESS_WORDS[place],
      guessed: guessWords(place),
      name: PLACES[place],
    })),
    findings: findingsView(reading, evidence),
    focusHead: focusHead(reading),
    verdict: verdictOf(reading),
    alone: saidAlone(reading),
    focus: focusView(reading),
    loop: loopView(reading),
    map: mapView(reading),
    lenses: {
      product: lensView('product', lenses.product, reading),
      customer: lensView('customer', lenses.customer, reading),
    },
    origin: originView(reading),
    signals: signalsView(reading),
    steps: stepsView(reading),
    audits: auditsView(reading),
    sure: { summary: sureSummary(reading), facts: sureFacts(reading) },
    foot: [`method ${method.version}`, 'same input, same reading, to the byte', `reading ${reading.id.slice(0, 8)}`],
  };
}

export type View = ReturnType<typeof viewOf>;
