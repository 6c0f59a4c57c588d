/** A round that takes answers: its links with QR codes, shown once; how many answered, as far as that may be told; its end. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../api/request.ts';
import type { DoorLink, Round } from '../api/rounds.ts';
import { dayWords } from '../frame/words.ts';

const ROLES = ['leaders', 'staff', 'customers'] as const;
const ONE = { leaders: 'leader', staff: 'member of staff', customers: 'customer' } as const;

export function OpenRound({ product, round }: { product: string; round: Round }) {
  const client = useQueryClient();
  const [links, setLinks] = useState<readonly DoorLink[]>([]);
  const at = `/products/${product}/rounds/${round.id}`;
  const make = useMutation({
    mutationFn: (doors: readonly object[]) =>
      request<{ links: readonly DoorLink[] }>(`${at}/doors`, { method: 'POST', json: { doors } }),
    onSuccess: ({ links: made }) => setLinks((before) => [...before, ...made]),
  });
  const close = useMutation({
    mutationFn: () => request(`${at}/close`, { method: 'POST' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['rounds', product] }),
  });
  const problem = make.error ?? close.error;
  return (
    <>
      <h1 className="verdict">
        {round.answered === 0 ? 'Fewer than five have answered so far.' : `At least ${round.answered} have answered.`}
      </h1>
      <p className="deck mt-2">
        “{round.name}” takes answers since {dayWords(round.opensAt)},{' '}
        {round.kind === 'open' ? 'with the team’s names' : 'anonymously'}. Nothing is shown before it is closed.
      </p>
      <section aria-labelledby="h-links">
        <h2 id="h-links">Links</h2>
        <p className="small dim">
          One for each role, to be sent round or hung up; or one for each person. They are shown this once: make new
          ones whenever you like.
        </p>
        <p className="flex flex-wrap gap-3 mt-3">
          <button type="button" className="btn main" onClick={() => make.mutate(ROLES.map((role) => ({ role })))}>
            A link for each role
          </button>
          {ROLES.map((role) => (
            <button key={role} type="button" className="btn" onClick={() => make.mutate([{ role, people: 1 }])}>
              For one {ONE[role]}
            </button>
          ))}
        </p>
        <ul className="mlinks mt-4">
          {links.map((link) => (
            <Link key={link.url} link={link} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="h-close">
        <h2 id="h-close">Close it</h2>
        <p className="small dim">Then nothing in it changes any more, and its figures are shown.</p>
        <p className="mt-3">
          <button type="button" className="btn" disabled={close.isPending} onClick={() => close.mutate()}>
            Close “{round.name}”
          </button>
        </p>
      </section>
      {problem && <p role="alert">{problem.message}</p>}
    </>
  );
}

function Link({ link: { role, single, url, qr } }: { link: DoorLink }) {
  const [copied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(url).then(() => setCopied(true));
  return (
    <li>
      <img className="qr" alt={`QR code for ${role}`} src={`data:image/svg+xml,${encodeURIComponent(qr)}`} />
      <div>
        <b>{role}</b> <span className="small dim">{single ? 'for one person' : 'for all of them'}</span>
        <p className="mono small wrap-anywhere">
          <a href={url}>{url}</a>
        </p>
        <button type="button" className="btn tiny" onClick={copy}>
          Copy
        </button>{' '}
        <span role="status" className="small dim">
          {copied ? 'Copied.' : ''}
        </span>
      </div>
    </li>
  );
}
