/** An answer becomes a step of the Bridge, by its button or by one key while it is pointed at; and is taken back there. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Group } from '#core/mirror.ts';
import { decideOn } from '../api/bridge.ts';
import { makeStep, type Result } from '../api/rounds.ts';
import { onKey } from '../frame/keys.ts';

interface ActOnProps {
  readonly product: string;
  readonly result: Result;
  readonly group: Group;
  readonly text: string;
}

export function ActOn({ product, result: { round, taken }, group, text }: ActOnProps) {
  const client = useQueryClient();
  const place = useRef<HTMLSpanElement>(null);
  const step = taken.find((one) => one.group === group && one.text === text)?.action;
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      step === undefined ? makeStep(product, round.id, { group, text }) : decideOn(product, step, { verb: 'undo' }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['rounds', product, round.id] }),
        client.invalidateQueries({ queryKey: ['bridge', product] }),
      ]),
  });
  useEffect(
    () =>
      onKey('A', () => {
        if (place.current?.closest('li li')?.matches(':hover, :focus-within')) mutate();
      }),
    [mutate],
  );
  return (
    <span ref={place} className="mact small">
      {step !== undefined && 'On the Bridge. '}
      <button type="button" disabled={isPending} onClick={() => mutate()}>
        {step === undefined ? 'Make it a step' : 'Take it back'}
      </button>
      {error && <span role="alert">{error.message}</span>}
    </span>
  );
}
