/** Files can be dropped on any page of a product, and rows pasted: they are looked at before anything is taken. */
import { useEffect, useState } from 'react';
import { isTyping } from '../frame/keys.ts';
import { ImportDialog } from './import-dialog.tsx';
import { handOver, useIncoming } from './incoming.ts';

export function DropAnywhere({ product }: { product: string }) {
  const file = useIncoming();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const carries = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true;
    const hover = (event: DragEvent) => {
      if (!carries(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!carries(event)) return;
      event.preventDefault();
      setOver(false);
      handOver(event.dataTransfer?.files[0] ?? null);
    };
    const paste = (event: ClipboardEvent) => {
      if (isTyping(event.target)) return;
      const given = pasted(event.clipboardData);
      if (given !== null) handOver(given);
    };
    document.addEventListener('dragover', hover);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('dragover', hover);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
      document.removeEventListener('paste', paste);
    };
  }, []);
  return (
    <>
      {over && <div className="dropping">Let go to look at it first. Nothing is taken before you say so.</div>}
      {file && <ImportDialog key={file.name + file.size} product={product} file={file} close={() => handOver(null)} />}
    </>
  );
}

/** A pasted file as it is; pasted cells, which come with tabs, or lines of commas, as a table. Other text is no table. */
function pasted(data: DataTransfer | null): File | null {
  const given = data?.files[0];
  if (given !== undefined) return given;
  const text = data?.getData('text/plain') ?? '';
  const [first = '', second] = text.trim().split('\n');
  if (second === undefined) return null;
  if (first.includes('\t')) return new File([text], 'pasted.tsv', { type: 'text/tab-separated-values' });
  return first.includes(',') ? new File([text], 'pasted.csv', { type: 'text/csv' }) : null;
}
