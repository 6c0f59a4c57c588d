/** How sure a reading is, in words that every face shares. */
import { QUESTIONS, type QuestionId } from '#core/audit.ts';
import type { LensReading, Reading } from '#core/reading.ts';
import { counted, thousands } from '#core/wording.ts';
import type { Fact } from './audit-words.ts';
import { dateWords } from './figures.ts';

/** How often the answer stays the same when the weights are drawn at random; why that cannot be told. */
export function weightingWords({ sensitivity }: Reading): string | null {
  if (sensitivity.samePlace === null) return sensitivity.because;
  const { samePlace, draws } = sensitivity;
  return `With the questions weighted at random, it stays on the same side of the norm in ${thousands(samePlace)} of ${thousands(draws)} draws.`;
}

/** The lowest question of each lens that has a score: of one answered question nothing is the lowest. */
export function lowestWords({ lenses }: Reading): string {
  return [lenses.product, lenses.customer].flatMap(lowestOf).join(' · ');
}

function lowestOf({ score: scored, lowest, questions }: LensReading): string[] {
  if (scored === null || lowest === null) return [];
  const score = questions.find(({ id }) => id === lowest)?.score;
  return [`${QUESTIONS[lowest as QuestionId].question}${score == null ? '' : ` ${Math.round(score)}`}`];
}

const STRANDS: Readonly<Record<Reading['evidence']['strands'][number]['strand'], string>> = {
  ships: 'what shipped',
  says: 'what people say',
  claims: 'what is claimed',
};

/** Until when each strand is known: `what shipped: 22 August 2026 (git)`. */
export function knownUntil({ evidence }: Reading): string {
  const words = evidence.strands.map(({ strand, observedUntil, sources }) =>
    observedUntil === null
      ? `${STRANDS[strand]}: not gathered`
      : `${STRANDS[strand]}: ${dateWords(observedUntil)} (${[...new Set(sources)].join(', ')})`,
  );
  return words.join('; ');
}

/** What moved within the year by more than chance. */
export function movedWords({ audits }: Reading): readonly string[] {
  return audits
    .filter(({ change }) => change?.verdict === 'up' || change?.verdict === 'down')
    .map(({ question, change }) => `${question} It went ${change?.verdict} within the year.`);
}

/** All of it in one line, before it is opened. */
export function sureSummary(reading: Reading): string {
  const lowest = lowestWords(reading);
  const { missing, method } = reading;
  return [
    weightingWords(reading),
    lowest === '' ? null : `Lowest questions: ${lowest}.`,
    `Intervals are ${Math.round(method.level * 100)} %.`,
    missing.length === 0 ? null : `${counted(missing.length, 'thing')} could not be read.`,
  ]
    .filter((part) => part !== null)
    .join(' ');
}

export function sureFacts(reading: Reading): readonly Fact[] {
  const { missing, lean, lenses, place, veneer } = reading;
  const moved = movedWords(reading);
  const coverage = (lens: LensReading) => `${Math.round(lens.coverage * 100)} %`;
  return [
    ['lean', lean.because],
    ...(place.because === null ? [] : [['place', place.because] as const]),
    ['lenses', `Product ${coverage(lenses.product)} of its questions answered, Customer ${coverage(lenses.customer)}`],
    [
      'intervals',
      'shares after Wilson; waits with the unanswered counted as still waiting; the rest by drawing the cases again',
    ],
    ['known until', knownUntil(reading)],
    ...(moved.length === 0 ? [] : [['moved', moved.join(' ')] as const]),
    ['veneer', veneer.because],
    ...missing.map(({ source, because, remedy }): Fact => ['not read', `${source}: ${because} ${remedy}`]),
  ];
}
