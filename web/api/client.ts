/** What the app keeps of the server's answers, and for how long. */
import { QueryClient } from '@tanstack/react-query';

/** A reading changes by a job alone, and a job's end drops what is kept: asking more often would tell nothing new. */
const FRESH_MS = 5 * 60_000;

export const client = new QueryClient({
  defaultOptions: { queries: { staleTime: FRESH_MS, retry: 1, refetchOnWindowFocus: false } },
});
