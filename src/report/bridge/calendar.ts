/** Actions as calendar entries: when each is due, and when a verdict becomes possible (RFC 5545). */
import type { ActionTold } from '#core/action.ts';
import { actionFacts } from './action-words.ts';

/** RFC 5545 §3.1: no line is longer, its break left out. */
const LONGEST_OCTETS = 75;

/** `stamp`: the time up to which the evidence is known, so that the same evidence gives the same bytes. */
export function calendarOf(product: string, actions: readonly ActionTold[], stamp: string): string {
  const made = `${stamp.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Bifocal//Bridge//EN', 'CALSCALE:GREGORIAN'];
  for (const action of actions) {
    const { due, judged, verdictPossibleAt, state } = action;
    if (state === 'adopted' && due !== null) lines.push(...entry(product, action, { day: due, made, what: 'Due' }));
    const from = judged === null ? (state === 'adopted' ? verdictPossibleAt : null) : judged.possibleAt;
    if (from !== null) lines.push(...entry(product, action, { day: from, made, what: 'Verdict possible' }));
  }
  lines.push('END:VCALENDAR');
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

interface When {
  readonly day: string;
  readonly made: string;
  readonly what: string;
}

function entry(product: string, action: ActionTold, { day, made, what }: When): string[] {
  const facts = actionFacts(action).map(([word, says]) => `${word}: ${says}`);
  return [
    'BEGIN:VEVENT',
    `UID:${action.id}-${what === 'Due' ? 'due' : 'verdict'}@bifocal`,
    `DTSTAMP:${made}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `SUMMARY:${escaped(`${what}: ${action.title} (${product})`)}`,
    `DESCRIPTION:${escaped([action.hypothesis, ...facts].join('\n'))}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** RFC 5545 §3.3.11; other control characters have no place in text. */
function escaped(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
      .replace(/[\\;,]/g, '\\$&')
      .replaceAll('\n', '\\n')
  );
}

/** Cut between characters, never inside one; what follows begins with a space. */
export function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (octets + size > LONGEST_OCTETS) {
      parts.push(part);
      [part, octets] = [' ', 1];
    }
    part += sign;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
