/** Up to three things the reader may not know: a date, a sentence, two quotes, one step. */
import type { Reading } from '#core/reading.ts';
import { counted, dateWords } from '../figures.ts';
import { type Markup, markup } from './markup.ts';

const HEADS = [
  'Nothing stands out',
  'One thing you may not know',
  'Two things you may not know',
  'Three things you may not know',
];

export function findingsSection({ findings, findingsBecause }: Reading): Markup | null {
  if (findings.length === 0)
    return findingsBecause === null ? null : markup`<p class="fine" style="margin-bottom:18px">${findingsBecause}</p>`;
  const cards = findings.map(
    ({ sentence, at, people, quotes, step }) =>
      markup`<article class="find"><p class="when"><span>${dateWords(at)}</span>${
        people === null ? null : markup`<b>${counted(people, 'person', 'people')}</b>`
      }</p><h3>${sentence}</h3><div class="two">${quotes.map(
        ({ text, where }) =>
          text !== null && markup`<div><p class="said">“${text}”</p><p class="src">${where}</p></div>`,
      )}</div><p class="step">${step}</p></article>`,
  );
  return markup`<section style="margin:0 0 56px"><h2>${HEADS[findings.length] ?? `${findings.length} things you may not know`}</h2><div class="finds">${cards}</div></section>`;
}
