/** Praise is counted in the year and in known languages; unasked changes only once they are a year old. */
import { expect, test } from 'vitest';
import { chain, day, evaluate } from './rows.cases.ts';
import { issue } from './voices.cases.ts';
import warmth from './warmth.ts';

const YEARS = day(800);

test('counts praise of the year by people outside, and leaves other languages out', async () => {
  const review = (number: number, at: number, body: string, lang = 'en') => ({
    ...issue(number, at, `p${number}`),
    type: 'review',
    body,
    lang,
  });
  const feedback = [
    review(1, 10, 'I love this app'),
    review(2, 700, 'I love this app'),
    review(3, 701, 'It opens.'),
    review(4, 702, 'Une merveille', 'fr'),
    issue(5, 703, 'ann'),
  ];
  const { warmth: told } = await evaluate({ feedback }, YEARS);
  expect(told).toMatchObject({ pieces: 2, praised: 1, old: 0 });
});

test('where only some were read for praise, it is counted among those', async () => {
  const feedback = [1, 2, 3].map((number) => ({
    ...issue(number, 700 + number, `p${number}`),
    ...{ type: 'review', body: 'I love this app', lang: 'en' },
  }));
  const facts = await evaluate({ feedback }, YEARS);
  const [one, two] = feedback.map(({ id }) => id) as [string, string];
  const praised = { ids: new Set([one]), drawn: new Set([one, two]) };
  expect(warmth.compute({ ...facts, praised }, { at: YEARS })).toMatchObject({ pieces: 3, read: 2, praised: 1 });
});

test('a change of this year is not a year old', async () => {
  const changes = chain(6, (index) => ({ subject: `fix: the lamp, part ${index}`, day: index < 4 ? index + 10 : 790 }));
  const { warmth: told } = await evaluate({ changes, feedback: [issue(1, 1, 'ann')] }, YEARS);
  expect(told).toMatchObject({ old: 4, unasked: 0, untraced: 4 });
});
