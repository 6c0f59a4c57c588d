/** A sentence of ours with its commands drawn as what one types. */
import { commandParts } from '../command-parts.ts';
import { type Markup, markup } from './markup.ts';

export function withCommands(words: string | null): Markup {
  return markup`${commandParts(words).map((part, at) => (at % 2 === 1 ? markup`<code>${part}</code>` : part))}`;
}
