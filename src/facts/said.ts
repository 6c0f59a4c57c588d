/** What reviews, posts and answers to surveys are: kinds, mood, and the sentences that ask or say why. Texts are not kept. */
import type { Evidence } from '#core/evidence.ts';
import { judge, type Model } from '#language/classify/model.ts';
import { shippedModel } from '#language/classify/shipped.ts';
import { unitsOf } from '#language/clean/clean.ts';
import { sentencesOf } from '#language/sentences.ts';
import { spansOf } from '#language/spans.ts';
import { collectFact } from './define-fact.ts';
import { rounded, spokenText } from './rules/spoken-text.ts';
import type { Said, SaidStatement } from './said-values.ts';

/** Below this probability of a problem and of a request no sentence is looked at: nine of ten texts that ask nothing. */
const WORTH_READING = 0.2;
const MOST_SENTENCES = 20;

export default collectFact({
  id: 'said',
  version: 2,
  reads: 'feedback',
  unhurried: true,
  collect: () => {
    const all: Said[] = [];
    return {
      take(row) {
        const said = toSaid(row);
        if (said !== null) all.push(said);
      },
      done: () => all,
    };
  },
});

function toSaid(row: Evidence): Said | null {
  const text = spokenText(row);
  if (text === null) return null;
  const { id, at, body } = row;
  const kinds = named(shippedModel('kinds'), text) as Said['kinds'];
  const mood = named(shippedModel('mood'), text) as Said['mood'];
  const asking = Math.max(kinds.problem, kinds.request) >= WORTH_READING;
  return { id, at, kinds, mood, statements: asking ? statementsIn(body ?? '') : [] };
}

function statementsIn(body: string): SaidStatement[] {
  const sentences = sentencesOf(unitsOf(body)).slice(0, MOST_SENTENCES);
  const spans = spansOf(body, sentences);
  const model = shippedModel('roles');
  return sentences.flatMap((sentence, place) => {
    const span = spans[place];
    if (!span) return [];
    const { probabilities, holds } = judge(model, sentence);
    const [best] = holds as [number];
    const role = model.labels[best];
    if (role !== 'ask' && role !== 'reason') return [];
    return [{ role, ...span, probability: rounded(probabilities[best] as number) }];
  });
}

function named(model: Model, text: string): Record<string, number> {
  const { probabilities } = judge(model, text);
  return Object.fromEntries(model.labels.map((label, place) => [label, rounded(probabilities[place] as number)]));
}
