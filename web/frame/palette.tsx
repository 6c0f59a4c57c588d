/** All commands, at Ctrl K: pages, products, every question and step, light and dark. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { productsQuery, readingQuery } from '../api/queries.ts';
import { Dialog } from './dialog.tsx';
import { OTHER_PAGES, PAGES } from './pages.ts';
import { setTheme, THEMES } from './theme.ts';

interface Command {
  readonly name: string;
  readonly kind: string;
  readonly act: () => unknown;
}

/** As many as a screen shows. */
const SHOWN = 9;

export function Palette({ product, close }: { product: string | null; close: () => void }) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const found = useCommands(product)
    .filter(({ name, kind }) => holds(`${name} ${kind}`, typed))
    .slice(0, SHOWN);
  const run = (command: Command | undefined) => {
    close();
    command?.act();
  };
  const hear = (event: KeyboardEvent) => {
    if (event.key === 'Enter') run(found[at]);
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (way === undefined || found.length === 0) return;
    event.preventDefault();
    setAt((now) => (now + way + found.length) % found.length);
  };
  return (
    <Dialog label="All commands" className="palette" close={close}>
      <input
        type="text"
        role="combobox"
        aria-label="A page, a question, a product"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
        placeholder="A page, a question, a product"
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(0);
        }}
        onKeyDown={hear}
      />
      <div id={id} role="listbox" aria-label="Commands">
        {found.map((command, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys of its list.
          <div
            key={`${command.kind} ${command.name}`}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === at}
            tabIndex={-1}
            onClick={() => run(command)}
          >
            {command.name}
            <small>{command.kind}</small>
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="small dim p-4">Nothing is called so.</p>}
    </Dialog>
  );
}

function useCommands(product: string | null): readonly Command[] {
  const navigate = useNavigate();
  const products = useQuery(productsQuery).data?.items ?? [];
  const view = useQuery({ ...readingQuery(product ?? ''), enabled: product !== null }).data?.view;
  const near = (figure: string) => () =>
    navigate({ to: '/p/$product', params: { product: product ?? '' }, search: { near: figure } });
  return [
    ...(product === null
      ? []
      : [...PAGES, ...OTHER_PAGES].map(({ to, name }) => ({
          name,
          kind: 'page',
          act: () => navigate({ to, params: { product } }),
        }))),
    ...(view?.audits ?? []).map(({ id, question }) => ({ name: question, kind: 'figure', act: near(`audit:${id}`) })),
    ...(view?.steps.items ?? []).map(({ id, title }) => ({ name: title, kind: 'step', act: near(`step:${id}`) })),
    ...products.map(({ id, name }) => ({
      name,
      kind: 'product',
      act: () => navigate({ to: '/p/$product', params: { product: id } }),
    })),
    { name: 'Read another product', kind: 'page', act: () => navigate({ to: '/' }) },
    ...THEMES.map((theme) => ({
      name: theme === 'system' ? 'Colours as the machine has them' : theme === 'light' ? 'Light' : 'Dark',
      kind: 'colours',
      act: () => setTheme(theme),
    })),
  ];
}

/** Every word that was typed stands somewhere in it. */
function holds(text: string, typed: string): boolean {
  const low = text.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => low.includes(word));
}
