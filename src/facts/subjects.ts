/** What each piece of feedback is about, as stems of its title or its first words: enough to tell whether two say the same. */
import { isFunctionWord } from '#language/group/function-words.ts';
import { Stems, wordsOf } from '#language/words.ts';
import { collectFact } from './define-fact.ts';
import type { Subjects } from './need-values.ts';

/** What is said is said early. */
const CHARACTERS = 400;
const MOST = 20;
const DIGIT = /\d/;

export default collectFact({
  id: 'subjects',
  version: 2,
  reads: 'feedback',
  collect: () => {
    const stems = new Stems();
    const numbers = new Map<string, number>();
    const spread: number[] = [];
    const figures = new Set<number>();
    const of = new Map<string, readonly number[]>();
    const numberOf = (word: string) => {
      const stem = stems.of(word);
      const number = numbers.get(stem) ?? numbers.size;
      if (number === numbers.size) {
        numbers.set(stem, number);
        if (DIGIT.test(stem)) figures.add(number);
      }
      return number;
    };
    return {
      take({ id, title, body }) {
        const told = title?.trim() || (body ?? '').slice(0, CHARACTERS);
        const words = wordsOf(told).filter((word) => !isFunctionWord(word));
        const own = [...new Set(words.slice(0, MOST).map(numberOf))];
        for (const number of own) spread[number] = (spread[number] ?? 0) + 1;
        of.set(id, own);
      },
      done: (): Subjects => ({ of, spread, figures, numbers }),
    };
  },
});
