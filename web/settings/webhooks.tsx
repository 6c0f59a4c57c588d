/** Webhooks: an address that is told what changed, and an address that others call when there is something new. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Notice, Signer } from '#core/access.ts';
import { type Webhook, webhooksQuery } from '../api/access.ts';
import { problemOf, request } from '../api/request.ts';
import { ShownOnce } from './shown-once.tsx';

const TOLD: Readonly<Record<Notice, string>> = {
  'reading.changed': 'the reading changed',
  'need.answered': 'a need was answered',
  'claim.unbacked': 'a claim lost its backing',
};
const NOTICES = Object.keys(TOLD) as Notice[];

const SIGNED: Readonly<Record<Signer, string>> = { github: 'GitHub', gitlab: 'GitLab', generic: 'anything else' };
const SIGNERS = Object.keys(SIGNED) as Signer[];

interface Made {
  readonly address: string;
  readonly secret: string;
  readonly way: 'in' | 'out';
}

export function WebhooksPart({ product }: { product: string }) {
  const client = useQueryClient();
  const { data, error } = useQuery(webhooksQuery(product));
  const renew = () => client.invalidateQueries({ queryKey: ['webhooks', product] });
  const make = useMutation({
    mutationFn: (json: object) => request<Made>(`/products/${product}/webhooks`, { method: 'POST', json }),
    onSuccess: renew,
  });
  const remove = useMutation({
    mutationFn: (id: string) => request(`/products/${product}/webhooks/${id}`, { method: 'DELETE' }),
    onSuccess: renew,
  });
  if (error) return <p className="small dim mt-3">{problemOf(error).message}</p>;
  return (
    <>
      <ul className="rows">
        {data?.items.map((hook) => (
          <li key={hook.id}>
            <Told hook={hook} />
            <button type="button" className="btn tiny" onClick={() => remove.mutate(hook.id)}>
              Remove<span className="vh"> {hook.address}</span>
            </button>
          </li>
        ))}
      </ul>
      <Out make={make.mutate} busy={make.isPending} />
      <In make={make.mutate} busy={make.isPending} />
      {make.data?.way === 'out' && (
        <ShownOnce label="The secret" secret={make.data.secret} note="What is sent is signed with it." />
      )}
      {make.data?.way === 'in' && (
        <ShownOnce
          label="The secret"
          secret={make.data.secret}
          note={`Give it with this address: ${make.data.address}`}
        />
      )}
      {make.error && <p role="alert">{make.error.message}</p>}
    </>
  );
}

function Told({ hook: { way, address, events, deliveries } }: { hook: Webhook }) {
  const [newest] = deliveries;
  const words =
    way === 'out'
      ? `is told when ${events.map((event) => TOLD[event as Notice]).join(', or ')}`
      : `is called by ${SIGNED[events[0] as Signer]}`;
  return (
    <span>
      <b>{address}</b>{' '}
      <span className="small dim">
        {words}; {newest ? `last ${newest.at.slice(0, 16).replace('T', ' ')} UTC: ${newest.state}` : 'nothing yet'}
        {newest?.told && ` (${newest.told})`}
      </span>
    </span>
  );
}

interface MakeProps {
  readonly make: (json: object) => void;
  readonly busy: boolean;
}

function Out({ make, busy }: MakeProps) {
  const [events, setEvents] = useState<readonly Notice[]>(['reading.changed']);
  const [url, setUrl] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make({ way: 'out', url, events });
  };
  return (
    <form className="one-line" onSubmit={submit}>
      <label htmlFor="hook-url">Tell this address</label>
      <input
        id="hook-url"
        type="text"
        required
        placeholder="https://"
        value={url}
        onChange={({ target }) => setUrl(target.value)}
      />
      <fieldset>
        <legend className="vh">Of what it is told</legend>
        {NOTICES.map((notice) => (
          <label key={notice} className="tick">
            <input
              type="checkbox"
              checked={events.includes(notice)}
              onChange={({ target }) =>
                setEvents(target.checked ? [...events, notice] : events.filter((one) => one !== notice))
              }
            />
            {TOLD[notice]}
          </label>
        ))}
      </fieldset>
      <button type="submit" className="btn" disabled={busy || events.length === 0}>
        Tell it
      </button>
    </form>
  );
}

function In({ make, busy }: MakeProps) {
  const [signer, setSigner] = useState<Signer>('github');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make({ way: 'in', signer });
  };
  return (
    <form className="one-line" onSubmit={submit}>
      <label htmlFor="hook-signer">Gather when called by</label>
      <select id="hook-signer" value={signer} onChange={({ target }) => setSigner(target.value as Signer)}>
        {SIGNERS.map((one) => (
          <option key={one} value={one}>
            {SIGNED[one]}
          </option>
        ))}
      </select>
      <button type="submit" className="btn" disabled={busy}>
        Make an address
      </button>
    </form>
  );
}
