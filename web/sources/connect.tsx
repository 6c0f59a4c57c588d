/** Another source: by its address, or a file from this machine. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { request } from '../api/request.ts';
import type { List, Source } from '../api/types.ts';
import { ChooseFile } from './choose-file.tsx';

/** What the last part of a feed's address is called; whoever is asked in vain loses a glance. */
const FEED = /(?:\.(?:xml|rss|atom)|\/(?:feed|rss|atom)(?:\.json)?\/?)(?:[?#].*)?$/i;

type Holds = 'claims' | 'says';

export function Connect({ product }: { product: string }) {
  const [target, setTarget] = useState('');
  const [holds, setHolds] = useState<Holds>('claims');
  const isFeed = /^https?:/i.test(target.trim()) && FEED.test(target.trim());
  const client = useQueryClient();
  const connect = useMutation({
    mutationFn: () => {
      const json = { target: target.trim(), ...(isFeed && { as: holds }) };
      return request<List<Source>>(`/products/${product}/sources`, { method: 'POST', json });
    },
    onSuccess: (sources) => {
      client.setQueryData(['sources', product], sources);
      setTarget('');
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (target.trim() !== '') connect.mutate();
  };
  return (
    <section aria-labelledby="connect" className="connect">
      <h2 id="connect">Connect another</h2>
      <form onSubmit={submit} className="asked">
        <label htmlFor="target">A folder, a repository, github:owner/name, npm:name, an address, a feed</label>
        <input
          id="target"
          type="text"
          value={target}
          onChange={({ target: { value } }) => setTarget(value)}
          spellCheck={false}
        />
        <button type="submit" className="btn main" disabled={connect.isPending}>
          Connect
        </button>
        {isFeed && <WhatItHolds holds={holds} choose={setHolds} />}
      </form>
      {connect.isSuccess && <p role="status">Connected. Read again to hear it.</p>}
      {connect.error && <p role="alert">{connect.error.message}</p>}
      <p className="small dim mt-3">
        Or drop files anywhere on this page, paste cells, or <ChooseFile words="choose a file" className="pick" />:
        reviews, tickets, a survey, an export of another tool. It is looked at first; nothing is taken before you say
        so.
      </p>
    </section>
  );
}

function WhatItHolds({ holds, choose }: { holds: Holds; choose: (holds: Holds) => void }) {
  return (
    <fieldset className="holds">
      <legend className="small">Who writes in this feed?</legend>
      <label>
        <input type="radio" name="holds" checked={holds === 'claims'} onChange={() => choose('claims')} /> we do: news,
        posts, a blog
      </label>
      <label>
        <input type="radio" name="holds" checked={holds === 'says'} onChange={() => choose('says')} /> customers do: a
        forum, reviews, a list
      </label>
    </fieldset>
  );
}
