/** Something is on its way: fogged glasses, and what is being done in words. */
import type { ReactNode } from 'react';

export function Waiting({ words, children }: { words: string; children?: ReactNode }) {
  return (
    <section className="waiting" aria-busy="true">
      <svg className="fogged" viewBox="0 0 64 30" aria-hidden="true">
        <g fill="var(--well)" stroke="currentColor" strokeWidth="2">
          <circle cx="16" cy="16" r="12.5" />
          <circle cx="48" cy="16" r="12.5" />
          <path d="M27.6 11.2c2-3 6.8-3 8.8 0" fill="none" />
        </g>
      </svg>
      <p role="status">{words}</p>
      {children}
    </section>
  );
}
