/** What one decision about a need asks for: a name, another need, or some of its asks. */
import { type FormEvent, useEffect, useRef } from 'react';
import type { Need, NeedDecision, WholeNeed } from '../api/needs.ts';
import type { NeedVerb } from './decide-need.tsx';

const SAYS: { readonly [Verb in NeedVerb]: { readonly ask: string; readonly press: string } } = {
  rename: { ask: 'What do they need?', press: 'Rename' },
  merge: { ask: 'It is really the same as', press: 'Merge' },
  split: { ask: 'Which asks are a need of their own?', press: 'Split' },
  move: { ask: 'Which asks belong elsewhere?', press: 'Move' },
  confirm: { ask: 'Which asks belong here? None chosen: all of them.', press: 'Confirm' },
};

interface DecideFormProps {
  readonly verb: NeedVerb;
  readonly need: WholeNeed;
  readonly others: readonly Need[];
  readonly pending: boolean;
  readonly decide: (decision: NeedDecision) => void;
  readonly close: () => void;
}

export function DecideForm({ verb, need, others, pending, decide, close }: DecideFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, select')?.focus();
  }, []);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const decision = decisionOf(verb, new FormData(event.currentTarget));
    if (decision !== null) decide(decision);
  };
  const { ask, press } = SAYS[verb];
  return (
    <form className="decide mt-3" ref={form} onSubmit={submit} aria-label={press}>
      {verb === 'rename' && <Name words={ask} value={need.name} />}
      {verb === 'merge' && <Others words={ask} others={others} />}
      {(verb === 'split' || verb === 'move' || verb === 'confirm') && <Asks words={ask} need={need} />}
      {verb === 'split' && <Name words="What do these need?" value="" />}
      {verb === 'move' && <Others words="They belong to" others={others} none />}
      <p className="flex flex-wrap gap-3 mt-3">
        <button type="submit" className="btn main" disabled={pending}>
          {press}
        </button>
        <button type="button" className="btn" onClick={close}>
          Leave it
        </button>
      </p>
    </form>
  );
}

/** Null where something is missing: the fields say what. */
function decisionOf(verb: NeedVerb, said: FormData): NeedDecision | null {
  const name = String(said.get('name') ?? '').trim();
  const other = String(said.get('other') ?? '');
  const evidence = said.getAll('ask').map(String);
  if (verb === 'rename') return name === '' ? null : { verb, name };
  if (verb === 'merge') return other === '' ? null : { verb, into: other };
  if (verb === 'split') return name === '' || evidence.length === 0 ? null : { verb, evidence, name };
  if (verb === 'move') return evidence.length === 0 ? null : { verb, evidence, to: other === '' ? null : other };
  return { verb, evidence };
}

function Name({ words, value }: { words: string; value: string }) {
  return (
    <label className="small mt-2">
      {words}
      <input name="name" type="text" defaultValue={value} maxLength={200} autoComplete="off" required />
    </label>
  );
}

function Others({ words, others, none = false }: { words: string; others: readonly Need[]; none?: boolean }) {
  return (
    <label className="small mt-2">
      {words}
      <select name="other" className="wide">
        {none && <option value="">no need</option>}
        {others.map(({ id, name, people }) => (
          <option key={id} value={id}>
            {name} ({people})
          </option>
        ))}
      </select>
    </label>
  );
}

function Asks({ words, need: { asks } }: { words: string; need: WholeNeed }) {
  return (
    <fieldset className="asks-of mt-2">
      <legend className="small">{words}</legend>
      {asks.map(({ evidence, text }) => (
        <label key={evidence} className="ask-of wrap-anywhere">
          <input type="checkbox" name="ask" value={evidence} /> <span className="said sm">“{text}”</span>
        </label>
      ))}
    </fieldset>
  );
}
