/** The same evidence gives the same facts, however it arrived and whatever keys a machine hides authors under. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Evidence } from '#core/evidence.ts';
import { digestOf } from '#core/ids.ts';
import { commit, day, evaluate, identity, type Rows, row, tag } from './rows.cases.ts';
import { closedOn, comment, issue } from './voices.cases.ts';

/** Commits with many equal times, several authors and all areas; tags and headings of equal times too. */
const worlds: fc.Arbitrary<Rows> = fc
  .array(
    fc.record({
      parent: fc.nat(30),
      day: fc.constantFrom(390, 390, 391, 395, 399),
      author: fc.constantFrom('ada', 'ben', 'robot', 'mend'),
      path: fc.constantFrom('src/a.ts', 'src/b.ts', 'README.md', 'package.json'),
      subject: fc.constantFrom('Add a thing', 'Fix a thing', 'docs: words', 'Release 1.0.0'),
    }),
    { minLength: 2, maxLength: 30 },
  )
  .map((nodes) => {
    const changes = nodes.map(({ parent, subject, path, ...rest }, index) =>
      commit(`c${index}`, subject, { ...rest, paths: [path], after: index === 0 ? [] : [`c${parent % index}`] }),
    );
    const half = nodes.length >> 1;
    return {
      changes,
      releases: [
        tag('v1.0.0', `c${half}`, 395),
        tag('v1.1.0', `c${nodes.length - 1}`, 395),
        row('release', 'notes', '1.0.0', day(395), { origin: 'changelog:x', version: '1.0.0', data: { lines: ['A'] } }),
      ],
      feedback: nodes.slice(0, 9).map(({ author }, index) => issue(index, 388 + (index % 3), author, closedOn(396))),
      replies: nodes.map(({ author, day: at }, index) => comment(index % 9, at, author, `Thanks, number ${index % 2}`)),
      documents: [row('document', 'readme', 'README.md@1', day(399), { body: '# Lamp' })],
      identities: ['ada', 'ben', 'robot', 'mend'].map((id) => identity(id, { bot: id === 'robot' })),
    };
  });

function shuffled(rows: Rows, seed: number): Rows {
  const key = (each: { id: string }) => digestOf(`${seed} ${each.id}`);
  const mixed = Object.entries(rows).map(([name, list]) => [
    name,
    (list as readonly { id: string }[]).toSorted((a, b) => (key(a) < key(b) ? -1 : 1)),
  ]);
  return Object.fromEntries(mixed) as Rows;
}

test('rows that arrive in another order give the same facts', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, fc.integer(), async (rows, seed) => {
      expect(await evaluate(shuffled(rows, seed))).toEqual(await evaluate(rows));
    }),
    { numRuns: 60 },
  );
});

test('authors hidden under other keys give the same facts but for those keys', async () => {
  const hide = (id: string) => digestOf(`another key ${id}`).slice(0, 32);
  await fc.assert(
    fc.asyncProperty(worlds, async (rows) => {
      const hidden: Rows = {
        ...rows,
        feedback: (rows.feedback ?? []).map((ask): Evidence => ({ ...ask, authorId: hide(ask.authorId ?? '') })),
        replies: (rows.replies ?? []).map((said): Evidence => ({ ...said, authorId: hide(said.authorId ?? '') })),
        changes: (rows.changes ?? []).map((change): Evidence => ({ ...change, authorId: hide(change.authorId ?? '') })),
        identities: (rows.identities ?? []).map((one) => ({ ...one, id: hide(one.id), personId: hide(one.personId) })),
      };
      const { history, identities, people, asks, answers, ...rest } = await evaluate(rows);
      const hiddenFacts = await evaluate(hidden);
      const { history: same, identities: _, people: others, asks: __, answers: ___, ...restHidden } = hiddenFacts;
      expect(restHidden).toEqual(rest);
      expect(same.commits.map(({ authorId, ...commitRest }) => [authorId, commitRest])).toEqual(
        history.commits.map(({ authorId, ...commitRest }) => [hide(authorId ?? ''), commitRest]),
      );
      expect([...others.bots]).toEqual([...people.bots].map(hide));
      expect(others.behaving.map(({ because }) => because)).toEqual(people.behaving.map(({ because }) => because));
      expect(identities.bots.size).toBe(1);
    }),
    { numRuns: 60 },
  );
});
