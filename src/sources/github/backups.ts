/** Backups that hold whole threads, taken apart into the objects that the API and `gh` give. Pure. */
import { type Fields, fieldsIn, isFields, listIn, textIn } from '../fields.ts';
import { parseFullName } from './repository.ts';

/** The parts of a backup; null for an object that is none. */
export function partsOf(fields: Fields): readonly Fields[] | null {
  return ofMetadata(fields) ?? ofArchive(fields);
}

/**
 * A file of github-metadata-backup (https://github.com/0xB10C/github-metadata-backup): one thread as the API gives it,
 * with its timeline. Remarks on lines of code (`comments`) stand in no thread and are left out.
 */
function ofMetadata(fields: Fields): readonly Fields[] | null {
  const type = textIn(fields, 'type');
  const events = listIn(fields, 'events');
  const thread = type === 'issue' || type === 'pull' ? fieldsIn(fields, type) : null;
  if (thread === null || events === null) return null;
  // An event of the timeline does not say which thread it is of, an event of the API does.
  const issue = type === 'pull' ? { ...thread, pull_request: {} } : thread;
  return [thread, ...events.filter(isFields).map((one) => (one.event === 'commented' ? one : { ...one, issue }))];
}

/**
 * `archive.json`, as the template of the IETF's drafts keeps it (https://github.com/martinthomson/i-d-template): all
 * threads of a repository as GraphQL gives them, people by their login alone.
 */
function ofArchive(fields: Fields): readonly Fields[] | null {
  const repo = textIn(fields, 'repo');
  const [issues, pulls] = [listIn(fields, 'issues'), listIn(fields, 'pulls')];
  if (repo === null || parseFullName(repo) === null || (issues === null && pulls === null)) return null;
  const of = (list: readonly unknown[] | null, path: string) =>
    (list ?? []).filter(isFields).map((thread) => ({
      ...said(thread),
      url: textIn(thread, 'url') ?? `https://github.com/${repo}/${path}/${String(thread.number)}`,
      comments: (listIn(thread, 'comments') ?? []).filter(isFields).map(said),
      ...('mergedBy' in thread && { mergedBy: { login: thread.mergedBy } }),
    }));
  return [...of(issues, 'issues'), ...of(pulls, 'pull')];
}

function said(fields: Fields): Fields {
  return { ...fields, author: { login: fields.author } };
}
