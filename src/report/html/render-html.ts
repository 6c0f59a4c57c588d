/** A reading as one self-contained page: no request leaves it, every figure opens to its evidence. */
import { readFileSync } from 'node:fs';
import type { Reading } from '#core/reading.ts';
import { dateWords } from '../figures.ts';
import { restsOn } from '../rests-on.ts';
import type { EvidenceById } from './behind.ts';
import { besideSection, stepsSection, sureSection } from './closing.ts';
import { findingsSection } from './findings.ts';
import { lensSection } from './lens.ts';
import { mapSection } from './map.ts';
import { SYMBOLS } from './marks.ts';
import { markup, trusted } from './markup.ts';
import { weeksFigure } from './weeks.ts';

export function renderHtml(reading: Reading, evidence: EvidenceById): string {
  const { product, focus, lenses, method } = reading;
  const day = dateWords(reading.at);
  const style = trusted(`<style>${['tokens', 'type', 'parts'].map(sheet).join('\n')}</style>`);
  return markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"><title>${product.name}, read on ${day} · Bifocal</title>${style}</head>
<body>${SYMBOLS}<a class="skip" href="#page">Skip to the page</a>
<header class="top"><span class="brand"><svg class="mark" role="img" aria-label="Bifocal"><use href="#mark"/></svg><svg class="word" aria-hidden="true"><use href="#word"/></svg></span><span class="work"><b>${product.name}</b></span></header>
<main id="page"><p class="stamp">Reading of ${day}. ${restsOn(reading)}</p>
${findingsSection(reading)}
<section style="margin-top:0"><p class="hd">Focus: what the last ${focus.making.of ?? 52} weeks went into</p><h1 class="verdict">${focus.sentence}</h1>${weeksFigure(reading, evidence)}</section>
<section class="duo">${mapSection(reading)}<div>${lensSection('Product', lenses.product, reading, evidence)}${lensSection('Customer', lenses.customer, reading, evidence)}</div></section>
${besideSection(reading, evidence)}
${stepsSection(reading, evidence)}
${sureSection(reading)}
<p class="foot"><span>method ${method.version}</span><span>same input, same reading, to the byte</span><span>reading ${reading.id.slice(0, 8)}</span></p>
</main></body></html>
`.html;
}

function sheet(name: string): string {
  return readFileSync(new URL(`./styles/${name}.css`, import.meta.url), 'utf8');
}
