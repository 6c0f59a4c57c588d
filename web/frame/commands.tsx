/** The keyboard: one key for the next figure, two for a page, and the lists of keys and of commands. */
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { KeyList } from './key-list.tsx';
import { isTyping, onKey, openFigure, stepFigure } from './keys.ts';
import { PAGES } from './pages.ts';
import { Palette } from './palette.tsx';

/** How long `g` waits for its letter. */
const WAIT_MS = 1_200;

export function Commands() {
  const [shown, setShown] = useState<'keys' | 'palette' | null>(null);
  const { product } = useParams({ strict: false });
  const navigate = useNavigate();
  useEffect(() => {
    let awaited = 0;
    const hear = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey)) {
        event.preventDefault();
        setShown('palette');
        return;
      }
      if (isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
      if (event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.key === 'g') {
        awaited = performance.now();
        return;
      }
      const page = PAGES.find(({ key }) => key === event.key);
      if (page === undefined || product === undefined || performance.now() - awaited > WAIT_MS) return;
      awaited = 0;
      void navigate({ to: page.to, params: { product } });
    };
    window.addEventListener('keydown', hear);
    const stops = [
      onKey('j', () => stepFigure(1)),
      onKey('k', () => stepFigure(-1)),
      onKey('o', openFigure),
      onKey('?', () => setShown('keys')),
    ];
    return () => {
      window.removeEventListener('keydown', hear);
      for (const stop of stops) stop();
    };
  }, [navigate, product]);
  const close = () => setShown(null);
  if (shown === 'keys') return <KeyList close={close} />;
  if (shown === 'palette') return <Palette product={product ?? null} close={close} />;
  return null;
}
