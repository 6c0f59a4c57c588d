/** What can be looked at in a link, and what became of it, in words. */
import type { AnswerLink } from '../api/links.ts';
import { counted } from '../frame/words.ts';

const BECAME = { confirmed: 'Somebody said yes.', vetoed: 'Somebody said no.' } as const;

/** `83 % likely; 12 days later; both say saddle, horse`. */
export function signsWords({ method, confidence, signs }: AnswerLink): string {
  const likely = method === 'offered' || method === 'recovered' ? [`${Math.round(confidence * 100)} % likely`] : [];
  if (signs === null) return [...likely, 'written down'].join('; ');
  const { words, days } = signs;
  const when =
    days === 0 ? 'the same day' : `${counted(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'before it was asked'}`;
  return [...likely, when, words.length === 0 ? 'no telling word in both' : `both say ${words.join(', ')}`].join('; ');
}

export function becameWords({ method }: AnswerLink): string | null {
  return method === 'confirmed' || method === 'vetoed' ? BECAME[method] : null;
}
