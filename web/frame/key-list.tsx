/** All keys, at `?`. */
import { Dialog } from './dialog.tsx';
import { PAGES } from './pages.ts';

const KEYS = [
  [['j', 'k'], 'next figure, last figure'],
  [['o'], 'look closer at it'],
  [['Esc'], 'back to the page'],
  ...PAGES.map(({ key, name }) => [['g', key], name] as const),
  [['A', 'D', 'X', 'U'], 'of a step: take up, done, decide against, take back'],
  [['A'], 'of an answer in the mirror: make it a step, take it back'],
  [['R', 'M', 'S', 'V', 'C', 'U'], 'of a need: rename, merge, split, move, confirm, undo'],
  [['Y', 'N', 'U'], 'of a likely answer: yes, no, take back'],
  [['Ctrl K'], 'all commands'],
  [['?'], 'these keys'],
] as const;

export function KeyList({ close }: { close: () => void }) {
  return (
    <Dialog label="Keys" close={close}>
      <h2>Keys</h2>
      <dl className="keys">
        {KEYS.map(([keys, does]) => (
          <div key={does} className="contents">
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="btn" onClick={close}>
        Close
      </button>
    </Dialog>
  );
}
