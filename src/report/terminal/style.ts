/** What a terminal can show: its width, its colours, and plain signs where Unicode is missing. */
import { fold } from './fold.ts';

export interface Screen {
  readonly columns: number;
  readonly colour: boolean;
  /** Only ASCII signs: for locales that are not UTF-8, or when asked. */
  readonly ascii: boolean;
  /** A terminal cuts words at its edge; a file or another program takes lines as they are. */
  readonly folds?: boolean;
}

/** Hue says who: product blue, customer marigold, claim lipstick, bridge green (design language §2). */
export type Hue = 'product' | 'customer' | 'claim' | 'bridge' | 'strong' | 'faint';

/** The 16-colour codes nearest to the four hues, so that any theme keeps them apart. */
const CODES: Record<Hue, readonly [open: number, close: number]> = {
  product: [34, 39],
  customer: [33, 39],
  claim: [31, 39],
  bridge: [32, 39],
  strong: [1, 22],
  faint: [2, 22],
};

export type Paint = (hue: Hue, text: string) => string;

export function paintFor(screen: Screen): Paint {
  if (!screen.colour) return (_, text) => text;
  return (hue, text) => (text === '' ? '' : `\u001b[${CODES[hue][0]}m${text}\u001b[${CODES[hue][1]}m`);
}

/** Signs with their plain twins. */
const SIGNS = {
  track: ['┈', '.'],
  thin: ['─', '-'],
  thick: ['━', '='],
  left: ['╶', '['],
  right: ['╴', ']'],
  cross: ['╋', '#'],
  happened: ['▪', 'x'],
  quiet: ['·', '.'],
  unknown: ['╌', '?'],
  norm: ['┊', ':'],
  dash: ['–', '-'],
  post: ['●', 'o'],
  person: ['·', '.'],
  guess: ['○', 'o'],
  bullet: ['•', '*'],
  kept: ['╎', '|'],
  box: ['┌┐└┘─│', '++++-|'],
} as const;

export type Sign = keyof typeof SIGNS;

export function sign(screen: Screen, name: Sign): string {
  return SIGNS[name][screen.ascii ? 1 : 0];
}

/** Text as a screen can show it: folded at its edge; without Unicode, typographic signs become their plain twins. */
export function plain(screen: Screen, text: string): string {
  const lines = screen.folds ? fold(text, screen.columns) : text;
  if (!screen.ascii) return lines;
  const twins: Record<string, string> = {
    '–': '-',
    '—': '-',
    '−': '-',
    '“': '"',
    '”': '"',
    '’': "'",
    '·': '.',
    '…': '...',
    '→': '->',
    '▪': 'x',
  };
  return lines.replace(/[–—−“”’·…→▪]/g, (found) => twins[found] ?? '?').replace(/[^\p{ASCII}]/gu, '?');
}
