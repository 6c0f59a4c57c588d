/** The guess before the reading: asked first with one key, kept, and drawn beside the name of its place. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Guess } from '#core/guess.ts';
import type { View } from '#report/view.ts';
import { request } from '../api/request.ts';
import { onKey } from '../frame/keys.ts';
import { Glasses } from '../frame/symbols.tsx';

/** Whether this browser was told not to ask; a guess itself is kept by the server. */
export function useSkipped(product: string): readonly [boolean, () => void] {
  const key = `bifocal-no-guess-${product}`;
  const [skipped, setSkipped] = useState(() => localStorage.getItem(key) !== null);
  const skip = () => {
    localStorage.setItem(key, '1');
    setSkipped(true);
  };
  return [skipped, skip];
}

/** Keeps a guess and shows it at once. */
function useGuess(product: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (place: Guess) => request(`/products/${product}/guess`, { method: 'PUT', json: { place } }),
    onMutate: (place) => client.setQueryData(['guess', product], { place }),
    onError: () => client.invalidateQueries({ queryKey: ['guess', product] }),
  });
}

interface AskProps {
  readonly product: string;
  readonly view: View;
  readonly skip: () => void;
}

export function AskGuess({ product, view, skip }: AskProps) {
  const { mutate } = useGuess(product);
  const { guesses } = view;
  useEffect(() => {
    const stops = guesses.map(({ place }, at) => onKey(String(at + 1), () => mutate(place)));
    stops.push(onKey('s', skip));
    return () => {
      for (const stop of stops) stop();
    };
  }, [guesses, mutate, skip]);
  return (
    <section className="ask" aria-labelledby="ask">
      <p className="hd">The reading of {view.name} is ready. Before you look:</p>
      <h1 className="verdict" id="ask">
        Which is it, do you think?
      </h1>
      <ul className="opts">
        {guesses.map(({ place, words }, at) => (
          <li key={place}>
            <button type="button" onClick={() => mutate(place)}>
              <Glasses place={place} />
              <span className="first-letter:uppercase">{words}</span>
              <kbd>{at + 1}</kbd>
            </button>
          </li>
        ))}
      </ul>
      <p className="fine">
        Your guess is drawn beside the evidence, and changes nothing in it.{' '}
        <button type="button" className="pick" onClick={skip}>
          Show the reading without a guess
        </button>{' '}
        <kbd>s</kbd>
      </p>
    </section>
  );
}

/** Yours is a ring beside the name of its place: a guess has no coordinates. */
export function Guessed({ guess, view }: { guess: Guess | null; view: View }) {
  const mine = view.guesses.find(({ place }) => place === guess);
  if (mine === undefined) return null;
  return (
    <section className="guess" aria-labelledby="guess">
      <h2 id="guess">
        You guessed: <b>{mine.words}</b>.
      </h2>
      <ul className="opts">
        {view.guesses.map(({ place, words }) => (
          <li key={place} className={place === guess ? 'mine' : ''}>
            <Glasses place={place} />
            <span className="block first-letter:uppercase">{words}</span>
            {place === guess && (
              <svg className="dots" width="16" height="16" role="img" aria-label="your guess">
                <circle className="gd" cx="8" cy="8" r="5" />
              </svg>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
