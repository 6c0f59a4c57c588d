/** A comparison on the terminal: the year of each, then figure by figure what can be ranked, and what cannot. */
import type { ComparedFigure, Comparison } from '#core/comparison.ts';
import { comparedHead, rankWords } from '../comparison-words.ts';
import { scoreWords } from '../figures.ts';
import { stageWords } from '../place-words.ts';
import { caliper } from './caliper.ts';
import { indent, padEnd, padStart, wrap } from './layout.ts';
import { type Paint, paintFor, plain, type Screen } from './style.ts';

const KINDS = ['making', 'telling', 'serving'] as const;
const NUMBER_WIDTH = 9;
const SCORE_WIDTH = 12;

export function renderComparison(comparison: Comparison, screen: Screen): string {
  const paint = paintFor(screen);
  const width = screen.columns - 2;
  const lines = [
    ...wrap(comparedHead(comparison), width).map((line) => paint('strong', line)),
    '',
    ...weeks(comparison, paint),
    ...comparison.figures.flatMap((figure) => figureLines(figure, comparison, screen, paint)),
    '',
    ...comparison.notes.flatMap((note) => wrap(note, width).map((line) => paint('faint', line))),
  ];
  return plain(screen, `${['', ...indent(lines, 1), ''].join('\n')}\n`);
}

function weeks({ products }: Comparison, paint: Paint): string[] {
  const name = nameWidth(products);
  const head = `${paint('strong', padEnd('WEEKS OF 52', name))}${KINDS.map((kind) => padStart(kind, NUMBER_WIDTH)).join('')}`;
  const rows = products.map(({ name: called, weeks: of, stage }) => {
    const figures = KINDS.map((kind) => padStart(of[kind] === null ? 'not seen' : String(of[kind]), NUMBER_WIDTH));
    const told = stage === null || stage === 'moving' ? '' : paint('faint', `  stage: ${stageWords({ name: stage })}`);
    return `${padEnd(called, name)}${figures.join('')}${told}`;
  });
  return [head, ...rows];
}

function figureLines(figure: ComparedFigure, { products }: Comparison, screen: Screen, paint: Paint): string[] {
  const name = nameWidth(products);
  const track = Math.max(16, Math.min(50, screen.columns - name - SCORE_WIDTH - 4));
  const title = figure.question ?? `${figure.lens === 'product' ? 'PRODUCT' : 'CUSTOMER'} LENS`;
  const words = rankWords(figure, products);
  if (figure.rows.length === 0 && figure.question !== null) return [];
  const rows = figure.rows.map(({ product, value, interval }) => {
    const called = products.find(({ id }) => id === product)?.name ?? product;
    const score = padEnd(scoreWords(value, interval), SCORE_WIDTH);
    return `${padEnd(called, name)}${score} ${caliper(screen, paint, figure.lens, track, value, interval)}`;
  });
  const said = words.flatMap((sentence) => wrap(sentence, screen.columns - 4));
  const head = figure.question === null ? ['', '', paint('strong', title)] : ['', title];
  return [...head, ...rows, ...said.map((line) => paint('faint', line))];
}

function nameWidth(products: Comparison['products']): number {
  return Math.max(12, ...products.map(({ name }) => name.length)) + 2;
}
