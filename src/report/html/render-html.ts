/** A reading as one self-contained page: no request leaves it, every figure opens to its evidence. */
import { readFileSync } from 'node:fs';
import type { Guess } from '#core/guess.ts';
import type { Reading } from '#core/reading.ts';
import { saidAlone } from '../alone-words.ts';
import { dateWords } from '../figures.ts';
import { roundOf } from '../loop-words.ts';
import { restsOn } from '../rests-on.ts';
import { focusHead, verdictOf } from '../verdict-words.ts';
import type { EvidenceById } from './behind.ts';
import { besideSection, stepsSection } from './closing.ts';
import { findingsSection } from './findings.ts';
import { guessSection } from './guess.ts';
import { lensSection } from './lens.ts';
import { loopSection } from './loop.ts';
import { mapSection } from './map.ts';
import { SYMBOLS } from './marks.ts';
import { type Markup, markup, trusted } from './markup.ts';
import { originSection } from './origin.ts';
import { signalsSection } from './signals.ts';
import { sureSection } from './sure.ts';
import { weeksFigure } from './weeks.ts';

const SHEETS = ['tokens', 'type', 'frame', 'first-screen', 'figures', 'lenses', 'narrow', 'paper'];

export function renderHtml(reading: Reading, evidence: EvidenceById, guess: Guess | null = null): string {
  const { product, lenses, method } = reading;
  const day = dateWords(reading.at);
  const style = trusted(`<style>${SHEETS.map(sheet).join('\n')}</style>`);
  return markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"><title>${product.name}, read on ${day} · Bifocal</title>${style}</head>
<body>${SYMBOLS}<a class="skip" href="#page">Skip to the page</a>
<header class="top"><span class="brand"><svg class="mark" role="img" aria-label="Bifocal"><use href="#mark"/></svg><svg class="word" aria-hidden="true"><use href="#word"/></svg></span><span class="work"><b>${product.name}</b></span></header>
<main id="page"><p class="stamp">Reading of <b>${day}</b>. ${restsOn(reading)}</p>
${guessSection(guess)}
${findingsSection(reading, evidence)}
<section class="focus"><p class="hd">${focusHead(reading)}</p><h1 class="verdict">${verdict(reading)}</h1>${aloneQuotes(reading)}${weeksFigure(reading, evidence)}</section>
${firstPair(reading, evidence, guess)}
<div class="duo">${lensSection('Product', lenses.product, reading, evidence)}${lensSection('Customer', lenses.customer, reading, evidence)}</div>
${roundOf(reading) === null ? null : markup`<div class="duo">${originSection(reading)}${signalsSection(reading)}</div>`}
${stepsSection(reading, evidence)}
${besideSection(reading, evidence)}
${sureSection(reading)}
<p class="foot"><span>method ${method.version}</span><span>same input, same reading, to the byte</span><span>reading ${reading.id.slice(0, 8)}</span></p>
</main></body></html>
`.html;
}

/** The ring beside the map; where there is no ring, what is short stands there and leaves no hole. */
function firstPair(reading: Reading, evidence: EvidenceById, guess: Guess | null): Markup {
  const loop = loopSection(reading, evidence);
  const left =
    roundOf(reading) === null
      ? markup`<div class="stack">${loop}${originSection(reading)}${signalsSection(reading)}</div>`
      : loop;
  return markup`<div class="duo">${left}${mapSection(reading, guess)}</div>`;
}

/** The verdict is set bold. */
function verdict(reading: Reading): Markup {
  const { numbers, called, after } = verdictOf(reading);
  if (called === null) return markup`${numbers}`;
  return markup`${numbers}: <b>${called}</b>.${after === '' ? null : ` ${after}`}`;
}

/** Where voices are all there is, what they say stands right below the sentence. */
function aloneQuotes(reading: Reading) {
  return saidAlone(reading).map(
    ({ head, quotes }) =>
      markup`<article class="find"><h3>${head}</h3>${quotes.map(
        ({ text, when }) => markup`<p class="said">“${text}”</p><p class="src">${when}</p>`,
      )}</article>`,
  );
}

function sheet(name: string): string {
  return readFileSync(new URL(`./styles/${name}.css`, import.meta.url), 'utf8');
}
