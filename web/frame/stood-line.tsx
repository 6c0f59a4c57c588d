/** One line above a page whose figures are from before the newest evidence, until they are found anew. */
import { useEffect } from 'react';
import { useJob } from '../api/follow-job.ts';
import { madeAnew, type Stood, useStood } from '../api/stood.ts';
import { momentWords } from './words.ts';

export function StoodLine({ product }: { product: string }) {
  const stood = useStood(product);
  return stood === null ? null : <Until key={stood.job} stood={stood} />;
}

function Until({ stood: { at, job: id } }: { stood: Stood }) {
  const job = useJob(id);
  const state = job?.state;
  useEffect(() => {
    if (state === 'done' || state === 'failed') madeAnew(id);
  }, [state, id]);
  return (
    <p className="stood small" role="status">
      <span className="breathing" aria-hidden="true" />
      As it stood on {momentWords(at)}. What came since is being read{job?.doing ? `: ${job.doing}` : ''}.
    </p>
  );
}
