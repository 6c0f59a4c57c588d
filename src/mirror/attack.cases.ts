/** What an attacker knows of a round: which people stand behind each figure; and the algebra that takes figures apart. */
import type { Released, Role } from '#core/mirror.ts';
import type { QuestionId } from './questions.ts';
import { QUESTIONS } from './questions.ts';
import type { Given } from './round.ts';

export interface Shown {
  readonly question: string;
  /** Whose answers the figure is made of. */
  readonly people: readonly string[];
}

/** Every figure that a closed round shows, in any view or export: all are made of these groups. */
export function shownFigures({ groups }: Released, answers: readonly Given[]): Shown[] {
  return groups.flatMap((group) => {
    const roles: readonly Role[] = group.group === 'team' ? ['leaders', 'staff'] : [group.group];
    return QUESTIONS.flatMap(({ id }) => {
      const figure = group[id as QuestionId];
      if (figure === undefined || tooFew(figure)) return [];
      return [
        {
          question: id,
          people: answers.filter((one) => roles.includes(one.role) && counts(id, one)).map((one) => one.id),
        },
      ];
    });
  });
}

function counts(question: QuestionId, { answers }: Given): boolean {
  return answers[question] !== undefined && !(question === 'would' && answers.would === 'gone');
}

function tooFew(figure: object): boolean {
  if ('state' in figure) return figure.state === 'too-few';
  return Object.values(figure).some((part) => (part as { state: string }).state === 'too-few');
}

/** One whose answer follows from sums over the people behind figures, or the sum of fewer than five; null where nobody's does. */
export function isolates(shown: readonly Shown[]): string | null {
  for (const figures of Map.groupBy(shown, ({ question }) => question).values()) {
    const found = solved(figures) ?? subtracted(figures);
    if (found !== null) return found;
  }
  return null;
}

/** Every figure taken from every other. */
function subtracted(figures: readonly Shown[]): string | null {
  for (const a of figures) {
    for (const b of figures) {
      const left = a.people.filter((one) => !b.people.includes(one));
      if (b.people.every((one) => a.people.includes(one)) && left.length > 0 && left.length < 5) return left.join(' ');
    }
  }
  return null;
}

/** Gauss and Jordan: a row with one unknown left is somebody's answer. */
function solved(figures: readonly Shown[]): string | null {
  const people = [...new Set(figures.flatMap((figure) => figure.people))];
  const rows = figures.map((figure) => people.map((one) => Number(figure.people.includes(one))));
  let done = 0;
  for (let column = 0; column < people.length && done < rows.length; column += 1) {
    const pivot = rows.findIndex((row, at) => at >= done && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    [rows[done], rows[pivot]] = [rows[pivot] as number[], rows[done] as number[]];
    const top = rows[done] as number[];
    const by = top[column] as number;
    for (const [at, value] of top.entries()) top[at] = value / by;
    for (const [at, row] of rows.entries()) {
      const times = row[column] ?? 0;
      if (at !== done && times !== 0)
        for (const [place, value] of top.entries()) row[place] = (row[place] ?? 0) - times * value;
    }
    done += 1;
  }
  for (const row of rows) {
    const left = people.filter((_, at) => Math.abs(row[at] ?? 0) > 1e-9);
    if (left.length === 1) return left[0] ?? null;
  }
  return null;
}

/** Answers of a second round are unknowns of their own. */
export function later({ question, people }: Shown): Shown {
  return { question, people: people.map((one) => `${one} later`) };
}
