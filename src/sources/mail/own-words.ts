/** What somebody wrote in a message, apart from what they quote and what they sign with. Pure and linear. */

export interface OwnWords {
  readonly said: string;
  /** Lines of others that stood in it. */
  readonly quoted: number;
}

/** How programs head the message that they quote below: English, German, French, Spanish, Portuguese, Italian, Dutch. */
const ORIGINAL =
  /^[-_ ]{2,40}(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|message d.origine|message transféré|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht)[-_ ]{0,40}$/i;
const WROTE = /(?:\bwrote|\bschrieb|\ba écrit|\bescribió|\bescreveu|\bha scritto|\bschreef)[^:]{0,80}:$/i;
const ATTRIBUTION = /^(?:on|am|le|el|em|il|op)\b/i;
const HEADER = /^(?:\*?)(?:from|von|de|da|van) ?:/i;
const SENT = /^(?:\*?)(?:sent|date|gesendet|datum|envoyé|enviado|inviato|verzonden) ?:/i;
const DEVICE =
  /^(?:sent from my |sent from mail for |get outlook for |von meinem .{1,40} gesendet|gesendet von |envoyé de mon |enviado desde mi )/i;
const RULE = /^_{10,80}$/;

/** A footer of a list or a second header stands within so many lines of its rule. */
const NEAR = 6;

export function ownWords(text: string): OwnWords {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trimEnd());
  const end = endOf(lines);
  let quoted = lines.length - end;
  const said: string[] = [];
  for (let at = 0; at < end; at += 1) {
    const line = lines[at] ?? '';
    if (line.trimStart().startsWith('>') || attributed(lines, at, end) || DEVICE.test(line)) quoted += 1;
    else said.push(line);
  }
  const whole = said
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return { said: whole, quoted };
}

/** The first line of what is not theirs and runs to the end: a signature, an original message, the footer of a list. */
function endOf(lines: readonly string[]): number {
  for (const [at, line] of lines.entries()) {
    if (line === '--' || line === '-- ' || ORIGINAL.test(line)) return at;
    const next = lines.slice(at + 1, at + 1 + NEAR);
    if (HEADER.test(line) && next.some((one) => SENT.test(one))) return at;
    if (!RULE.test(line)) continue;
    if (next.some((one) => HEADER.test(one)) || at >= lines.length - NEAR - 2) return at;
  }
  return lines.length;
}

/** “On Monday Ann wrote:”, in one line or two, with a quote behind it. */
function attributed(lines: readonly string[], at: number, end: number): boolean {
  const line = lines[at] ?? '';
  if (line.length > 200) return false;
  if (WROTE.test(line)) return quoteBehind(lines, at + 1, end);
  const next = lines[at + 1] ?? '';
  return ATTRIBUTION.test(line) && next.length <= 200 && WROTE.test(next) && quoteBehind(lines, at + 2, end);
}

function quoteBehind(lines: readonly string[], from: number, end: number): boolean {
  for (let at = from; at < Math.min(end, from + 3); at += 1) {
    const line = (lines[at] ?? '').trimStart();
    if (line !== '') return line.startsWith('>');
  }
  return from >= end;
}
