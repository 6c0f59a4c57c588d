/** Holds readings against each other: figure by figure, and only where both rest on the same questions and audits. */
import type { ComparedFigure, Comparison } from '#core/comparison.ts';
import { BifocalError } from '#core/errors.ts';
import type { QuestionReading, Reading } from '#core/reading.ts';
import { apart, type Estimate } from './apart.ts';

const DAY = 86_400_000;
/** Readings of the same month look at windows that share eleven of their twelve months. */
const NEAR = 31 * DAY;

const LENSES = ['product', 'customer'] as const;

/** Rejects with NOT_COMPARABLE where the readings were not made alike. */
export function compare(readings: readonly Reading[]): Comparison {
  const [first] = readings;
  if (first === undefined || readings.length < 2)
    throw new BifocalError('NOT_COMPARABLE', { cause: 'it takes two products' });
  sameMaking(readings, first);
  const { level } = first.method;
  return {
    ...{ schema: 'bifocal.comparison/1', method: first.method.version, level },
    products: readings.map(productOf),
    figures: LENSES.flatMap((lens) => figuresOf(lens, readings, level)),
    notes: notesOf(readings),
  };
}

function sameMaking(readings: readonly Reading[], first: Reading): void {
  const names = new Set(readings.map(({ product }) => product.id));
  if (names.size < readings.length)
    throw new BifocalError('NOT_COMPARABLE', { cause: `${first.product.name} was named twice` });
  const other = readings.find(({ method }) => method.version !== first.method.version);
  if (other !== undefined) {
    const cause = `${first.product.name} was read by method ${first.method.version} and ${other.product.name} by ${other.method.version}`;
    throw new BifocalError('NOT_COMPARABLE', { cause });
  }
  const times = readings.map(({ at }) => Date.parse(at));
  const [earliest, latest] = [Math.min(...times), Math.max(...times)];
  if (latest - earliest <= NEAR) return;
  const day = new Date(earliest).toISOString().slice(0, 10);
  const cause = `their years end ${Math.round((latest - earliest) / DAY)} days apart; \`--at ${day}\` reads all as of the earlier end`;
  throw new BifocalError('NOT_COMPARABLE', { cause });
}

function productOf(reading: Reading): Comparison['products'][number] {
  const { product, at, focus, place, stage } = reading;
  const { making, telling, serving } = focus;
  return {
    ...{ id: product.id, name: product.name, kind: product.kind, at, heardIn: [...heardIn(reading)] },
    verdict: focus.sentence,
    weeks: { making: making.weeks, telling: telling.weeks, serving: serving.weeks },
    ...{ stage: stage.name, place: place.name, certainty: place.certainty, region: place.region },
  };
}

function heardIn({ evidence }: Reading): readonly string[] {
  return [...(evidence.strands.find(({ strand }) => strand === 'says')?.sources ?? [])].sort();
}

/** The lens, then its questions: a lens is held against another only where both answer the same ones, alike. */
function figuresOf(lens: 'product' | 'customer', readings: readonly Reading[], level: number): ComparedFigure[] {
  const questions = (readings[0]?.lenses[lens].questions ?? []).map(({ id }) =>
    questionFigure(lens, id, readings, level),
  );
  return [lensFigure(lens, readings, level), ...questions];
}

function questionFigure(
  lens: 'product' | 'customer',
  id: string,
  readings: readonly Reading[],
  level: number,
): ComparedFigure {
  const asked = readings.map((reading) => ({ reading, found: questionOf(reading, lens, id) }));
  const unsure = asked.flatMap(({ reading, found }) =>
    found !== undefined && sure(found) ? [] : [{ product: reading.product.id, because: found?.because ?? NO_INTERVAL }],
  );
  const answered = asked.flatMap(({ reading, found }) =>
    found !== undefined && sure(found) ? [{ reading, found }] : [],
  );
  const alike = mostAlike(answered, ({ reading, found }) => scoredAudits(reading, found));
  const otherwise = answered.filter((one) => !alike.includes(one)).map(({ reading }) => leftFor(reading, OTHERWISE));
  const question = asked[0]?.found?.question ?? id;
  const because = lens === 'customer' ? unlikeVoices(alike) : null;
  const estimates = alike.map(({ reading, found }) => estimateOf(reading, found));
  return { ...{ id, lens, question }, ...ranked(estimates, because, level), leftOut: [...otherwise, ...unsure] };
}

