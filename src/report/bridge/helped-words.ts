/** Whether an answered need is written of less, in words: a share before and since, or when it can be told. */
import type { ActionJudged } from '#core/action.ts';
import { verdictSentence } from './action-words.ts';

export const HELPED_NOTE =
  'How much of all that customers write is of it. Praise is left out where it is recognised; the rest may be glad or not. After, not because: what else changed counts too.';

export function helpedSentence(judged: ActionJudged): string {
  const said = verdictSentence(judged);
  if (judged.verdict === 'too early') return said;
  return said.replace(
    /^[^:]+/,
    {
      moved: 'They write less of it',
      'not moved': 'No difference can be told',
      worse: 'More is written of it, gladly or not',
    }[judged.verdict],
  );
}
