/** What a reading rests on, in one line: the counts, headed with the source when it is only one. */
import type { Reading } from '#core/reading.ts';
import { counted } from './figures.ts';

export function restsOn({ evidence, alone }: Reading): string {
  const head = alone === null ? '' : `From ${alone.source} alone: `;
  if (evidence.looks > 0) return `${onShelf(evidence)}.`;
  const counts = [
    evidence.changes === 0 ? null : changesWords(evidence),
    evidence.releases === 0 ? null : counted(evidence.releases, 'release'),
    evidence.feedback === 0 ? null : `${counted(evidence.feedback, 'piece')} of feedback`,
    evidence.documents === 0 ? null : documentsWords(evidence.documents, alone),
  ].filter((part) => part !== null);
  const line = counts.length === 0 ? 'Nothing was read.' : `${counts.join(', ')}.`;
  return head + line;
}

/** A site's rows are its pages as they stood, copy after copy. */
function documentsWords(documents: number, alone: Reading['alone']): string {
  if (alone?.source === 'a site') return counted(documents, 'copy of its pages', 'copies of its pages');
  return counted(documents, alone?.source === 'posts' ? 'post' : 'page');
}

function changesWords({ changes, people, botChanges }: Reading['evidence']): string {
  const by = people === 0 ? '' : ` by ${counted(people, 'person', 'people')}`;
  const bots = botChanges === 0 ? '' : ` (${counted(botChanges, 'more', 'more')} by bots)`;
  return `${counted(changes, 'change')}${by}${bots}`;
}

/** A product whose changes a catalogue shows: in the words of its business. */
function onShelf({ looks, changes, releases, posts, documents, feedback }: Reading['evidence']): string {
  const parts = [
    `${counted(looks, 'look')} at the catalogue, ${counted(changes, 'change')} between them`,
    releases === 0 ? null : counted(releases, 'launch', 'launches'),
    posts === 0 ? null : `${counted(posts, 'advertisement or post', 'advertisements and posts')}`,
    documents > posts ? counted(documents - posts, 'page') : null,
    feedback === 0 ? null : `${counted(feedback, 'piece')} of feedback`,
  ];
  return parts.filter((part) => part !== null).join('; ');
}
