/** iCalendar: every event is a launch on the day it starts. Repetitions and times of day are left out. */
import type { Dated } from './launches.parse.ts';

const MOST_EVENTS = 50_000;

export function readCalendar(text: string): readonly Dated[] {
  const events: Dated[] = [];
  let event: Record<string, string> | null = null;
  let row = 0;
  for (const { line, text: said } of unfolded(text)) {
    const colon = said.indexOf(':');
    if (colon < 0) continue;
    const name = (said.slice(0, colon).split(';')[0] ?? '').toUpperCase();
    const value = said.slice(colon + 1);
    if (name === 'BEGIN' && value.trim().toUpperCase() === 'VEVENT') {
      event = {};
      row = line;
    } else if (name === 'END' && value.trim().toUpperCase() === 'VEVENT' && event) {
      events.push(toDated(event, row));
      event = null;
      if (events.length > MOST_EVENTS) break;
    } else if (event && event[name] === undefined) event[name] = value;
  }
  return events;
}

function toDated(event: Readonly<Record<string, string>>, row: number): Dated {
  const words = (name: string) => decoded(event[name] ?? '').trim() || null;
  return {
    row,
    day: (event.DTSTART ?? '').trim().slice(0, 8),
    name: words('SUMMARY') ?? '',
    version: null,
    line: words('CATEGORIES'),
    notes: words('DESCRIPTION'),
    url: words('URL'),
    uid: words('UID'),
  };
}

/** Long lines are folded: what begins with a blank goes on. */
function unfolded(text: string): { readonly line: number; readonly text: string }[] {
  const lines: { line: number; text: string }[] = [];
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const last = lines.at(-1);
    if (/^[ \t]/.test(raw) && last) {
      if (last.text.length < 100_000) last.text += raw.slice(1);
    } else lines.push({ line: index + 1, text: raw });
  }
  return lines;
}

function decoded(text: string): string {
  return text.replace(/\\([nN,;\\])/g, (_, letter: string) => (letter.toLowerCase() === 'n' ? '\n' : letter));
}
