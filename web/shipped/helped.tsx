/** Did it help: what is written of the needs that a release answered, before it and since. */
import { useQuery } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { Closer } from '../near/closer.tsx';

interface Helped {
  readonly note: string;
  readonly items: readonly { readonly need: string; readonly name: string; readonly says: string }[];
}

export function HelpedBy({ product, release }: { product: string; release: string }) {
  const { data, error } = useQuery({
    queryKey: ['helped', product, release],
    queryFn: ({ signal }) =>
      request<Helped>(`/products/${product}/shipped/${encodeURIComponent(release)}/helped`, { signal }),
  });
  if (error) return <p role="alert">{error.message}</p>;
  if (!data || data.items.length === 0) return null;
  return (
    <section aria-labelledby="helped">
      <h3 id="helped">Did it help?</h3>
      <p className="fine">{data.note}</p>
      <ul className="mt-1">
        {data.items.map(({ need, name, says }) => (
          <li key={need} className="row">
            <p>
              <Closer near={`need:${need}`}>{name}</Closer>
            </p>
            <p className="small">{says}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
