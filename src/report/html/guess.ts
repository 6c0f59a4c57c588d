/** The guess before the reading: a ring beside the name of its place; it has no coordinates. */
import { GUESSES, type Guess } from '#core/guess.ts';
import { capital } from '#core/wording.ts';
import { GUESS_WORDS } from '../place-words.ts';
import { glasses } from './glasses.ts';
import { type Markup, markup } from './markup.ts';

export function guessSection(guess: Guess | null): Markup | null {
  if (guess === null) return null;
  const options = GUESSES.map(
    (place) =>
      markup`<li${place === guess ? markup` class="mine"` : null}>${glasses(place)}${capital(GUESS_WORDS[place])}${
        place === guess
          ? markup`<svg class="dots" width="16" height="16" role="img" aria-label="your guess">${guessRing(8, 8)}</svg>`
          : null
      }</li>`,
  );
  return markup`<section class="guess" aria-labelledby="guess"><h2 id="guess">You guessed: <b>${GUESS_WORDS[guess]}</b>.</h2><ul class="opts">${options}</ul></section>`;
}

/** Yours is a ring. */
export function guessRing(x: number, y: number): Markup {
  return markup`<circle class="gd" cx="${x}" cy="${y}" r="5"/>`;
}
