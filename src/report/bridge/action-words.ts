/** An action in words that every face shares: its verdict as one sentence, and what is agreed and counted. */
import type { ActionJudged, ActionTold, TellTaleCount } from '#core/action.ts';
import { counted } from '#core/wording.ts';
import type { Fact } from '../audit-words.ts';
import { dateWords, round, valueWords } from '../figures.ts';

/** `Moved`: how it begins everywhere. */
export function verdictWord({ verdict, possibleAt }: Pick<ActionJudged, 'verdict' | 'possibleAt'>): string {
  if (verdict !== 'too early') return { moved: 'Moved', 'not moved': 'Not moved', worse: 'Worse' }[verdict];
  return possibleAt === null ? 'Cannot be told' : 'Too early';
}

export function verdictSentence(judged: ActionJudged): string {
  const { verdict, possibleAt, since, before, unit } = judged;
  if (verdict === 'too early') {
    if (possibleAt === null)
      return `Cannot be told: ${counted(since.n, 'case')} since, ${before.n} before; that is too few.`;
    return `Too early until ${dateWords(possibleAt)}: ${counted(since.n, 'case')} since, which is too few.`;
  }
  const figure = (value: number | null) => (value === null ? 'unknown' : valueWords(value, unit, null));
  const days = judged.within === null ? '' : ` within ${counted(judged.within, 'day')}`;
  return `${verdictWord(judged)}: ${figure(before.value)}${days} before, ${figure(since.value)} since${movedBy(judged)}.`;
}

function movedBy({ difference, interval, unit }: ActionJudged): string {
  if (difference === null || interval === null) return '';
  const scale = unit === 'share' ? 100 : 1;
  const points = unit === 'share' ? ' points' : '';
  const sign = (value: number) => `${value > 0 ? '+' : ''}${round(value * scale)}`;
  const high = interval.high === null ? 'not reached' : sign(interval.high);
  return `, ${sign(difference)}${points} (${sign(interval.low)} to ${high})`;
}

/** `3 of 9 since, 50 of 95 before`. */
function tellTaleWords({ judged, standing }: Pick<ActionTold, 'judged' | 'standing'>): string | null {
  const of = ({ count, of: all }: TellTaleCount) => `${count} of ${all}`;
  if (judged?.tellTale) return `${of(judged.tellTale.since)} since, ${of(judged.tellTale.before)} before`;
  return standing === null ? null : `${of(standing)} now`;
}

function expectedWords(expected: ActionTold['expected']): string | null {
  if (expected === null) return null;
  const sign = (value: number) => `${value > 0 ? '+' : ''}${round(value)}`;
  const { lens, change, interval } = expected;
  const range = interval === null ? '' : ` (${round(interval.low)} to ${round(interval.high ?? 100)})`;
  return `${lens === 'product' ? 'Product' : 'Customer'} ${sign(change)}${range}`;
}

export function actionFacts(action: ActionTold): readonly Fact[] {
  const { people, effort, tellTale, state, owner, due, doneOn, verdictPossibleAt, expected, judged } = action;
  const now = tellTaleWords(action);
  const last = action.steps.findLast(({ note }) => note !== null);
  const change = expectedWords(expected);
  const facts: [string, string | null][] = [
    [
      'people',
      people === null
        ? null
        : counted(people, state === 'done' ? 'waited' : 'waits', state === 'done' ? 'waited' : 'wait'),
    ],
    ['owner', owner],
    ['due', due && dateWords(due)],
    ['done', doneOn && dateWords(doneOn)],
    ['effort', state === 'done' ? null : effort],
    ['tell-tale', `${tellTale}${now === null ? '' : `: ${now}`}`],
    ['verdict from', judged === null && verdictPossibleAt !== null ? dateWords(verdictPossibleAt) : null],
    ['expected', change],
    ['beside it', judged !== null && judged.beside.length > 0 ? judged.beside.join('; ') : null],
    ['why', last?.note ?? null],
    ['who', last?.who ?? null],
  ];
  return facts.flatMap(([word, says]) => (says === null ? [] : [[word, says] as const]));
}
