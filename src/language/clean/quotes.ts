/** Takes out what somebody else said before: quoted replies, the line that opens them, and the signature at the end. */

const QUOTED = /^\s{0,3}(?:>|\|\s?>)/;
/** “On Monday, Ada wrote:” in the languages that mail programs speak most. */
const OPENS =
  /^\s{0,3}(?:On|Am|Le|El|Il|Em|Op)\b[^\n]{4,200}\b(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef)[^\n]{0,80}:\s*$/iu;
/** From here on an older mail is carried along. */
const CARRIED =
  /^\s*(?:-{2,}\s*(?:Original Message|Forwarded message|Ursprüngliche Nachricht|Message d'origine)\s*-{2,}|_{20,}|Begin forwarded message:)\s*$/iu;
/** RFC 3676 §4.3: two hyphens and a space open a signature; phones and mail programs sign by themselves. */
const SIGNATURE = /^(?:-- ?|—)$/;
const SENT_FROM =
  /^\s*(?:Sent from my|Sent via|Get Outlook for|Envoyé de mon|Von meinem|Enviado desde mi)\b[^\n]{0,80}$/iu;
const GREETING =
  /^\s*(?:kind |best |warm )?(?:regards|thanks|thank you|thanks in advance|cheers|best wishes|sincerely|yours|mit freundlichen grüßen|viele grüße|cordialement|saludos)[\s,.!]*$/iu;

/** A signature is short: what follows a greeting is taken for one only within these lines of the end. */
const SIGNATURE_LINES = 6;

export function ownWords(lines: readonly string[]): string[] {
  const out: string[] = [];
  let inJiraQuote = false;
  for (const [at, line] of lines.entries()) {
    if (CARRIED.test(line) || (SIGNATURE.test(line) && lines.length - at <= SIGNATURE_LINES + 1)) break;
    if (/^\s*\{quote\}/i.test(line) || /^\s*bq\. /i.test(line)) {
      // {quote} opens and closes; on one line it does both.
      const marks = line.match(/\{quote\}/gi)?.length ?? 0;
      if (marks === 1) inJiraQuote = !inJiraQuote;
      out.push('');
      continue;
    }
    if (inJiraQuote) {
      if (/\{quote\}/i.test(line)) inJiraQuote = false;
      continue;
    }
    if (QUOTED.test(line) || SENT_FROM.test(line) || OPENS.test(line)) {
      out.push('');
      continue;
    }
    out.push(line);
  }
  return unsigned(out);
}

function unsigned(lines: string[]): string[] {
  const from = Math.max(0, lines.length - SIGNATURE_LINES);
  const greeting = lines.findIndex((line, at) => at >= from && at > 0 && GREETING.test(line));
  return greeting < 0 ? lines : lines.slice(0, greeting);
}
