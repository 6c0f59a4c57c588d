/** The map for a face: its sentence, places and axes in words; the region as outlines, both axes from 0 to 100. */
import { GUESSES } from '#core/guess.ts';
import type { Reading } from '#core/reading.ts';
import { lensWords } from '../lens-words.ts';
import { drawsWords, endsOf, isLine, mapWords, PLACES, placeWords, stageWords, stripOf } from '../place-words.ts';
import { middleOf, outline } from '../region.ts';

export function mapView(reading: Reading) {
  const { stage, place, lenses } = reading;
  const { region } = place;
  return {
    head: placeWords(reading),
    alt: mapWords(reading, null),
    stage: stageWords(stage),
    stageBecause: stage.because,
    stageEvidence: stage.evidence,
    norm: place.norm,
    places: GUESSES.map((key) => ({
      place: key,
      name: PLACES[key],
      draws: drawsWords(place, key),
      possible: place.name === key || place.between.includes(key),
    })),
    /** With one lens the map is a line. */
    line: isLine(lenses),
    region:
      region.length === 0
        ? null
        : { ninety: outline(region, 0.9), fifty: outline(region, 0.5), middle: middleOf(region) },
    /** Where only ends are known. */
    strip: region.length > 0 ? null : stripOf(lenses),
    axes: { product: axisOf(lenses.product), customer: axisOf(lenses.customer) },
    unknown: lenses.product.score === null && lenses.customer.score === null,
  };
}

function axisOf(lens: Reading['lenses']['product']) {
  const [low, high] = endsOf(lens);
  return { score: lens.score, low, high, words: lensWords(lens) };
}
