/** A file on its way in: looked at, taken, and taken back, each when it is asked for. */
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useJob } from '../api/follow-job.ts';
import { request } from '../api/request.ts';
import type { Begun, Imported } from '../api/types.ts';
import { Dialog } from '../frame/dialog.tsx';
import { JobLine } from '../frame/job-line.tsx';
import { counted } from '../frame/words.ts';
import { ImportPreview } from './import-preview.tsx';
import { keepTaken, takenBefore } from './incoming.ts';
import { ReadAgain } from './read-again.tsx';
import { Undo } from './undo.tsx';

interface ImportDialogProps {
  readonly product: string;
  readonly file: File;
  readonly close: () => void;
}

export function ImportDialog({ product, file, close }: ImportDialogProps) {
  const [looked, setLooked] = useState<string | null>(null);
  const [taken, setTaken] = useState<string | null>(null);
  const send = (preview: boolean) =>
    request<Begun>(`/products/${product}/imports?name=${encodeURIComponent(file.name)}&preview=${preview ? 1 : 0}`, {
      method: 'POST',
      raw: file,
    });
  const look = useMutation({ mutationFn: () => send(true), onSuccess: ({ job }) => setLooked(job.id) });
  const take = useMutation({ mutationFn: () => send(false), onSuccess: ({ job }) => setTaken(job.id) });
  const { mutate: lookAt } = look;
  useEffect(() => lookAt(), [lookAt]);
  const preview = useJob(looked);
  const done = useJob(taken);
  useEffect(() => {
    if (done?.state !== 'done' || done.result === null) return;
    const { gathers } = done.result;
    keepTaken(product, [{ name: file.name, words: takenWords(done.result), gathers }, ...takenBefore(product)]);
  }, [done, file.name, product]);
  const failed = look.error ?? take.error;
  return (
    <Dialog label={`Import ${file.name}`} className="import" close={close}>
      <h2 className="wrap-anywhere">{file.name}</h2>
      {failed && <p role="alert">{failed.message}</p>}
      {taken === null && preview?.state !== 'done' && !failed && <JobLine job={preview} />}
      {taken === null && preview?.result && <ImportPreview found={preview.result} />}
      {taken !== null && done?.state !== 'done' && <JobLine job={done} />}
      {done?.result && (
        <>
          <p className="place mt-2" role="status">
            {takenWords(done.result)}
          </p>
          {done.result.refusedRows > 0 && <ImportPreview found={done.result} />}
        </>
      )}
      <p className="mt-6 flex flex-wrap gap-3">
        {taken === null && preview?.result && (
          <button type="button" className="btn main" onClick={() => take.mutate()} disabled={take.isPending}>
            Take {counted(preview.result.read - preview.result.refusedRows, 'row')}
          </button>
        )}
        {done?.result && <ReadAgain product={product} close={close} />}
        {done?.result && <Undo product={product} gathers={done.result.gathers} />}
        <button type="button" className="btn" onClick={close}>
          {done?.result ? 'Close' : 'Leave it'}
        </button>
      </p>
    </Dialog>
  );
}

function takenWords({ read, added, updated, unchanged, refusedRows }: Imported): string {
  const parts = [`${added ?? 0} new`, `${updated ?? 0} changed`, `${unchanged ?? 0} known`];
  const left = refusedRows > 0 ? `, ${refusedRows} left out` : '';
  return `${counted(read, 'row')} read: ${parts.join(', ')}${left}.`;
}
