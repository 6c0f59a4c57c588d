/** A place as a pair of spectacles: the lens that is in focus is filled. */
import type { Guess } from '#core/guess.ts';
import { type Markup, markup } from './markup.ts';

const WIDTH = 30;
const HEIGHT = 12;

/** Hidden from a screen reader: the place's name always stands beside it. */
export function glasses(place: Guess, at: { readonly x: number; readonly y: number } | null = null): Markup {
  const position = at === null ? markup` class="pl"` : markup` x="${at.x}" y="${at.y}"`;
  return markup`<svg${position} width="${WIDTH}" height="${HEIGHT}" aria-hidden="true"><use href="#pl-${place}"/></svg>`;
}
