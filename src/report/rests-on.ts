/** What a reading rests on, in one line: the counts, headed with the source when it is only one. */
import type { Reading } from '#core/reading.ts';
import { counted, thousands } from '#core/wording.ts';

export function restsOn({ evidence, alone }: Reading): string {
  const head = alone === null ? '' : `From ${alone.source} alone: `;
  if (evidence.looks > 0) return `${onShelf(evidence)}.`;
  const counts = [
    evidence.changes === 0 ? null : changesWords(evidence),
    evidence.releases === 0 ? null : counted(evidence.releases, 'release'),
    evidence.feedback === 0 ? null : `${counted(evidence.feedback, 'piece')} of feedback`,
    ...documentsWords(evidence, alone),
  ].filter((part) => part !== null);
  const line = counts.length === 0 ? 'Nothing was read.' : `${counts.join(', ')}.`;
  return head + line;
}

/** Pages as they stood, copy after copy, and what was said once beside them. */
function documentsWords({ documents, pages, copies }: Reading['evidence'], alone: Reading['alone']): string[] {
  const said = documents - copies;
  const stood = copies > pages ? ` in ${counted(copies, 'version')}` : '';
  return [
    ...(copies === 0 ? [] : [`${counted(pages, 'page')}${stood}`]),
    ...(said === 0 ? [] : [alone?.source === 'posts' ? counted(said, 'post') : saidWords(said)]),
  ];
}

function saidWords(said: number): string {
  return counted(said, 'advertisement or post', 'advertisements and posts');
}

/** Bots are counted among the changes and told apart here: a person did none of theirs. */
function changesWords({ changes, people, botChanges }: Reading['evidence']): string {
  const own = changes - botChanges;
  const by = people === 0 ? '' : ` by ${counted(people, 'person', 'people')}`;
  if (botChanges === 0) return `${counted(changes, 'change')}${by}`;
  if (own === 0) return `${counted(changes, 'change')} by bots`;
  return `${counted(own, 'change')}${by} and ${thousands(botChanges)} by bots`;
}

/** A product whose changes a catalogue shows: in the words of its business. */
function onShelf(evidence: Reading['evidence']): string {
  const { looks, changes, releases, feedback } = evidence;
  const parts = [
    `${counted(looks, 'look')} at the catalogue, ${counted(changes, 'change')} between them`,
    releases === 0 ? null : counted(releases, 'launch', 'launches'),
    ...documentsWords(evidence, null).reverse(),
    feedback === 0 ? null : `${counted(feedback, 'piece')} of feedback`,
  ];
  return parts.filter((part) => part !== null).join('; ');
}
