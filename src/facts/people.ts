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
    const { personOf, roles } = identities;
    for (const [authorId, role] of roles ?? []) {
      if (role === 'bot') bots.add(authorId);
      else bots.delete(authorId);
    }
    return { bots, personOf, behaving, ...(roles && { roles }) };
  },
});

/**
 * Judged by person, since whoever writes code under one address and releases under another is no bot. In the order of
 * first commits: ids of authors differ between machines and must order nothing.
 */
function botsByBehaviour({ commits, paths }: History, { bots, personOf }: Identities): People['behaving'] {
  const books = paths.map(isBookkeeping);
  const habits = new Map<string, Habit>();
  const authors = new Map<string, string>();
  const own = commits.filter(({ merge, touched }) => !merge && touched.length > 0);
  for (const { authorId, touched } of own) {
    if (authorId === null || bots.has(authorId)) continue;
    const person = personOf.get(authorId) ?? authorId;
    authors.set(authorId, person);
    const habit = habits.get(person) ?? new Habit();
    habits.set(person, habit);
    habit.add(touched.every((path) => books[path]));
  }
  const reasons = new Map<string, string>();
  for (const [person, habit] of habits) {
    if (!habit.onlyKeepsBooks()) continue;
    const subjects = own.flatMap(({ authorId, subject }) => (authors.get(authorId ?? '') === person ? subject : []));
    const because = habit.because(subjects);
    if (because !== null) reasons.set(person, because);
  }
  return [...authors].flatMap(([authorId, person]) => {
    const because = reasons.get(person);
    return because === undefined ? [] : [{ authorId, because }];
  });
}
