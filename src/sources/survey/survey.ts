/** A survey's export, one row a respondent: each free answer is feedback, each scale an event. Page for readers: survey.md. */
import { z } from 'zod';
import type { Missing } from '#core/errors.ts';
import type { Author, Gathered } from '#core/evidence.ts';
import { digestOf, idOf } from '#core/ids.ts';
import type { JsonObject } from '#core/json.ts';
import { type Batch, defineSource, type RefusedRow } from '#core/source.ts';
import { cellOf, numberOf, textOf } from '../table/cells.ts';
import { headBytes } from '../table/inspect.ts';
import { rolesOf } from '../table/roles.ts';
import type { Fields } from '../table/row.ts';
import { rowsOf } from '../table/rows.ts';
import { headEncoding, shapeOf } from '../table/shape.ts';
import { timeOf } from '../table/times.ts';
import { isSurvey, type SurveyPlan, strange, surveyPlan } from './survey-plan.ts';

const SurveyOptions = z.strictObject({
  files: z.array(z.string().min(1)).length(1, 'a survey is one file'),
  /** `id` and `at`: a column, or for `at` the day on which all was answered. */
  map: z.record(z.string().max(40), z.string().max(500)).optional(),
  dates: z.enum(['day-first', 'month-first']).optional(),
  from: z.string().min(1).max(100).optional(),
});
type SurveyOptions = z.infer<typeof SurveyOptions>;

const LONGEST = 65_536;

export default defineSource<SurveyOptions>({
  id: 'survey',
  title: 'Survey exports',
  strands: ['says'],
  rereadable: false,
  options: SurveyOptions,

  origin: async (options) => (await planOf(options, new AbortController().signal)).origin,

  async *gather({ options, cursor, until, signal, progress }): AsyncGenerator<Batch> {
    const plan = await planOf(options, signal);
    let newest: number | null = null;
    let taken = 0;
    const missing: Missing[] = [];
    const digest = digestOf(JSON.stringify([plan.digest, options.map ?? {}, options.dates ?? null]));
    const before = cursor === null ? null : (JSON.parse(cursor) as { digest: string; newest: number | null });
    if (before?.digest === digest && (until === null || (before.newest ?? 0) <= until)) {
      yield { cursor: cursor as string, ...(before.newest !== null && { observedUntil: before.newest }) };
      return;
    }
    for await (const piece of rowsOf(plan.file, signal)) {
      const items: Gathered[] = [];
      const refused: RefusedRow[] = piece.refused.map((one) => ({ file: plan.name, ...one }));
      for (const { row, fields } of piece.rows) {
        const at = typeof plan.at === 'number' ? plan.at : timeOf(textOf(cellOf(fields, plan.at)) ?? '', plan.order);
        if (at === null) refused.push({ file: plan.name, row, reason: 'nothing tells when it was answered' });
        else if (until !== null && at > until)
          refused.push({ file: plan.name, row, reason: 'its time lies after the time that is read' });
        else {
          items.push(...answersOf(fields, at, plan));
          newest = Math.max(newest ?? at, at);
          taken += 1;
        }
      }
      progress('answers', piece.taken, plan.bytes);
      yield { items, refused, rows: piece.rows.length + piece.refused.length };
    }
    if (taken === 0) throw strange(plan.name, 'nothing tells when any of it was answered');
    yield { missing, cursor: JSON.stringify({ digest, newest }), ...(newest !== null && { observedUntil: newest }) };
  },

  importing: {
    recognises: async (path) => ((await looksLikeSurvey(path)) ? 2 : 0),
    optionsOf: ({ files, map, dates, from }) => ({
      files,
      ...(map && { map }),
      ...(dates && { dates }),
      ...(from && { from }),
    }),
    async describe(options, signal) {
      const { questions, name } = await planOf(options as SurveyOptions, signal);
      const columns = [...questions].map(([column, as]) => ({ file: name, column, as: as === 'choice' ? null : as }));
      return { format: 'survey', columns, notes: [] };
    },
  },
});

function planOf(options: SurveyOptions, signal: AbortSignal): Promise<SurveyPlan> {
  return surveyPlan(options.files[0] ?? '', options, signal);
}

/** A table whose columns tell an id, a text and a time is read as one, however many columns it has. */
async function looksLikeSurvey(path: string): Promise<boolean> {
  try {
    const shape = await shapeOf(path, headEncoding(await headBytes(path)));
    if (shape.is === 'json') return false;
    const { id, title, body, at } = rolesOf(shape.headings);
    if (id && (title || body) && at) return false;
    const day = at ? {} : { map: { at: '1970-02-01' } };
    return isSurvey(await surveyPlan(path, { files: [path], ...day }, new AbortController().signal));
  } catch {
    return false;
  }
}

/** One event for the respondent with all that was chosen, one for each point on a scale, feedback for each answer in words. */
function answersOf(fields: Fields, at: number, { id, origin, questions }: SurveyPlan): Gathered[] {
  const own = id === null ? null : textOf(cellOf(fields, id))?.trim();
  const respondent = own || idOf('respondent', String(at), JSON.stringify(fields));
  const author: Author = { space: origin, handle: respondent };
  const base = { origin, author, at };
  const choices: Record<string, string> = {};
  const items: Gathered[] = [];
  for (const [question, asks] of questions) {
    const answer = textOf(cellOf(fields, question))?.trim();
    if (!answer || asks === 'left out') continue;
    const place = `${respondent}/${idOf('question', question).slice(0, 12)}`;
    const data: JsonObject = { question: question.slice(0, 500) };
    if (asks === 'choice') choices[question.slice(0, 500)] = answer.slice(0, 2_000);
    else if (asks === 'scale')
      items.push({ ...base, kind: 'event', type: 'scale', externalId: place, amount: numberOf(answer), data });
    else {
      const body = answer.slice(0, LONGEST);
      items.push({ ...base, kind: 'feedback', type: 'survey', externalId: place, threadId: place, body, data });
    }
  }
  return [{ ...base, kind: 'event', type: 'response', externalId: respondent, data: { choices } }, ...items];
}
