/** The words themselves as the way to what is behind them, with a half-moon that never leaves the last of them. */
import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Moon } from '../frame/symbols.tsx';

interface CloserProps {
  /** What it opens: `audit:first-human-reply`, `week:making:2026-02-28`. */
  readonly near: string;
  readonly children: string;
  readonly className?: string;
}

export function Closer({ near, children, className = 'ev' }: CloserProps) {
  const at = children.lastIndexOf(' ') + 1;
  return (
    <NearLink near={near} className={className}>
      {children.slice(0, at)}
      <span className="nowrap">
        {children.slice(at)}
        <Moon />
      </span>
    </NearLink>
  );
}

/** A link that opens beside the page whatever it holds. */
export function NearLink({ near, className, children }: { near: string; className: string; children: ReactNode }) {
  const open = useSearch({ strict: false, select: (search) => search.near === near });
  return (
    <Link
      to="."
      search={(search) => ({ ...search, near })}
      resetScroll={false}
      className={className}
      data-figure={near}
      aria-expanded={open}
    >
      {children}
    </Link>
  );
}
