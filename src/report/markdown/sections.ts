/** The sections of a reading in Markdown: findings, loop, place, questions, origin, signals, steps, how sure. */
import type { ActionReading, LensReading, Reading } from '#core/reading.ts';
import { counted, thousands } from '#core/wording.ts';
import { saidAlone } from '../alone-words.ts';
import { dateWords, round, scoreWords, shareWords } from '../figures.ts';
import { loopHeading, loopOffer, loopSentence, lossesOf, roundOf, STOPS, wholeWay } from '../loop-words.ts';
import { ORIGINS, originRows } from '../origin-words.ts';
import { placeWords, stageWords } from '../place-words.ts';
import { signalBecause } from '../signal-words.ts';
import { knownUntil, lowestWords, movedWords, weightingWords } from '../sure-words.ts';
import { behind, casesOf, cell, type EvidenceById, folded, table } from './blocks.ts';
import { prose, verbatim, withCommands } from './escape.ts';

const STEPS_SHOWN = 3;

export function findingsBlock({ findings, findingsBecause }: Reading): string[] {
  if (findings.length === 0) return findingsBecause === null ? [] : [prose(findingsBecause), ''];
  const lines = findings.flatMap(({ sentence, at, people, quotes, step }, order) => {
    const touched = people === null ? '' : `, ${counted(people, 'person', 'people')}`;
    const words = quotes.flatMap(({ text, where }) =>
      text === null ? [] : [`   - ${verbatim(text)} — ${prose(where)}`],
    );
    return [
      `${order + 1}. **${prose(sentence)}** ${dateWords(at)}${touched}`,
      ...words,
      `   - _${withCommands(step)}_`,
    ];
  });
  return ['## What you may not know', '', ...lines, ''];
}

/** Where voices are all there is, what they say stands right below the sentence. */
export function aloneBlock(reading: Reading): string[] {
  return saidAlone(reading).flatMap(({ head, quotes }) => [
    `### ${head}`,
    '',
    ...quotes.map(({ text, when }) => `- ${verbatim(text)} ${when}`),
    '',
  ]);
}

export function loopBlock(reading: Reading, evidence: EvidenceById): string[] {
  const found = roundOf(reading);
  if (found === null) {
    const { because, remedy } = loopOffer(reading);
    return ['## The loop, in people', '', withCommands(`${because} ${remedy}`.trim()), ''];
  }
  const losses = lossesOf(found);
  const rows = STOPS.map((stop, at) => {
    const loss = losses[at];
    const lost =
      loss === undefined || loss.of === 0 || loss.people === 0 ? '' : `${thousands(loss.people)} ${loss.words}`;
    return [stop, `**${thousands(found.counts[at] ?? 0)}**`, lost];
  });
  const audit = reading.audits.find(({ id }) => id === 'loop-closure');
  return [
    '## The loop, in people',
    '',
    `**${prose(loopHeading(found))}.** ${prose(loopSentence(found))}`,
    '',
    ...table(['', 'people', 'lost after it'], rows),
    `${prose(wholeWay(found))}.`,
    '',
    ...(audit
      ? folded('Whose ask shipped, the untold first', casesOf(audit.evidence, audit.evidenceTotal, evidence, audit.id))
      : []),
  ];
}

export function placeBlock(reading: Reading): string[] {
  const { stage, lenses, place } = reading;
  return [
    '## Where it stands',
    '',
    `Stage: **${stageWords(stage)}**. ${prose(stage.because)} ${prose(placeWords(reading))} _${prose(place.norm)}_`,
    '',
    `- Product lens: ${lensWords(lenses.product)}`,
    `- Customer lens: ${lensWords(lenses.customer)}`,
    '',
  ];
}

function lensWords({ score, interval, band, because }: LensReading): string {
  if (score !== null) return `**${prose(scoreWords(score, interval))}** of 100`;
  return `no score yet, from ${Math.round(band.worst)} at worst to ${Math.round(band.best)} at best. ${prose(because ?? '')}`;
}

export function questionsBlock(reading: Reading, evidence: EvidenceById): string[] {
  const { product, customer } = reading.lenses;
  const rows = [...product.questions, ...customer.questions].map(({ question, score, interval, because }) => [
    prose(question),
    score === null ? '' : `**${prose(scoreWords(score, interval))}**`,
    withCommands(because ?? '', cell),
  ]);
  const told = reading.audits.filter(
    ({ state }) => state === 'scored' || state === 'informative' || state === 'insufficient-data',
  );
  return [
    '## Eight questions',
    '',
    ...table(['question', 'score', 'because'], rows),
    ...told.flatMap((audit) => behind(audit, evidence)),
  ];
}

export function originBlock({ origin }: Reading): string[] {
  const rows = originRows(origin);
  const list = rows === null ? [] : rows.map(({ key, words }) => `- ${ORIGINS[key].name}: ${prose(words)}`);
  return ['## Where it began', '', prose(origin.because ?? ''), '', ...list, ''];
}

export function signalsBlock(reading: Reading): string[] {
  const { signals, soreThumb } = reading;
  const lines = signals.map(({ name, value, interval, because }) => {
    const figure = value === null ? 'not known yet' : shareWords(value, interval);
    return `- **${name}**: ${prose(figure)}. ${withCommands(signalBecause(because, reading))}`;
  });
  const thumb = soreThumb.question === null ? soreThumb.sentence : `The sore thumb: ${soreThumb.sentence}`;
  return ['## Three signals', '', ...lines, '', prose(thumb), ''];
}

export function stepsBlock({ bridge }: Reading, evidence: EvidenceById): string[] {
  const shown = bridge.actions.slice(0, STEPS_SHOWN);
  const lines =
    shown.length === 0
      ? [withCommands(bridge.because ?? '')]
      : shown.flatMap((action, at) => step(action, at, evidence));
  return ['## What to do next', '', ...lines, ''];
}

function step(action: ActionReading, at: number, evidence: EvidenceById): string[] {
  const { expected, people, verdictPossibleAt } = action;
  const range = expected?.interval
    ? ` (${round(expected.interval.low)} to ${round(expected.interval.high ?? 100)})`
    : '';
  const facts = [
    people === null ? null : `${counted(people, 'person waits', 'people wait')} for it`,
    `effort: ${action.effort}`,
    `tell-tale: ${action.tellTale}`,
    verdictPossibleAt === null ? null : `a verdict from ${dateWords(verdictPossibleAt)}`,
    expected === null ? null : `expected: ${expected.lens} lens +${round(expected.change)}${range}`,
  ].filter((part) => part !== null);
  const cases = casesOf(action.evidence, action.evidence.length, evidence, action.targets);
  return [
    `**${at + 1}. ${prose(action.title)}** ${prose(action.hypothesis)} ${prose(`${facts.join('; ')}.`)}`,
    '',
    ...folded('What it rests on', cases),
  ];
}

export function sureBlock(reading: Reading): string[] {
  const lowest = lowestWords(reading);
  const told = [
    reading.lean.because,
    weightingWords(reading),
    lowest === '' ? null : `Lowest questions: ${lowest}.`,
    ...movedWords(reading),
    `Known until: ${knownUntil(reading)}.`,
    `Intervals are ${Math.round(reading.method.level * 100)} %.`,
    ...reading.missing.map(({ source, because, remedy }) => `Not read, ${source}: ${because} ${remedy}`),
  ].filter((part) => part !== null);
  return ['## How sure?', '', ...told.map((line) => `- ${withCommands(line)}`), ''];
}
