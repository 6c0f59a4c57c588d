/** Single keys, as long as nobody is typing. */

export type Stop = () => void;

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
}

/** Escape is heard in fields too; other keys only outside of them. An open dialog keeps its keys. */
export function onKey(key: string, act: () => unknown): Stop {
  const hear = (event: KeyboardEvent) => {
    if (event.key !== key || event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return;
    if (key !== 'Escape' && isTyping(event.target)) return;
    if (document.querySelector('dialog[open]') !== null) return;
    event.preventDefault();
    act();
  };
  window.addEventListener('keydown', hear);
  return () => window.removeEventListener('keydown', hear);
}

/** `j` and `k`: the next or the last figure that opens. */
export function stepFigure(way: 1 | -1): void {
  const figures = [...document.querySelectorAll<HTMLElement>('main [data-figure]')].filter(
    (one) => one.offsetParent !== null,
  );
  const at = figures.indexOf(document.activeElement as HTMLElement);
  const next = at === -1 ? (way === 1 ? 0 : figures.length - 1) : at + way;
  const figure = figures[Math.max(0, Math.min(figures.length - 1, next))];
  figure?.focus();
  figure?.scrollIntoView({ block: 'nearest' });
}

/** `o`: opens the figure that has the focus. */
export function openFigure(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement.dataset.figure !== undefined) activeElement.click();
}
