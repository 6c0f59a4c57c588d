/** The two lenses, question by question: score, caliper, the sentence behind it and what to do. */
import type { AuditReading, LensReading, QuestionReading, Reading } from '#core/reading.ts';
import { scoreWords, valueWords } from '../figures.ts';
import { caliper } from './caliper.ts';
import { indent, padEnd, wrap } from './layout.ts';
import { type Paint, type Screen, sign } from './style.ts';

const QUESTION_WIDTH = 32;
const SCORE_WIDTH = 12;

export function lensesLines(reading: Reading, screen: Screen, paint: Paint): string[] {
  return [
    ...lensLines('PRODUCT LENS', 'product', reading.lenses.product, reading, screen, paint),
    '',
    ...lensLines('CUSTOMER LENS', 'customer', reading.lenses.customer, reading, screen, paint),
  ];
}

function lensLines(
  title: string,
  hue: 'product' | 'customer',
  lens: LensReading,
  reading: Reading,
  screen: Screen,
  paint: Paint,
): string[] {
  const score =
    lens.score === null ? paint('faint', lens.because ?? '') : paint('strong', scoreWords(lens.score, lens.interval));
  return [
    `${paint('strong', title)}  ${score}`,
    '',
    ...lens.questions.flatMap((question) => questionLines(question, hue, reading, screen, paint)),
  ];
}

function questionLines(
  question: QuestionReading,
  hue: 'product' | 'customer',
  reading: Reading,
  screen: Screen,
  paint: Paint,
): string[] {
  const width = Math.max(20, Math.min(48, screen.columns - QUESTION_WIDTH - SCORE_WIDTH - 2));
  const audits = reading.audits.filter(({ id }) => question.audits.includes(id));
  const head = padEnd(question.question, QUESTION_WIDTH);
  if (question.score === null) {
    const seen = audits.filter(({ state }) => state === 'insufficient-data');
    const words = wrap(question.because ?? '', screen.columns - QUESTION_WIDTH);
    const [first = '', ...rest] = words;
    const pips = seen.map((audit) => pipsOf(audit, screen)).filter((line) => line !== '');
    return [
      head + paint('faint', first),
      ...indent([...rest.map((line) => paint('faint', line)), ...pips], QUESTION_WIDTH),
    ];
  }
  const drawn = caliper(screen, paint, hue, width, question.score, question.interval);
  const line = `${head}${padEnd(scoreWords(question.score, question.interval), SCORE_WIDTH)} ${drawn}`;
  return [line, ...audits.flatMap((audit) => auditLines(audit, screen, paint))];
}

function auditLines(audit: AuditReading, screen: Screen, paint: Paint): string[] {
  if (audit.state === 'not-collected' || audit.state === 'not-applicable') return [];
  const figure = audit.value === null ? '' : ` ${valueWords(audit.value, audit.unit, audit.interval)}, n ${audit.n}.`;
  const words =
    audit.state === 'insufficient-data' ? `${audit.question} ${audit.because}` : `${audit.because ?? ''}${figure}`;
  return indent(
    wrap(words, screen.columns - 4).map((line) => paint('faint', line)),
    2,
  );
}

/** Few is a list: a place kept for every case that a figure needs. */
function pipsOf({ n, minN }: AuditReading, screen: Screen): string {
  if (n === null || minN > 40) return '';
  const [full, open] = screen.ascii ? ['x', '.'] : ['▪', '▫'];
  return `${full.repeat(Math.min(n, minN))}${open.repeat(Math.max(0, minN - n))} ${n} of ${minN}`;
}

/** Audits that no lens averages: claims, and figures told beside. */
export function besideLines(reading: Reading, screen: Screen, paint: Paint): string[] {
  const beside = reading.audits.filter(({ answers, state }) => answers === null && state === 'informative');
  if (beside.length === 0) return [];
  const lines = beside.flatMap((audit) => {
    const figure = audit.value === null ? '' : valueWords(audit.value, audit.unit, audit.interval);
    const [first = '', ...rest] = wrap(`${audit.because ?? ''} ${figure}, n ${audit.n}.`, screen.columns - 4);
    return [`${sign(screen, 'bullet')} ${first}`, ...indent(rest, 2)];
  });
  return [paint('strong', 'BESIDE THE LENSES, NOT IN THEM'), '', ...lines];
}