const NO_INTERVAL = 'Its figure has no interval.';
const OTHERWISE = 'Other figures answer it there.';

function leftFor({ product }: Reading, because: string): ComparedFigure['leftOut'][number] {
  return { product: product.id, because };
}

/** The most that agree in how something was found; of as many, those that were named first. */
function mostAlike<One>(all: readonly One[], signOf: (one: One) => string): readonly One[] {
  const groups = [...Map.groupBy(all, signOf).values()];
  return groups.reduce((most, group) => (group.length > most.length ? group : most), [] as One[]);
}

function questionOf(reading: Reading, lens: 'product' | 'customer', id: string): QuestionReading | undefined {
  return reading.lenses[lens].questions.find((question) => question.id === id);
}

function sure({ score, interval }: Pick<QuestionReading, 'score' | 'interval'>): boolean {
  return score !== null && interval !== null;
}

function estimateOf({ product }: Reading, { score, interval }: Pick<QuestionReading, 'score' | 'interval'>): Estimate {
  const value = score ?? Number.NaN;
  return { product: product.id, value, interval: { low: interval?.low ?? value, high: interval?.high ?? 100 } };
}

/** Customers who write reviews are other people than those who open issues. */
function unlikeVoices(answered: readonly { readonly reading: Reading }[]): string | null {
  const places = new Set(answered.map(({ reading }) => heardIn(reading).join(', ')));
  if (places.size < 2) return null;
  const told = answered.map(({ reading }) => `${reading.product.name}: ${heardIn(reading).join(', ') || 'nowhere'}`);
  return `Their customers were heard in different places (${told.join('; ')}).`;
}

function scoredAudits({ audits }: Reading, { audits: named }: QuestionReading): string {
  return audits
    .filter(({ id, state }) => state === 'scored' && named.includes(id))
    .map(({ id }) => id)
    .join();
}

/** Held against each other where the same questions are answered, each by the same figures. */
function lensFigure(lens: 'product' | 'customer', readings: readonly Reading[], level: number): ComparedFigure {
  const unsure = readings.flatMap((reading) =>
    sure(reading.lenses[lens]) ? [] : [leftFor(reading, reading.lenses[lens].because ?? NO_INTERVAL)],
  );
  const scored = readings.filter(({ lenses }) => sure(lenses[lens]));
  const alike = mostAlike(scored, (reading) =>
    reading.lenses[lens].questions.map((question) => `${question.id}: ${scoredAudits(reading, question)}`).join('; '),
  );
  const otherwise = scored.filter((one) => !alike.includes(one)).map((reading) => leftFor(reading, DIFFERENTLY));
  const because = lens === 'customer' ? unlikeVoices(alike.map((reading) => ({ reading }))) : null;
  const estimates = alike.map((reading) => estimateOf(reading, reading.lenses[lens]));
  const leftOut = [...otherwise, ...unsure];
  return { ...{ id: lens, lens, question: null }, ...ranked(estimates, because, level), leftOut };
}

const DIFFERENTLY = 'Its lens rests on other questions or figures; those that are alike stand side by side below.';

function ranked(estimates: readonly Estimate[], because: string | null, level: number) {
  const rows = [...estimates].sort((a, b) => b.value - a.value || (a.product < b.product ? -1 : 1));
  const pairs =
    because === null ? rows.flatMap((one, at) => rows.slice(at + 1).map((other) => apart(one, other, level))) : [];
  const few = rows.length < 2 ? 'Fewer than two of them have this figure.' : null;
  return { rows, pairs, because: because ?? few };
}

function notesOf(readings: readonly Reading[]): string[] {
  const kinds = new Set(readings.map(({ product }) => product.kind));
  const told = readings.map(({ product }) => `${product.name}: ${product.kind}`).join('; ');
  const unlike =
    kinds.size < 2
      ? []
      : [`These are products of different kinds (${told}): what is usual for one need not be for another.`];
  return [...unlike, 'A rank says what these readings show of one year; it is no verdict on who is better.'];
}
