/** The card of a release, to copy into a message or an issue. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../api/request.ts';

export function Card({ product, release }: { product: string; release: string }) {
  const [asked, setAsked] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['card', product, release],
    queryFn: ({ signal }) =>
      request<{ readonly markdown: string }>(`/products/${product}/shipped/${encodeURIComponent(release)}/card`, {
        signal,
      }),
    enabled: asked,
  });
  if (!asked)
    return (
      <p className="mt-3">
        <button type="button" className="btn tiny" onClick={() => setAsked(true)}>
          Release card
        </button>
      </p>
    );
  if (error) return <p role="alert">{error.message}</p>;
  if (!data) return <p className="small dim mt-3">Making it.</p>;
  return (
    <div className="mt-3">
      <p className="flex flex-wrap gap-3">
        <button type="button" className="btn tiny" onClick={() => navigator.clipboard.writeText(data.markdown)}>
          Copy the card
        </button>
        <a
          className="small"
          download={`release-${release}.md`}
          href={`data:text/markdown;charset=utf-8,${encodeURIComponent(data.markdown)}`}
        >
          Keep it as a file
        </a>
      </p>
      <pre className="card-text mono">{data.markdown}</pre>
    </div>
  );
}
