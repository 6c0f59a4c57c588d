/** Who may name a file or a folder of the server's own disk: whoever runs it, nobody whom they merely let in. */
import { HOME } from '#core/access.ts';
import { BifocalError } from '#core/errors.ts';
import { type Caller, mayIn } from './caller.ts';

/** An address, or a place that is named by its kind, as `github:owner/name`. */
const ELSEWHERE = /^(?:https?:\/\/|(?:npm|github|gitlab|jira|app-store|discourse|sample):)/;

/** Throws MAY_NOT. */
export function mayName(caller: Caller, target: string): void {
  if (ELSEWHERE.test(target) || caller.is === 'machine' || mayIn(caller, 'manage', HOME)) return;
  throw new BifocalError('MAY_NOT', { act: 'read files of the server itself; name an address, or hand a file over' });
}
