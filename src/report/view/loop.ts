/** The loop for a face: its stops, its losses and their words; in its place, what is known and why it cannot be drawn. */
import type { Reading } from '#core/reading.ts';
import { thousands } from '#core/wording.ts';
import {
  dotUnit,
  loopAlt,
  loopCaption,
  loopHeading,
  loopOffer,
  loopSentence,
  lossesOf,
  roundOf,
  STOPS,
  wholeWay,
} from '../loop-words.ts';

export function loopView(reading: Reading) {
  const round = roundOf(reading);
  if (round === null) return { round: null, because: loopOffer(reading).because };
  const perDot = dotUnit(round);
  const losses = lossesOf(round);
  return {
    round: {
      head: loopHeading(round),
      caption: loopCaption(perDot),
      sentence: loopSentence(round),
      alt: loopAlt(round),
      wholeWay: wholeWay(round),
      byPeers: round.peers,
      perDot,
      stops: STOPS.map((name, at) => ({ name, count: round.counts[at] ?? 0, words: thousands(round.counts[at] ?? 0) })),
      losses: losses.map(({ people, of, words, under }) => ({
        people,
        words: of === 0 || people === 0 ? null : `${thousands(people)} ${words}`,
        under,
      })),
    },
    because: '',
  };
}
