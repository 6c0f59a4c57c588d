/** Whom to tell that it shipped: a draft for each, to copy, send by hand and mark. Bifocal sends nothing. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../api/request.ts';
import { type Tell, tellQuery } from '../api/tell.ts';

export function Notes({ product, release }: { product: string; release: string }) {
  const { data, error } = useQuery(tellQuery(product, release));
  if (error) return <p role="alert">{error.message}</p>;
  if (!data || data.items.length === 0) return null;
  const open = data.items.filter(({ state }) => state !== 'told');
  return (
    <section aria-labelledby="notes">
      <h3 id="notes">Whom to tell</h3>
      <p className="small mt-1">{data.head}</p>
      <ul className="mt-1">
        {open.map((tell) => (
          <Note key={tell.ask} product={product} tell={tell} />
        ))}
      </ul>
    </section>
  );
}

function Note({ product, tell }: { product: string; tell: Tell }) {
  const client = useQueryClient();
  const [copied, setCopied] = useState(false);
  const mark = useMutation({
    mutationFn: (sent: boolean) => request(`/products/${product}/tell/${tell.ask}`, { method: 'POST', json: { sent } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tell', product, tell.release] }),
  });
  const copy = async () => {
    await navigator.clipboard.writeText(tell.draft);
    setCopied(true);
  };
  const sent = tell.state === 'sent';
  return (
    <li className="row">
      <p className="meta">
        <span>{tell.channel}</span>
        <span>{tell.says}</span>
        {tell.url !== null && /^https?:\/\//i.test(tell.url) && (
          <a href={tell.url} target="_blank" rel="noreferrer noopener">
            original<span className="vh"> of “{tell.text}”</span>
          </a>
        )}
      </p>
      <p className="small whitespace-pre-line wrap-anywhere">{tell.draft}</p>
      <p className="flex flex-wrap gap-3 mt-2">
        <button type="button" className="btn tiny" onClick={copy}>
          {copied ? 'Copied' : 'Copy'}
          <span className="vh"> the note on “{tell.text}”</span>
        </button>
        <button type="button" className="btn tiny" onClick={() => mark.mutate(!sent)} disabled={mark.isPending}>
          {sent ? 'Not sent after all' : 'I have sent it'}
          <span className="vh">: “{tell.text}”</span>
        </button>
      </p>
      {mark.error && <p role="alert">{mark.error.message}</p>}
    </li>
  );
}
