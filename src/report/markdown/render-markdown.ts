/** A reading as Markdown for a pull request or an issue: the same order as the page, evidence folded up behind each figure. */
import type { Guess } from '#core/guess.ts';
import type { Reading } from '#core/reading.ts';
import { dateWords } from '../figures.ts';
import { guessWords } from '../place-words.ts';
import { restsOn } from '../rests-on.ts';
import type { EvidenceById } from './blocks.ts';
import { prose } from './escape.ts';
import {
  aloneBlock,
  findingsBlock,
  loopBlock,
  originBlock,
  placeBlock,
  questionsBlock,
  signalsBlock,
  stepsBlock,
  sureBlock,
} from './sections.ts';
import { yearBlock } from './year.ts';

export function renderMarkdown(reading: Reading, evidence: EvidenceById, guess: Guess | null = null): string {
  const { product, focus, method } = reading;
  const lines = [
    `# ${prose(product.name)}: reading of ${dateWords(reading.at)}`,
    '',
    prose(restsOn(reading)),
    '',
    ...(guess === null ? [] : [prose(guessWords(guess)), '']),
    ...findingsBlock(reading),
    `## What the last ${focus.making.of ?? 52} weeks went into`,
    '',
    `**${prose(focus.sentence)}**`,
    '',
    ...aloneBlock(reading),
    ...yearBlock(reading, evidence),
    ...loopBlock(reading, evidence),
    ...placeBlock(reading),
    ...questionsBlock(reading, evidence),
    ...originBlock(reading),
    ...signalsBlock(reading),
    ...stepsBlock(reading, evidence),
    ...sureBlock(reading),
    `_Bifocal, method ${prose(method.version)}, reading ${reading.id.slice(0, 8)}: same input, same reading, to the byte._`,
  ];
  return `${lines.join('\n').replace(/\n{3,}/g, '\n\n')}\n`;
}
