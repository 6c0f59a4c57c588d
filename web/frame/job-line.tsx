/** How far a job is: what it does just now, and of how much, as far as that is known. */
import type { Job } from '../api/types.ts';
import { counted } from './words.ts';

export function JobLine({ job }: { job: Job | null }) {
  if (job?.state === 'failed')
    return (
      <span role="alert">
        {job.error?.message} {job.error?.hint}
      </span>
    );
  return (
    <span className="job" role="status">
      <span className="breathing" aria-hidden="true" />
      {wordsOf(job)}
      {job?.done != null && job.total != null && job.total > 0 && (
        <progress aria-label="How far it is" value={job.done} max={job.total} />
      )}
    </span>
  );
}

function wordsOf(job: Job | null): string {
  if (job === null || job.state === 'waiting') return 'Waiting for its turn.';
  if (job.state === 'done') return 'Done.';
  const { doing, done, total } = job;
  const far = done === null ? '' : total === null ? `, ${counted(done, 'piece')}` : `, ${done} of ${total}`;
  return `Reading now: ${doing ?? 'beginning'}${far}.`;
}
