/** What is looked at closely, beside the page: how a figure was made and the words that it rests on. Its address can be shared. */
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useRef } from 'react';
import { onKey } from '../frame/keys.ts';
import { NearBody } from './near-body.tsx';

export function NearPanel({ product, near }: { product: string; near: string }) {
  const panel = useRef<HTMLElement>(null);
  const navigate = useNavigate();
  const close = useCallback(async () => {
    await navigate({ to: '.', search: ({ near: _, ...rest }) => rest, resetScroll: false });
    // Back to where it was opened from.
    document.querySelector<HTMLElement>(`[data-figure="${CSS.escape(near)}"]`)?.focus();
  }, [navigate, near]);
  useEffect(() => onKey('Escape', close), [close]);
  useEffect(() => {
    // Another figure takes the focus as well.
    if (near !== '') panel.current?.focus({ preventScroll: true });
  }, [near]);
  return (
    <aside className="near" ref={panel} tabIndex={-1} aria-label="Looked at closely">
      <p className="tag">
        <svg viewBox="0 0 16 9" aria-hidden="true">
          <use href="#moon" />
        </svg>
        Looked at closely
        <button type="button" className="close" onClick={close}>
          <span className="vh">Close</span>
          <kbd>Esc</kbd>
        </button>
      </p>
      <NearBody product={product} near={near} />
    </aside>
  );
}
