/** What kinds and roles are learned from: the labelled statements, and issues of a tracker that teach a little beside them. */
import { featuresOf } from '#language/classify/features.ts';
import type { Example } from '#language/classify/learn.ts';
import { type Labelled, oldIssues } from './data.ts';
import type { Statement } from './statements.ts';

const ALL = ['problem', 'request', 'question', 'praise', 'leaving'];
/** An issue of a tracker says hardly anything about how a review asks: a twentieth each. */
const ISSUE_WEIGHT = 0.05;

/**
 * A bare thing in a survey (“Neovim integration”) is a request only because of the question it answers; it would teach
 * that every noun asks for something.
 */
export async function kindExamples(folder: string, said: readonly Statement[]): Promise<Example[]> {
  const own = said.map(
    ({ data, text, kinds }): Example => ({
      features: featuresOf(text),
      holds: kinds,
      about: data === 'jupyter-surveys' ? ALL.filter((kind) => kind !== 'request') : ALL,
      weight: 1,
    }),
  );
  const issues = (await oldIssues(folder)).filter(({ label }, at) => at % (label === 'request' ? 2 : 6) === 0);
  return [
    ...own,
    ...issues.map(
      ({ text, label }, at): Example => ({
        features: featuresOf(text),
        holds: [label],
        about: at % 4 === 0 ? ALL.filter((kind) => kind !== 'question') : ['problem', 'request'],
        weight: ISSUE_WEIGHT,
      }),
    ),
  ];
}

/** By the second reading, which knew the first one’s slips. */
export function roleRows(said: readonly Statement[]): Labelled[] {
  return said.flatMap(({ text, second }) => (second === '' ? [] : [{ text, label: second }]));
}
