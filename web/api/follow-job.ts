/** A job as it goes: told by the server event by event, asked for again when the line breaks. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { problemOf, request } from './request.ts';
import type { Job } from './types.ts';

/** How long to wait before asking again when the line is broken. */
const AGAIN_MS = 1_500;

export function useJob(id: string | null): Job | null {
  const [job, setJob] = useState<Job | null>(null);
  const client = useQueryClient();
  useEffect(() => {
    setJob(null);
    if (id === null) return;
    let ended = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hear = (told: Job) => {
      if (ended) return;
      setJob(told);
      if (told.state !== 'done' && told.state !== 'failed') return;
      ended = true;
      events.close();
      // A finished job may have changed whatever is on a screen.
      if (told.state === 'done') void client.invalidateQueries();
    };
    const events = new EventSource(`/api/jobs/${id}/events`);
    for (const kind of ['progress', 'done', 'failed'])
      events.addEventListener(kind, ({ data }: MessageEvent<string>) => hear(JSON.parse(data) as Job));
    const ask = async () => {
      try {
        hear(await request<Job>(`/jobs/${id}`));
      } catch (error) {
        const lost = { id, doing: null, done: null, total: null, productId: null, result: null };
        hear({ ...lost, state: 'failed', error: problemOf(error) });
      }
    };
    // The browser tries the line again by itself, unless the server refused it.
    events.onerror = () => {
      if (ended || events.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(ask, AGAIN_MS);
    };
    return () => {
      ended = true;
      events.close();
      clearTimeout(timer);
    };
  }, [id, client]);
  return job;
}
