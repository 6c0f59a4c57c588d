/** Wherever makers are told by behaviour, the sentence of every figure that rests on it says so; where they are declared, none does. */
import { expect, test } from 'vitest';
import { AUDITS } from './registry.ts';
import { voices } from './voices-story.ts';

const WINDOW = { from: Date.UTC(2025, 6, 2), to: Date.UTC(2026, 5, 30) };
const RESTING = ['first-human-reply', 'honest-closure', 'loop-closure', 'no-human-answer', 'voice-breadth'];

function saidBy(id: string, makers: 'told' | 'by behaviour'): string {
  const audit = AUDITS.find((one) => one.id === id);
  const told = voices().but({ makers });
  told.crowd(30, '2026-01-10', () => told.answered(3).changed(5).shipped(10).told(11).closed(12));
  const observed = audit?.observe(told.facts() as never, WINDOW);
  if (!audit || !observed || 'state' in observed) throw new Error(`${id} saw nothing`);
  return audit.say({ value: 0.5, n: observed.observations.length, noted: observed.noted ?? {} });
}

test.each(RESTING)('%s', (id) => {
  expect(saidBy(id, 'by behaviour')).toMatch(/ \(makers guessed\)\.$/);
  expect(saidBy(id, 'told')).not.toContain('guessed');
});
