/** Progress is one line with an estimate. */
import { expect, test } from 'vitest';
import { liveProgress, progressWords } from './live-progress.ts';
import { terminalOf } from './terminal.ts';

test('says how far along it is and about how long it will take', () => {
  const half = { step: 'gather', source: 'git', doing: 'reading history', done: 50_000, total: 100_000 } as const;
  expect(progressWords(half, 4_000, 100)).toBe('git: reading history  50,000 of 100,000  ▰▰▰▰▰▱▱▱▱▱  about 4 s');
});

test('never estimates from almost nothing, and never leaves its line', () => {
  const first = { step: 'gather', source: 'git', doing: 'reading history', done: 1, total: 100_000 } as const;
  expect(progressWords(first, 10, 100)).not.toContain('about');
  expect(progressWords(first, 10, 20)).toHaveLength(20);
});

test('while rows are sealed and facts computed Ctrl-C ends the process at once, and while it gathers it is listened to', () => {
  const known = process.listenerCount('SIGTERM');
  const listening = () => process.listenerCount('SIGTERM') - known;
  const terminal = terminalOf(process);
  const live = liveProgress(terminal);
  expect(listening()).toBe(1);
  live.on({ step: 'facts' });
  expect(listening()).toBe(0);
  live.on({ step: 'gathered', source: 'git', added: 1, unchanged: 0 });
  expect(listening()).toBe(1);
  live.on({ step: 'seal', source: 'git' });
  expect(listening()).toBe(0);
  live.end();
  expect(listening()).toBe(0);
  live.on({ step: 'gathered', source: 'git', added: 1, unchanged: 0 });
  process.emit('SIGTERM');
  expect(() => live.on({ step: 'facts' })).toThrow('Stopped');
  terminal.endsAtOnce(true);
});
