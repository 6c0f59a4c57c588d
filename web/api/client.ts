/** What the app keeps of the server's answers, and for how long. */
import { QueryClient } from '@tanstack/react-query';
import { problemOf } from './request.ts';

/** A reading changes by a job alone, and a job's end drops what is kept: asking more often would tell nothing new. */
const FRESH_MS = 5 * 60_000;

/** Only a server that does not answer is asked once more: a refusal would be the same. */
function again(failures: number, error: Error): boolean {
  return failures < 1 && problemOf(error).code === 'UNREACHABLE';
}

export const client = new QueryClient({
  defaultOptions: { queries: { staleTime: FRESH_MS, retry: again, refetchOnWindowFocus: false } },
});
