/** Advertisements and posts: when each came out, and what it said, sentence by sentence. Texts are looked at here and not kept. */
import { digestOf } from '#core/ids.ts';
import { collectFact } from './define-fact.ts';
import { textIn } from './rules/fields.ts';
import type { Post } from './shelf-values.ts';

const LONGEST = 20_000;
const MOST_SENTENCES = 200;

export default collectFact({
  id: 'posts',
  version: 1,
  reads: 'documents',
  collect: () => {
    const all: Post[] = [];
    return {
      take({ id, type, at, amount, title, body, data }) {
        if (type !== 'advertisement' && type !== 'post') return;
        const said = `${title ?? ''}\n${body ?? ''}`.slice(0, LONGEST).toLowerCase();
        const words = new Set<string>();
        const sentences = said.split(/[.!?…]+(?=\s|$)|\n+/, MOST_SENTENCES).flatMap((sentence) => {
          const told = sentence.match(/[\p{L}\p{N}]+/gu) ?? [];
          for (const word of told) words.add(word);
          return told.length === 0 ? [] : [digestOf(told.join(' ')).slice(0, 16)];
        });
        all.push({
          id,
          at,
          paid: type === 'advertisement',
          spend: amount,
          channel: textIn(data, 'channel'),
          sentences,
          words,
        });
      },
      done: () => ({ collected: all.length > 0, all }),
    };
  },
});
