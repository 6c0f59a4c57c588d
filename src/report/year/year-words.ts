/** A year in words that every face shares: the finding first, then a sentence for each part. */
import type { PromiseState } from '#core/promise-state.ts';
import { capital, counted } from '#core/wording.ts';
import type { RoundGap, Year, YearLens, YearPlace } from '#core/year.ts';
import { dateWords, round, scoreWords } from '../figures.ts';
import { PLACES } from '../place-words.ts';
import { questionName } from './question-names.ts';

export interface YearWords {
  readonly head: string;
  readonly place: string;
  readonly culture: string;
  readonly promises: string;
  /** Row by row, as the tables of the year have them. */
  readonly rows: {
    readonly places: readonly { readonly product: string; readonly customer: string; readonly place: string }[];
    readonly gaps: readonly { readonly name: string; readonly rounds: readonly string[] }[];
    readonly due: readonly { readonly state: string; readonly text: string }[];
  };
}

export function yearWords(product: string, year: Year): YearWords {
  return {
    head: `${product} from ${dateWords(year.from)} to ${dateWords(year.to)}: ${headOf(year)}`,
    place: placeSentence(year),
    culture: cultureSentence(year),
    promises: promiseSentence(year),
    rows: {
      places: year.places.map((one) => ({
        ...{ product: lensScore(one.product), customer: lensScore(one.customer) },
        place: placeWords(one),
      })),
      gaps: year.gaps.map(({ question, rounds }) => ({
        name: capital(questionName(question)),
        rounds: rounds.map(gapWords),
      })),
      due: (year.promises?.due ?? []).map(({ state, text }) => ({
        state: promiseWords(state),
        text: promiseText(text),
      })),
    },
  };
}

function headOf({ places, lenses }: Year): string {
  const moved = lenses.filter(({ apart }) => apart);
  if (moved.length > 0) return `${moved.map(lensMoved).join(', ')}.`;
  if (places.length === 0) return 'what people said, without a reading.';
  if (places.length === 1) return 'one reading, so nothing can have moved yet.';
  const still = lenses.filter(({ same }) => same);
  if (still.length === 0) return 'its readings cannot be held against each other.';
  return still.length === 2
    ? 'neither lens surely moved.'
    : `the ${still.map(({ lens }) => lens).join()} lens did not surely move.`;
}

function lensMoved({ lens, before, now }: YearLens): string {
  return `the ${lens} lens ${(now ?? 0) > (before ?? 0) ? 'rose' : 'fell'} from ${round(before ?? 0)} to ${round(now ?? 0)}`;
}

function placeSentence({ places, lenses, otherMethod, from }: Year): string {
  const [first, last] = [places[0], places.at(-1)];
  const others =
    otherMethod > 0
      ? ` Readings of ${counted(otherMethod, 'more day')} were made by another method and are left out; read those days again to see them.`
      : '';
  if (!first || !last) return `Nothing was read in this year.${others}`;
  if (first === last)
    return `Where it stood before is not known. Read it as of the year’s first day: bifocal --at ${from}.${others}`;
  const late =
    Date.parse(first.at) - Date.parse(from) > LATE_MS
      ? ` The first reading of the year is of ${dateWords(first.at)}.`
      : '';
  const between = lenses
    .filter(({ same }) => !same)
    .map(({ lens, before, now }) =>
      before === null || now === null
        ? ` The ${lens} lens had no score ${before === null ? 'then' : 'at the end'}.`
        : ` The ${lens} lens answers other questions than then, so the two are not compared.`,
    );
  const [then, now] = [placeWords(first), placeWords(last)];
  const stood =
    then === now
      ? `On ${dateWords(first.at)} and on ${dateWords(last.at)}: ${now}.`
      : `On ${dateWords(first.at)}: ${then}. On ${dateWords(last.at)}: ${now}.`;
  return `${stood}${between.join('')}${late}${others}`;
}

/** Later than that, a year begins without its first month. */
const LATE_MS = 31 * 86_400_000;

