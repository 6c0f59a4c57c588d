/** Privacy: how long words are kept, and the person who asks to be forgotten. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { privacyQuery } from '../api/people.ts';
import { problemOf, request } from '../api/request.ts';
import { counted } from '../frame/words.ts';

export function PrivacyPart({ product }: { product: string }) {
  const { data, error } = useQuery(privacyQuery(product));
  if (error) return <p className="small dim mt-3">{problemOf(error).message}</p>;
  if (!data) return null;
  return (
    <>
      <Keep key={data.keepMonths} product={product} kept={data.keepMonths} />
      <Forget product={product} />
    </>
  );
}

interface Kept {
  readonly keepMonths: number | null;
  readonly expired: number;
}

function Keep({ product, kept }: { product: string; kept: number | null }) {
  const client = useQueryClient();
  const [months, setMonths] = useState(kept === null ? '' : String(kept));
  const keep = useMutation({
    mutationFn: () =>
      request<Kept>(`/products/${product}/privacy`, {
        method: 'PUT',
        json: { keepMonths: months === '' ? null : Number(months) },
      }),
    onSuccess: () => client.invalidateQueries(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep.mutate();
  };
  return (
    <form className="one-line" onSubmit={submit}>
      <label htmlFor="keep">Keep words for so many months (empty: all)</label>
      <input
        id="keep"
        type="number"
        min={1}
        max={9999}
        value={months}
        onChange={({ target }) => setMonths(target.value)}
        aria-describedby="keep-note"
      />
      <button type="submit" className="btn" disabled={keep.isPending || months === String(kept ?? '')}>
        Keep so
      </button>
      <p id="keep-note" className="small dim">
        {kept === null ? 'All words are kept.' : `Words are kept for ${counted(kept, 'month')}.`} Older ones go at once
        and cannot be brought back; that they were written stays.
      </p>
      {keep.data && <p role="status">{counted(keep.data.expired, 'older text')} went.</p>}
      {keep.error && <p role="alert">{keep.error.message}</p>}
    </form>
  );
}

function Forget({ product }: { product: string }) {
  const client = useQueryClient();
  const [person, setPerson] = useState('');
  const [sure, setSure] = useState(false);
  const forget = useMutation({
    mutationFn: () =>
      request<{ texts: number; mentions: number }>(`/products/${product}/privacy/forgotten`, {
        method: 'POST',
        json: { person },
      }),
    onSuccess: () => {
      setPerson('');
      setSure(false);
      return client.invalidateQueries();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    forget.mutate();
  };
  return (
    <form className="one-line" onSubmit={submit}>
      <label htmlFor="forget">Forget a person: an address or a handle</label>
      <input
        id="forget"
        type="text"
        required
        autoComplete="off"
        value={person}
        onChange={({ target }) => setPerson(target.value)}
      />
      <label className="tick">
        <input type="checkbox" required checked={sure} onChange={({ target }) => setSure(target.checked)} />
        for good: this cannot be undone
      </label>
      <button type="submit" className="btn" disabled={forget.isPending}>
        Forget
      </button>
      {forget.data && (
        <p role="status">
          {counted(forget.data.texts, 'text')} of theirs went, {counted(forget.data.mentions, 'mention')} of them are
          blank. They stay out of every later gather.
        </p>
      )}
      {forget.error && <p role="alert">{forget.error.message}</p>}
    </form>
  );
}
