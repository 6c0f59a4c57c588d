/** The log: who changed what, newest first, with what stood there before where it is known. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type LogEntry, logQuery } from '../api/access.ts';
import { problemOf } from '../api/request.ts';
import { dayWords } from '../frame/words.ts';

/** `of`: `/products/…` or `/organisations/…`. */
export function LogPart({ of }: { of: string }) {
  const [from, setFrom] = useState<string | null>(null);
  const { data, error } = useQuery(logQuery(of, from));
  if (error) return <p className="small dim mt-3">{problemOf(error).message}</p>;
  if (data?.items.length === 0) return <p className="small dim mt-3">Nothing was changed here yet.</p>;
  return (
    <>
      <ul className="rows">
        {data?.items.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
      <p className="others">
        {from !== null && (
          <button type="button" className="btn tiny" onClick={() => setFrom(null)}>
            Newest
          </button>
        )}
        {data?.next && (
          <button type="button" className="btn tiny" onClick={() => setFrom(data.next)}>
            Older
          </button>
        )}
      </p>
    </>
  );
}

function Entry({ entry: { at, who, actor, verb, target, before, after } }: { entry: LogEntry }) {
  const told = [before === null ? '' : `before: ${sentWords(before)}`, after === null ? '' : sentWords(after)];
  return (
    <li>
      <span>
        <b>{verb}</b>{' '}
        <span className="small dim">
          {dayWords(at)} {at.slice(11, 16)} UTC, {who ?? ACTORS[actor] ?? actor.split(':', 1)[0]}
          {target && `, ${target}`}
        </span>
        {told.some((part) => part !== '') && (
          <span className="small dim block wrap-anywhere">{told.filter((part) => part !== '').join(' → ')}</span>
        )}
      </span>
    </li>
  );
}

/** `place: both; customers: riders`; what lies deeper stands as it was sent. */
function sentWords(sent: unknown): string {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return JSON.stringify(sent);
  return Object.entries(sent)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('; ');
}

const ACTORS: Readonly<Record<string, string>> = {
  machine: 'whoever sits at this machine',
  assistant: 'an assistant on this machine',
};