const ALL = 4;

function placeWords({ name, certainty, between }: Pick<YearPlace, 'name' | 'certainty' | 'between'>): string {
  if (certainty === 'between' && between.length > 1 && between.length < ALL) {
    const possible = between.map((one) => PLACES[one]);
    return `between ${possible.slice(0, -1).join(', ')} and ${possible.at(-1)}`;
  }
  if (certainty === 'between') return 'the place could not be told';
  return certainty === 'is' ? PLACES[name] : `probably ${PLACES[name]}`;
}

function lensScore(score: YearPlace['product']): string {
  return score === null ? 'no score' : scoreWords(score.score, score.interval);
}

function cultureSentence({ rounds, gaps, from }: Year): string {
  const [last, before] = [rounds.at(-1), rounds.at(-2)];
  if (!last) return 'No round of the Mirror Test was closed yet.';
  const stale = last.closedAt <= from ? ' It closed before this year began.' : '';
  const roles = gaps.filter(({ question }) => question !== 'self-image');
  const known = roles.flatMap(({ question, rounds: all }) => {
    const gap = all.at(-1);
    return gap?.state === 'gap' ? [{ question, ...gap }] : [];
  });
  const sure = known.filter((gap) => gap.sure);
  const said =
    known.length === 0
      ? `In ${last.name} leaders and staff are not both shown with figures, so how far they lie apart is not known.`
      : sure.length === 0
        ? `In ${last.name} no difference of leaders and staff can be told.`
        : `In ${last.name} leaders and staff surely differ on ${sure.length} of ${known.length} questions: ${sure.map(({ question }) => questionName(question)).join(', ')}.`;
  const moved = gaps.flatMap(({ question, moved: change }) =>
    change?.sure === true ? [`${questionName(question)} (${change.value < 0 ? 'closer' : 'further apart'})`] : [],
  );
  const since = !before
    ? ' It is the first round: there is nothing to compare it with yet.'
    : moved.length === 0
      ? ` Since ${before.name} no gap surely became wider or narrower.`
      : ` Since ${before.name} these moved: ${moved.join(', ')}.`;
  return `${said}${guessSentence(gaps)}${since}${stale}`;
}

function guessSentence(gaps: Year['gaps']): string {
  const guess = gaps.find(({ question }) => question === 'self-image')?.rounds.at(-1);
  if (guess?.state !== 'gap') return '';
  if (!guess.sure) return ' What leaders guess and what customers say cannot be told apart.';
  const more = guess.value > 0 ? 'more' : 'fewer';
  return ` Leaders think ${round(Math.abs(guess.value))} ${more} of 100 customers would miss it than say so.`;
}

function promiseSentence({ promises }: Year): string {
  if (promises === null) return 'What was promised is not known: no README or page was read, or nothing that ships.';
  const { due, until } = promises;
  if (due.length === 0) return `No promise with a time came due in the 52 weeks to ${dateWords(until)}.`;
  const counts = (['kept', 'kept late', 'not kept', 'taken back', 'cannot be told'] as const).flatMap((state) => {
    const n = due.filter((one) => one.state === state).length;
    return n === 0 ? [] : [`${n} ${promiseWords(state)}`];
  });
  return `${counted(due.length, 'promise')} came due: ${counts.join(', ')}.`;
}

/** A promise of a list, without the sign of the list. */
function promiseText(text: string): string {
  return text.replace(/^\s*[-*+]\s+/, '');
}

function promiseWords(state: PromiseState): string {
  if (state === 'kept') return 'kept in time';
  return state === 'not kept' ? 'without a sign' : state;
}

/** `+2.1 (1–3.2)`, or why there is no figure. */
function gapWords(gap: RoundGap): string {
  if (gap.state === 'alike') return 'nearly all alike';
  if (gap.state === 'too-few') return 'not shown';
  const { value, interval } = gap;
  return `${value > 0 ? '+' : ''}${round(value)} (${round(interval.low)} to ${round(interval.high)})`;
}
