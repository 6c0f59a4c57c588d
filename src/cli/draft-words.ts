/** A draft on the terminal: each sentence with its evidence, then how many could be verified and why others were left out. */
import type { Draft } from '#core/draft.ts';
import { counted } from '#core/wording.ts';
import { visible, wrap } from '#report/terminal/layout.ts';
import { paintFor, plain, type Screen } from '#report/terminal/style.ts';

const TITLES: Record<Draft['kind'], string> = { need: 'Need', note: 'Note', summary: 'Reading' };
const SHOWN = 4;

export function draftWords(draft: Draft, screen: Screen): string {
  const paint = paintFor(screen);
  const { kind, about, model, sentences } = draft;
  const lines = ['', ` ${paint('strong', `${TITLES[kind]}: ${visible(about)}`)}`, ` Drafted by ${visible(model)}`, ''];
  for (const { text, evidence } of sentences) {
    const ids = evidence.slice(0, SHOWN).map((id) => id.slice(0, 8));
    const more = evidence.length > SHOWN ? ` and ${evidence.length - SHOWN} more` : '';
    lines.push(...wrap(text, screen.columns - 4).map((line) => `   ${line}`));
    lines.push(`     ${paint('faint', `${ids.join(' ')}${more}`)}`);
  }
  if (sentences.length > 0) lines.push('');
  lines.push(...wrap(verified(draft), screen.columns - 2).map((line) => ` ${line}`));
  for (const { because, sentences: some } of draft.left) lines.push(`   ${some} for ${because}`);
  const rest =
    'Quotes, figures, ids and words were checked; whether they mean what was meant, you judge. Nothing is kept.';
  lines.push(...wrap(rest, screen.columns - 2).map((line) => ` ${line}`));
  return plain(screen, `${lines.join('\n')}\n\n`);
}

/** `3 of 5 sentences could be verified; 2 were left out.` */
function verified({ sentences, written }: Draft): string {
  if (written === 0) return 'The model wrote no sentence.';
  const left = written - sentences.length;
  const out = left === 0 ? '' : `; ${left} ${left === 1 ? 'was' : 'were'} left out`;
  return `${sentences.length} of ${counted(written, 'sentence')} could be verified${out}.`;
}
