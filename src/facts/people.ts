/** Who is a bot, by name or by behaviour, and which authors are one person. */
import { computeFact } from './define-fact.ts';
import { Habit } from './rules/behaviour.ts';
import { isBookkeeping } from './rules/bookkeeping.ts';
import type { History, Identities, People } from './values.ts';

export default computeFact({
  id: 'people',
  version: 1,
  facts: ['history', 'identities'],
  compute: ({ history, identities }): People => {
    const behaving = botsByBehaviour(history, identities);
    const bots = new Set(identities.bots);
    for (const { authorId } of behaving) bots.add(authorId);
    return { bots, personOf: identities.personOf, behaving };
  },
});

/** In the order of their first commits: ids of authors differ between machines and must order nothing. */
function botsByBehaviour({ commits, paths }: History, { bots }: Identities): People['behaving'] {
  const books = paths.map(isBookkeeping);
  const habits = new Map<string, Habit>();
  const own = commits.filter(({ merge, touched }) => !merge && touched.length > 0);
  for (const { authorId, touched } of own) {
    if (authorId === null || bots.has(authorId)) continue;
    const habit = habits.get(authorId) ?? new Habit();
    habits.set(authorId, habit);
    habit.add(touched.every((path) => books[path]));
  }
  return [...habits].flatMap(([authorId, habit]) => {
    if (!habit.onlyKeepsBooks()) return [];
    const because = habit.because(own.flatMap((commit) => (commit.authorId === authorId ? commit.subject : [])));
    return because === null ? [] : [{ authorId, because }];
  });
}
