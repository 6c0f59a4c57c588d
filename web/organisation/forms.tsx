/** What is typed on the page of an organisation: its name, what to read there, the name of another. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { request } from '../api/request.ts';
import type { Begun } from '../api/types.ts';

export function Called({ organisation, name }: { organisation: string; name: string }) {
  const client = useQueryClient();
  const keep = useMutation({
    mutationFn: (called: string) =>
      request(`/organisations/${organisation}`, { method: 'PATCH', json: { name: called } }),
    onSuccess: () =>
      Promise.all(['organisation', 'session', 'log'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
  return (
    <OneField
      label="It is called"
      does="Keep the name"
      began={name}
      busy={keep.isPending}
      error={keep.error}
      send={keep.mutate}
    />
  );
}

export function ReadHere({ organisation }: { organisation: string }) {
  const navigate = useNavigate();
  const begin = useMutation({
    mutationFn: (target: string) => request<Begun>('/products', { method: 'POST', json: { target, organisation } }),
    onSuccess: ({ job }) => navigate({ to: '/', search: { job: job.id } }),
  });
  return (
    <OneField
      label="Read another: an address, github:owner/name, npm:name"
      does="Read it"
      busy={begin.isPending}
      error={begin.error}
      send={begin.mutate}
    />
  );
}

export function AnotherOrganisation() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const make = useMutation({
    mutationFn: (name: string) => request<{ id: string }>('/organisations', { method: 'POST', json: { name } }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['session'] });
      await navigate({ to: '/organisation/$organisation', params: { organisation: id } });
    },
  });
  return (
    <OneField
      label="The new one is called"
      does="Make it"
      busy={make.isPending}
      error={make.error}
      send={make.mutate}
    />
  );
}

interface OneFieldProps {
  readonly label: string;
  readonly does: string;
  readonly began?: string;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly send: (typed: string) => void;
}

function OneField({ label, does, began = '', busy, error, send }: OneFieldProps) {
  const [typed, setTyped] = useState(began);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(typed.trim());
  };
  const id = does.toLowerCase().replaceAll(' ', '-');
  return (
    <form onSubmit={submit} className="asked">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        required
        maxLength={200}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <button type="submit" className="btn" disabled={busy || typed.trim() === '' || typed.trim() === began}>
        {does}
      </button>
      {error && <p role="alert">{error.message}</p>}
    </form>
  );
}
