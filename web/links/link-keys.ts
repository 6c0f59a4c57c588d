/** The keys of a list of links: `Y`, `N` and `U` mean the one that is looked at, else the first that waits. */
import { useEffect } from 'react';
import type { LinkVerb } from '../api/links.ts';
import { onKey, stepFigure } from '../frame/keys.ts';

const KEYS: Readonly<Record<string, LinkVerb>> = { Y: 'confirm', N: 'veto', U: 'undo' };

/** `current`: where nothing has the focus. */
export function useLinkKeys(current: string | null, decide: (id: string, verb: LinkVerb) => void): void {
  useEffect(() => {
    const stops = Object.entries(KEYS).map(([key, verb]) =>
      onKey(key, () => {
        const row = document.activeElement?.closest<HTMLElement>('[data-link]') ?? null;
        const id = row?.dataset.link ?? current;
        if (id === null) return;
        const first = document.querySelector<HTMLElement>(`[data-link="${CSS.escape(id)}"] [data-figure]`);
        if (row === null) first?.focus();
        decide(id, verb);
        if (verb !== 'undo') stepOn(id);
      }),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, [current, decide]);
}

/** On to the next row, from wherever in this one the focus was. */
function stepOn(id: string): void {
  document.querySelector<HTMLElement>(`[data-link="${CSS.escape(id)}"] [data-figure]`)?.focus();
  stepFigure(1);
}
