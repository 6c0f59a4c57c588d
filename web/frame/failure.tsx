/** What could not be had: what, why, and what would mend it; what was read before stays. */
import { problemOf } from '../api/request.ts';

interface FailureProps {
  readonly error: unknown;
  readonly again?: () => unknown;
  /** Part of a page that stands: its heading is not the page's. */
  readonly part?: true;
}

export function Failure({ error, again, part }: FailureProps) {
  const { message, hint, code } = problemOf(error);
  return (
    <section className="failure" role="alert">
      <svg className="cracked" viewBox="0 0 64 30" aria-hidden="true">
        <g fill="none" stroke="currentColor" strokeWidth="2.5">
          <circle cx="16" cy="16" r="12.5" />
          <circle cx="48" cy="16" r="12.5" />
          <path d="M27.6 11.2c2-3 6.8-3 8.8 0" />
          <path d="m44 4 3 7-4 4 6 6-2 7" stroke="var(--claim-2)" strokeWidth="1.75" />
        </g>
      </svg>
      {part ? <h2>{message}</h2> : <h1 className="verdict">{message}</h1>}
      {hint && <p className="deck">{hint}</p>}
      <p className="mt-4 flex flex-wrap items-center gap-4">
        {again && (
          <button type="button" className="btn" onClick={() => again()}>
            Try again
          </button>
        )}
        <span className="dimmer micro mono">{code}</span>
      </p>
    </section>
  );
}
