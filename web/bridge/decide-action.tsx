/** What a person decides about a step, by hand or by key: take it up, done, decide against it, take the last one back. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { ActionVerb } from '#core/action.ts';
import { type Action, actionsIn, bridgeQuery, type Decision, decideOn } from '../api/bridge.ts';
import { onKey } from '../frame/keys.ts';

const VERBS: readonly {
  readonly verb: ActionVerb;
  readonly words: string;
  readonly again?: string;
  readonly key: string;
}[] = [
  { verb: 'adopt', words: 'Take it up', again: 'Change who and when', key: 'A' },
  { verb: 'done', words: 'It is done', key: 'D' },
  { verb: 'drop', words: 'Decide against it', key: 'X' },
  { verb: 'undo', words: 'Take the last one back', key: 'U' },
];

export function DecideAction({ product, action }: { product: string; action: Action }) {
  const { id, kind, target, may, state, owner, due } = action;
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const decide = useMutation({
    mutationFn: (decision: Decision) => decideOn(product, id, decision),
    onSuccess: async ({ id: kept }) => {
      await client.invalidateQueries({ queryKey: ['bridge', product] });
      // A proposal that was decided on is kept under an id of its own; taken back, it is the proposal again.
      const all = actionsIn(await client.ensureQueryData(bridgeQuery(product)));
      const now = all.find((one) => one.id === kept) ?? all.find((one) => one.kind === kind && one.target === target);
      const near = `action:${now?.id ?? kept}`;
      await navigate({ to: '.', search: (search) => ({ ...search, near }), resetScroll: false });
    },
  });
  const { mutate } = decide;
  useEffect(() => {
    let asked: ActionVerb | null = null;
    const press = (verb: ActionVerb) => () => {
      if (!may.includes(verb)) return;
      asked = verb;
      const said = new FormData(form.current ?? undefined);
      const text = (name: string) => String(said.get(name) ?? '').trim();
      if (verb === 'drop' && text('note') === '') {
        form.current?.querySelector<HTMLInputElement>('[name=note]')?.focus();
        return;
      }
      const fields = ['owner', 'due', 'note', 'on'].flatMap((name) => (text(name) === '' ? [] : [[name, text(name)]]));
      mutate({ verb, ...Object.fromEntries(fields) });
    };
    const stops = VERBS.map(({ verb, key }) => onKey(key, press(verb)));
    const node = form.current;
    const click = (event: Event) => {
      const verb = (event as SubmitEvent).submitter?.getAttribute('value') as ActionVerb | null;
      event.preventDefault();
      if (verb !== null) press(verb)();
    };
    // The reason that was asked for is followed by what it is the reason of, not by the first button.
    const enter = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || asked !== 'drop' || !(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      press('drop')();
    };
    node?.addEventListener('submit', click);
    node?.addEventListener('keydown', enter);
    return () => {
      node?.removeEventListener('submit', click);
      node?.removeEventListener('keydown', enter);
      for (const stop of stops) stop();
    };
  }, [may, mutate]);
  const open = state === 'proposed' || state === 'adopted' || state === 'dropped';
  return (
    <form className="decide" ref={form}>
      {open && (
        <div className="agreed">
          <Field name="owner" words="Who does it" value={owner ?? ''} />
          <Field name="due" words="By when" value={due ?? ''} type="date" />
        </div>
      )}
      {may.includes('done') && <Field name="on" words="Done on (today if empty)" value="" type="date" />}
      <Field
        name="note"
        words={may.includes('drop') ? 'Why; needed to decide against it' : 'Why, if you like'}
        value=""
      />
      <p className="flex flex-wrap gap-3 mt-3">
        {VERBS.filter(({ verb }) => may.includes(verb)).map(({ verb, words, again, key }) => (
          <button
            key={verb}
            type="submit"
            value={verb}
            className={verb === (state === 'adopted' ? 'done' : 'adopt') ? 'btn main' : 'btn'}
            disabled={decide.isPending}
          >
            {state === 'adopted' && again !== undefined ? again : words} <kbd>{key}</kbd>
          </button>
        ))}
      </p>
      <p role="status" className="small dim">
        {decide.isSuccess && 'Kept.'}
      </p>
      {decide.error && <p role="alert">{decide.error.message}</p>}
    </form>
  );
}

interface FieldProps {
  readonly name: string;
  readonly words: string;
  readonly value: string;
  readonly type?: 'text' | 'date';
}

function Field({ name, words, value, type = 'text' }: FieldProps) {
  return (
    <label className="small mt-2">
      {words}
      <input
        name={name}
        type={type}
        defaultValue={value}
        maxLength={type === 'text' ? 1_000 : undefined}
        autoComplete="off"
      />
    </label>
  );
}
