/** The two jobs of an import: the one that looks at a file, and the one that takes it. */
import { useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useJob } from '../api/follow-job.ts';
import { request } from '../api/request.ts';
import type { Begun } from '../api/types.ts';
import type { Handed } from './incoming.ts';

/** How a person said that the file is to be understood. */
export interface Understood {
  /** `id=*,text=What they said,at=When`. */
  readonly map?: string;
  readonly dates?: 'day-first' | 'month-first';
}

export function useImport(product: string | null, { file, as }: Handed) {
  const [understood, setUnderstood] = useState<Understood>({});
  const send = (path: string, how: Understood, more: Record<string, string> = {}) => {
    const query = new URLSearchParams({ name: file.name, ...(as !== undefined && { as }), ...how, ...more });
    return request<Begun>(`${path}/imports?${query}`, { method: 'POST', raw: file });
  };
  const looking = useMutation({
    mutationFn: (said: Understood) => {
      const how = { ...understood, ...said };
      setUnderstood(how);
      return product === null ? send('', how) : send(`/products/${product}`, how, { preview: '1' });
    },
  });
  const taking = useMutation({
    mutationFn: async (into: () => Promise<string>) => {
      const id = await into();
      const { job } = await send(`/products/${id}`, understood);
      return { id, job };
    },
  });
  const { mutate: ask } = looking;
  const look = useCallback((how: Understood = {}) => ask(how), [ask]);
  return {
    look,
    looked: useJob(looking.data?.job.id ?? null),
    take: taking.mutate,
    taken: useJob(taking.data?.job.id ?? null),
    /** The product that it was taken into. */
    into: taking.data?.id ?? null,
    error: looking.error ?? taking.error,
  };
}
