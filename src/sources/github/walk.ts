/** What every walk of a whole gather is handed, and how one of its questions is asked. */
import type { Gathering } from '#core/source.ts';
import { type Fields, fieldsIn } from '../fields.ts';
import type { PatientCalls } from '../patient-calls.ts';
import type { Repository } from './repository.ts';

export interface Walk {
  readonly calls: PatientCalls;
  readonly repository: Repository;
  readonly api: string;
  progress: Gathering<unknown>['progress'];
}

export function question(walk: Walk, query: string, variables: object): Promise<Fields> {
  // An Enterprise server asks under /api/graphql what it lists under /api/v3.
  const url = walk.api.endsWith('/v3') ? `${walk.api.slice(0, -3)}/graphql` : `${walk.api}/graphql`;
  return walk.calls
    .ask(url.replace('//graphql', '/graphql'), { question: JSON.stringify({ query, variables }) })
    .then(({ value, at }) => ({ ...(fieldsIn(value, 'data') ?? {}), at }));
}
