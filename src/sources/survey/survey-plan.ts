/** What is made of a survey's export, decided over all of its rows: who answered when, and what each column asks. */
import { basename } from 'node:path';
import { BifocalError } from '#core/errors.ts';
import { cellOf, textOf } from '../table/cells.ts';
import { inspect } from '../table/inspect.ts';
import { nameOf, rolesOf } from '../table/roles.ts';
import { rowsOf, type TableFile } from '../table/rows.ts';
import { shapeOf } from '../table/shape.ts';
import { type DayOrder, DayOrders, timeOf } from '../table/times.ts';
import { Answers, alike, type Question } from './questions.ts';

export interface SurveyOptions {
  readonly files: readonly string[];
  readonly map?: Readonly<Record<string, string>> | undefined;
  readonly dates?: DayOrder | undefined;
  readonly from?: string | undefined;
}

export interface SurveyPlan {
  readonly file: TableFile;
  readonly name: string;
  readonly digest: string;
  readonly bytes: number;
  readonly origin: string;
  /** null: respondents are told apart by all that they answered. */
  readonly id: string | null;
  /** A column, or the one day that a person named. */
  readonly at: string | number;
  readonly order: DayOrder | null;
  readonly questions: ReadonlyMap<string, Question>;
}

/** Rejects with FILE_NOT_WHAT_IT_CLAIMS, or COLUMN_NOT_FOUND where nothing tells when it was answered. */
export async function surveyPlan(path: string, options: SurveyOptions, signal: AbortSignal): Promise<SurveyPlan> {
  const name = basename(path);
  const { encoding, digest, bytes } = await inspect(path, signal);
  const shape = await shapeOf(path, encoding);
  if (shape.is === 'json') throw strange(name, 'it has no columns');
  const file = { path, encoding, shape };
  const columns = [...new Set(shape.headings)];
  const roles = rolesOf(columns);
  const { map = {} } = options;
  const at = whenOf(map.at ?? map.time ?? roles.at?.[0], columns, name);
  const id = map.id ?? columns.find((column) => /^(?:respondent|response|submission) id$/.test(nameOf(column))) ?? null;
  const answers = new Map(
    columns.filter((column) => column !== at && column !== id).map((column) => [column, new Answers()]),
  );
  const orders = new DayOrders();
  for await (const { rows } of rowsOf(file, signal)) {
    for (const { fields } of rows) {
      for (const [column, seen] of answers) seen.see(textOf(cellOf(fields, column)) ?? '');
      if (typeof at === 'string') orders.see(textOf(cellOf(fields, at)) ?? '');
    }
  }
  const questions = alike(answers, new Map([...answers].map(([column, seen]) => [column, asked(column, seen)])));
  const order = options.dates ?? orders.decided('month-first')?.order ?? null;
  const origin = `survey:${options.from ?? name.replace(/(?:\.\w{1,5}){1,2}$/, '')}`;
  return { file, name, digest, bytes, origin, id, at, order, questions };
}

/** Days of starting and changing, and states of the form, are no answers. */
function asked(column: string, seen: Answers): Question {
  return /^(?:time |date |start|end|status$|.*\b(?:started|submitted|completed)\b)/.test(nameOf(column)) ||
    nameOf(column) === ''
    ? 'left out'
    : seen.asksFor(column);
}

function whenOf(said: string | undefined, columns: readonly string[], file: string): string | number {
  if (said !== undefined && columns.includes(said)) return said;
  const day = said === undefined ? null : timeOf(said, null);
  if (day !== null) return day;
  throw new BifocalError('COLUMN_NOT_FOUND', { file, missing: 'a time', columns });
}

export function strange(file: string, cause: string): BifocalError {
  return new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', { file, format: 'a survey', cause });
}

/** So many columns of words of one’s own among so many make a table a survey. */
const LEAST_FREE = 1;
const LEAST_COLUMNS = 4;

export function isSurvey({ questions }: SurveyPlan): boolean {
  return (
    questions.size >= LEAST_COLUMNS && [...questions.values()].filter((asks) => asks === 'free').length >= LEAST_FREE
  );
}
