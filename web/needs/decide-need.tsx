/** What a person decides about a need, by hand or by key: rename, merge, split, move, confirm, and take it back. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { decideNeed, type NeedDecision, needsQuery, undoNeed, type WholeNeed } from '../api/needs.ts';
import { onKey } from '../frame/keys.ts';
import { DecideForm } from './decide-form.tsx';
import { decidedOf, keepDecided } from './decided.ts';

export type NeedVerb = NeedDecision['verb'];

const VERBS: readonly { readonly verb: NeedVerb; readonly words: string; readonly key: string }[] = [
  { verb: 'rename', words: 'Rename', key: 'R' },
  { verb: 'merge', words: 'Merge', key: 'M' },
  { verb: 'split', words: 'Split', key: 'S' },
  { verb: 'move', words: 'Move', key: 'V' },
  { verb: 'confirm', words: 'Confirm', key: 'C' },
];
const DONE = {
  rename: 'Renamed.',
  merge: 'Merged.',
  split: 'Split.',
  move: 'Moved.',
  confirm: 'Confirmed.',
} as const;

export function DecideNeed({ product, need }: { product: string; need: WholeNeed }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data } = useQuery(needsQuery(product));
  const [verb, setVerb] = useState<NeedVerb | null>(null);
  const [decided, setDecided] = useState(() => decidedOf(product));
  const settle = async (all: typeof decided) => {
    keepDecided(product, all);
    setDecided(all);
    setVerb(null);
    await client.invalidateQueries({ queryKey: ['needs', product] });
  };
  const decide = useMutation({
    mutationFn: (decision: NeedDecision) => decideNeed(product, need.id, decision),
    onSuccess: async ({ corrections: ids }, decision) => {
      const all = [...decided, { ids, words: DONE[decision.verb] }];
      // What was merged is another need now: that one is looked at, and tells what was decided as soon as it stands.
      if (decision.verb === 'merge') {
        keepDecided(product, all);
        const near = `need:${decision.into}`;
        await navigate({ to: '.', search: (search) => ({ ...search, near }), resetScroll: false });
      }
      await settle(all);
    },
  });
  const undo = useMutation({
    mutationFn: async () => {
      for (const id of decided.at(-1)?.ids.toReversed() ?? []) await undoNeed(product, id);
    },
    onSuccess: () => settle(decided.slice(0, -1)),
  });
  const { mutate: takeBack } = undo;
  useEffect(() => {
    const stops = VERBS.map((one) => onKey(one.key, () => setVerb(one.verb)));
    stops.push(onKey('U', () => decidedOf(product).length > 0 && takeBack()));
    return () => {
      for (const stop of stops) stop();
    };
  }, [product, takeBack]);
  const problem = decide.error ?? undo.error;
  return (
    <div className="decide">
      <p className="flex flex-wrap gap-3 mt-3">
        {VERBS.map((one) => (
          <button
            key={one.verb}
            type="button"
            className="btn tiny"
            aria-expanded={verb === one.verb}
            onClick={() => setVerb(verb === one.verb ? null : one.verb)}
          >
            {one.words} <kbd>{one.key}</kbd>
          </button>
        ))}
        {decided.length > 0 && (
          <button type="button" className="btn tiny" onClick={() => takeBack()} disabled={undo.isPending}>
            Undo <kbd>U</kbd>
          </button>
        )}
      </p>
      {verb !== null && (
        <DecideForm
          key={verb}
          verb={verb}
          need={need}
          others={data?.items.filter(({ id }) => id !== need.id) ?? []}
          pending={decide.isPending}
          decide={decide.mutate}
          close={() => setVerb(null)}
        />
      )}
      <p role="status" className="small dim">
        {undo.isSuccess && !decide.isPending ? 'Taken back.' : decided.at(-1)?.words}
      </p>
      {problem && <p role="alert">{problem.message}</p>}
    </div>
  );
}
