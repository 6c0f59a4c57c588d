/** Files can be dropped on any page, and rows pasted: they are looked at before anything is taken. */
import { useEffect, useState } from 'react';
import { isTyping } from '../frame/keys.ts';
import { ImportDialog } from './import-dialog.tsx';
import { handOver, next, useIncoming } from './incoming.ts';

/** `product` is null on the first page: what comes there is asked what it is about. */
export function DropAnywhere({ product }: { product: string | null }) {
  const handed = useIncoming();
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
      handOver(event.dataTransfer?.files ?? []);
    };
    const paste = (event: ClipboardEvent) => {
      if (isTyping(event.target)) return;
      handOver(pasted(event.clipboardData));
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
      {handed && (
        <ImportDialog
          key={`${handed.file.name} ${handed.file.size} ${handed.file.lastModified}`}
          product={product}
          handed={handed}
          close={next}
        />
      )}
    </>
  );
}

/** Pasted files as they are; pasted cells, which come with tabs, or lines of commas, as a table. Other text is no table. */
function pasted(data: DataTransfer | null): readonly File[] {
  const given = [...(data?.files ?? [])];
  if (given.length > 0) return given;
  const text = data?.getData('text/plain') ?? '';
  const [first = '', second] = text.trim().split('\n');
  if (second === undefined) return [];
  if (first.includes('\t')) return [new File([text], 'pasted.tsv', { type: 'text/tab-separated-values' })];
  return first.includes(',') ? [new File([text], 'pasted.csv', { type: 'text/csv' })] : [];
}
