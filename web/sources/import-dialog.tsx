/** A file on its way in: looked at, its columns named where they do not tell, taken, and taken back, each when it is asked for. */
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { request } from '../api/request.ts';
import type { Begun, Imported, Product } from '../api/types.ts';
import { Dialog } from '../frame/dialog.tsx';
import { JobLine } from '../frame/job-line.tsx';
import { counted, thousands } from '../frame/words.ts';
import { ImportPreview } from './import-preview.tsx';
import { type Handed, isMore } from './incoming.ts';
import { BY_CONTENT, NameColumns } from './name-columns.tsx';
import { ReadAgain } from './read-again.tsx';
import { Undo } from './undo.tsx';
import { useImport } from './use-import.ts';

interface ImportDialogProps {
  /** Null: it is asked what the file is about. */
  readonly product: string | null;
  readonly handed: Handed;
  readonly close: () => void;
}

export function ImportDialog({ product, handed, close }: ImportDialogProps) {
  const { file } = handed;
  const [name, setName] = useState('');
  const navigate = useNavigate();
  const { look, looked, take, taken, into, error } = useImport(product, handed);
  useEffect(() => look(), [look]);
  const done = taken?.state === 'done' ? taken.result : null;
  const preview = taken === null && looked?.state === 'done' ? looked.result : null;
  useEffect(() => {
    if (product !== null || done === null || into === null) return;
    void firstReading(into).then((job) => {
      close();
      return isMore()
        ? navigate({ to: '/p/$product/sources', params: { product: into } })
        : navigate({ to: '/p/$product', params: { product: into }, search: { job } });
    });
  }, [product, done, into, close, navigate]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    take(async () => product ?? (await named(name)).id);
  };
  const { columns, lacks = '' } = looked?.error ?? {};
  // Who keeps a sheet by hand numbers no rows.
  const unnumbered = lacks === 'an id';
  useEffect(() => {
    if (unnumbered) look({ map: BY_CONTENT });
  }, [unnumbered, look]);
  const asks = columns !== undefined && !unnumbered;
  return (
    <Dialog label={`Import ${file.name}`} className="import" close={close}>
      <h2 className="wrap-anywhere">{file.name}</h2>
      {error && <p role="alert">{error.message}</p>}
      {asks && <NameColumns columns={columns} lacks={lacks} look={look} close={close} />}
      {preview === null && !asks && done === null && !error && <JobLine job={taken ?? (unnumbered ? null : looked)} />}
      {preview && <ImportPreview found={preview} look={look} />}
      {done && (
        <>
          <p className="place mt-2" role="status">
            {takenWords(done)}
          </p>
          {done.refusedRows > 0 && <ImportPreview found={done} />}
        </>
      )}
      <form onSubmit={submit} className="mt-6" hidden={asks}>
        {preview && product === null && <ProductName name={name} set={setName} />}
        <p className="flex flex-wrap gap-3">
          {preview && preview.read > preview.refusedRows && (
            <button type="submit" className="btn main">
              Take {counted(preview.read - preview.refusedRows, 'row')}
              {product === null && ' and read'}
            </button>
          )}
          {done && into && <ReadAgain product={into} close={close} />}
          {done && into && <Undo product={into} gathers={done.gathers} />}
          <button type="button" className="btn" onClick={close}>
            {done ? 'Close' : 'Leave it'}
          </button>
        </p>
      </form>
    </Dialog>
  );
}

function ProductName({ name, set }: { name: string; set: (name: string) => void }) {
  return (
    <p className="names mb-4">
      <label htmlFor="about">Which product or business is it about?</label>
      <input
        id="about"
        type="text"
        required
        maxLength={200}
        placeholder="Kettle"
        value={name}
        onChange={({ target }) => set(target.value)}
      />
    </p>
  );
}

function named(name: string): Promise<Product> {
  return request<Product>('/products', { method: 'PUT', json: { name } });
}

/** The job that makes it. */
async function firstReading(product: string): Promise<string> {
  const { job } = await request<Begun>(`/products/${product}/reading`, { method: 'POST' });
  return job.id;
}

function takenWords({ read, added, updated, unchanged, refusedRows }: Imported): string {
  const parts = [
    `${thousands(added ?? 0)} new`,
    `${thousands(updated ?? 0)} changed`,
    `${thousands(unchanged ?? 0)} known`,
  ];
  const left = refusedRows > 0 ? `, ${thousands(refusedRows)} left out` : '';
  return `${counted(read, 'row')} read: ${parts.join(', ')}${left}.`;
}
