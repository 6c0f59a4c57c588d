/** Progress as one line that overwrites itself, with an estimate; silent under a second and off a terminal. */
import { BifocalError } from '#core/errors.ts';
import { thousands } from '#core/wording.ts';
import type { OnProgress, Progress } from '#engine/progress.ts';
import type { Terminal } from './terminal.ts';

/** Quick runs stay quiet. */
const QUIET_MS = 700;
const EVERY_MS = 120;

export interface Live {
  readonly on: OnProgress;
  end(): void;
}

/** What comes behind it looks at no signal: until another begins, Ctrl-C ends the process at once. */
export function liveProgress(terminal: Terminal): Live {
  if (!terminal.live) return { on: ({ step }) => mindSignals(terminal, step), end: () => terminal.endsAtOnce(true) };
  const startedAt = performance.now();
  let drawnAt = 0;
  let stepAt = startedAt;
  let step = '';
  let drawn = false;
  return {
    on: (progress) => {
      mindSignals(terminal, progress.step);
      const now = performance.now();
      const name = progress.step === 'gather' ? `${progress.source} ${progress.doing}` : progress.step;
      if (name !== step) {
        step = name;
        stepAt = now;
        drawnAt = 0;
      }
      if (now - startedAt < QUIET_MS || now - drawnAt < EVERY_MS) return;
      drawnAt = now;
      drawn = true;
      terminal.overwrite(progressWords(progress, now - stepAt, terminal.errorScreen.columns));
    },
    end: () => {
      terminal.endsAtOnce(true);
      if (drawn) terminal.overwrite('');
    },
  };
}

/** Done in one go: whoever asks to stop then, or has just before, would wait until it is through. */
const IN_ONE_GO: readonly Progress['step'][] = ['seal', 'facts', 'reading'];

function mindSignals(terminal: Terminal, step: Progress['step']): void {
  const busy = IN_ONE_GO.includes(step);
  if (busy && terminal.signal.aborted) throw new BifocalError('INTERRUPTED', {});
  terminal.endsAtOnce(busy);
}

/** `git: reading history  12,000 of 117,802  ▰▰▱▱▱▱▱▱▱▱  about 9 s`. */
export function progressWords(progress: Progress, elapsedMs: number, columns: number): string {
  const words = wordsOf(progress);
  if (progress.step !== 'gather' || progress.total === null || progress.total === 0) return words.slice(0, columns);
  const share = Math.min(1, progress.done / progress.total);
  const full = Math.round(share * 10);
  const left = share > 0.05 ? `  about ${secondsWords((elapsedMs / share) * (1 - share))}` : '';
  const line = `${words}  ${thousands(progress.done)} of ${thousands(progress.total)}  ${'▰'.repeat(full)}${'▱'.repeat(10 - full)}${left}`;
  return line.slice(0, columns);
}

function wordsOf(progress: Progress): string {
  switch (progress.step) {
    case 'joined':
      return `a part of ${progress.product}`;
    case 'gather':
      return `${progress.source}: ${progress.doing}`;
    case 'estimate':
      return `${progress.source}: ${progress.sentence}`;
    case 'gathered':
      return `${progress.source}: ${thousands(progress.added)} new`;
    case 'seal':
      return `${progress.source}: keeping what was read`;
    case 'facts':
      return 'putting the facts together';
    case 'reading':
      return 'weighing what was found';
  }
}

function secondsWords(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
