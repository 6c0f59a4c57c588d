/** The places and how surely one is named, in words that every face shares. */
import type { Guess } from '#core/guess.ts';
import type { LensReading, Reading } from '#core/reading.ts';
import { lensWords } from './lens-words.ts';

export const PLACES = {
  product: 'Product in focus',
  customer: 'Customer in focus',
  both: 'Both in focus',
  neither: 'Neither in focus yet',
  undecided: 'undecided',
} as const;

/** A guess in the words in which it was asked for. */
export const GUESS_WORDS: Readonly<Record<Guess, string>> = {
  product: 'more product',
  customer: 'more customer',
  both: 'both',
  neither: 'neither',
};

export function guessWords(guess: Guess): string {
  return `You guessed: ${GUESS_WORDS[guess]}.`;
}

const ALL = 4;

/** One or two sentences: the place, or what it lies between and why it cannot be said. */
export function placeWords({ place, lenses, product }: Reading): string {
  if (place.certainty === 'is') return `${product.name} is: ${PLACES[place.name]}.`;
  if (place.certainty === 'probably') return `${product.name} is probably: ${PLACES[place.name]}.`;
  const possible = place.between.map((name) => PLACES[name]);
  const last = possible.at(-1) ?? 'nothing';
  if (possible.length === ALL)
    return `${place.because ?? 'The evidence is too thin to tell.'} Until then it may be any of the four.`;
  const between =
    possible.length < 2 ? `It would be ${last}` : `It lies between ${possible.slice(0, -1).join(', ')} and ${last}`;
  const because = place.because ?? 'It is too close to the middle to call.';
  const line = isLine(lenses) ? 'With one lens, the map is a line. ' : '';
  return `${line}${because} ${between}.`;
}

type Ends = readonly [number, number];

/** Where only ends are known, the map is a strip: the interval of one lens across the band of the other. */
export function stripOf(lenses: Reading['lenses']): { readonly across: Ends; readonly up: Ends } | null {
  const { product, customer } = lenses;
  if ((product.score === null) === (customer.score === null) || isLine(lenses)) return null;
  return { across: endsOf(product), up: endsOf(customer) };
}

export function endsOf({ score, interval, band }: LensReading): Ends {
  if (score === null) return [band.worst, band.best];
  return [interval?.low ?? score, interval?.high ?? score];
}

/** One lens is scored, and of the other nothing is known: not even an end of a band. */
export function isLine({ product, customer }: Reading['lenses']): boolean {
  const [scored, other] = product.score === null ? [customer, product] : [product, customer];
  return scored.score !== null && other.coverage === 0;
}

export function stageWords({ name }: Pick<Reading['stage'], 'name'>): string {
  return name === null ? 'not known' : name.replace('-', ' ');
}

/** `83 of 100 draws`; null where nothing was drawn. */
export function drawsWords({ probabilities }: Reading['place'], key: Guess): string | null {
  return probabilities === null ? null : `${Math.round(probabilities[key] * 100)} of 100 draws`;
}

/** The map in one sentence, for those who cannot see it. */
export function mapWords({ place, lenses }: Reading, guess: Guess | null): string {
  const shares =
    place.probabilities === null
      ? []
      : (Object.keys(place.probabilities) as Guess[]).map((key) => `${PLACES[key]} ${drawsWords(place, key)}`);
  const own = guess === null ? [] : [`your guess: ${PLACES[guess]}`];
  return `Map. Product ${lensWords(lenses.product)}. Customer ${lensWords(lenses.customer)}. ${[...shares, ...own].join(', ')}`;
}
