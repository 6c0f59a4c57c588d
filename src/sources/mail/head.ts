/** The few fields of a message's header that threads are told by, without parsing the message. Pure and linear. */
import { digestOf } from '#core/ids.ts';
import { timeOf } from '../table/times.ts';

export interface MailHead {
  /** As the message calls itself; what it says where it has no name. */
  readonly id: string;
  /** What it answers, the oldest first. */
  readonly references: readonly string[];
  readonly from: string | null;
  readonly to: readonly string[];
  readonly at: number | null;
  /** Written by a program: an absence, a bounce, a robot. */
  readonly automatic: boolean;
}

/** Longer headers are padding; threads of more messages keep their first and last references. */
const LONGEST_HEADER = 262_144;
const MOST_REFERENCES = 200;

export function headOfMail(raw: Buffer): MailHead {
  const fields = fieldsOf(raw);
  const field = (name: string) => fields.get(name) ?? '';
  const named = idsIn(field('message-id'));
  const answers = [...idsIn(field('references')), ...idsIn(field('in-reply-to'))];
  const from = addressesIn(field('from'))[0] ?? null;
  const written = field('date').trim().replace(/\s+/g, ' ');
  const id = named[0] ?? digestOf([written, from ?? '', field('subject'), String(raw.length)].join('\n')).slice(0, 32);
  return {
    id,
    references: [...new Set(answers)].filter((one) => one !== id).slice(0, MOST_REFERENCES),
    from,
    to: ['to', 'cc', 'delivered-to'].flatMap((name) => addressesIn(field(name))),
    at: mailTime(written),
    automatic:
      /^auto-(?:replied|generated|notified)/i.test(field('auto-submitted').trim()) ||
      /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply)@/i.test(from ?? '') ||
      /^(?:auto_reply|junk)$/i.test(field('precedence').trim()),
  };
}

/** The first field of each name, its further lines joined. */
function fieldsOf(raw: Buffer): Map<string, string> {
  const end = raw.indexOf('\n\n');
  const crlf = raw.indexOf('\r\n\r\n');
  const ends = [end, crlf].filter((one) => one !== -1);
  const text = raw.subarray(0, Math.min(LONGEST_HEADER, ...ends, raw.length)).toString('utf8');
  const fields = new Map<string, string>();
  let name: string | null = null;
  for (const line of text.split(/\r?\n/)) {
    if (/^[ \t]/.test(line)) {
      if (name !== null) fields.set(name, `${fields.get(name) ?? ''} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    const found = colon > 0 && colon <= 60 ? line.slice(0, colon).trim().toLowerCase() : null;
    name = found !== null && !fields.has(found) ? found : null;
    if (name !== null) fields.set(name, line.slice(colon + 1));
  }
  return fields;
}

function idsIn(field: string): string[] {
  return [...field.matchAll(/<([^<>\s]{1,300})>/g)].map(([, id]) => id ?? '');
}

function addressesIn(field: string): string[] {
  return [...field.matchAll(/[^\s<>",;:()]{1,64}@[^\s<>",;:()]{1,190}/g)]
    .slice(0, 50)
    .map(([one]) => one.toLowerCase());
}

/** Zones that are written twice, `+0200 (CEST)`, and days without a name are fine; a word for the zone may be unknown. */
function mailTime(written: string): number | null {
  return timeOf(written, null) ?? timeOf(written.replace(/ \([^()]{1,40}\)$/, '').replace(/ [A-Z]{1,5}$/, ''), null);
}
