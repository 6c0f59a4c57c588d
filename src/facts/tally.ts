/** Counts for the head of a reading; bots apart. */
import { computeFact } from './define-fact.ts';

export default computeFact({
  id: 'tally',
  version: 3,
  facts: ['history', 'people', 'releases', 'pronouncements', 'voice', 'catalogue', 'posts'],
  compute: ({ history, people, releases, pronouncements, voice, catalogue, posts }) => {
    const persons = new Set<string>();
    const bots = new Set<string>();
    let botChanges = 0;
    for (const { authorId } of history.commits) {
      if (authorId === null) continue;
      const person = people.personOf.get(authorId) ?? authorId;
      if (people.bots.has(authorId)) {
        bots.add(person);
        botChanges += 1;
      } else persons.add(person);
    }
    return {
      // A changelog's lines stand for the changes only where no history can be read.
      changes: history.commits.length > 0 ? history.commits.length : (history.others ?? 0),
      releases: releases.all.length,
      feedback: voice.feedback,
      documents: pronouncements.documents,
      pages: pronouncements.pages,
      copies: pronouncements.copies,
      looks: catalogue.looks.length,
      posts: posts.all.length,
      people: persons.size,
      bots: bots.size,
      botChanges,
    };
  },
});
