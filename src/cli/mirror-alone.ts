/** The Mirror Test for one person: seven questions on the terminal, then their answers beside the evidence. Nothing is kept. */
import { type EvidenceBeside, PARTS } from '#core/mirror.ts';
import { paintFor } from '#report/terminal/style.ts';
import type { Terminal } from './terminal.ts';

interface Row {
  readonly question: string;
  readonly answer: string;
  readonly evidence: string;
}

export async function askAlone(
  terminal: Terminal,
  product: string,
  evidence: EvidenceBeside,
): Promise<{ words: string; json: unknown }> {
  terminal.warn(
    `\n ${product} in the mirror: seven questions, four minutes. Enter skips one; nothing you say is kept.\n`,
  );
  const rows: Row[] = [];
  for (const [question, hint, beside] of questionsOf(evidence)) {
    const said = await terminal.ask(` ${question}\n  ${hint}: `);
    if (said === null) break;
    rows.push({ question, answer: said.trim(), evidence: beside });
  }
  const paint = paintFor(terminal.screen);
  const lines = rows.flatMap(({ question, answer, evidence: beside }) => [
    paint('strong', ` ${question}`),
    `   you       ${answer === '' ? '(skipped)' : answer}`,
    `   evidence  ${beside}`,
    '',
  ]);
  const next = ' Ask the others: bifocal mirror open\n';
  return { words: `\n${lines.join('\n')}${next}`, json: { answers: rows, evidence } };
}

const NOTHING = 'not read yet; run bifocal here first';

function questionsOf(evidence: EvidenceBeside): readonly (readonly [question: string, hint: string, beside: string])[] {
  const { weeks, firstSentence, loved, holds, lenses, loop } = evidence;
  const kinds = (['making', 'telling', 'serving'] as const).flatMap((part) =>
    weeks?.[part] == null ? [] : [`${part} in ${weeks[part]}`],
  );
  const points = (found: { readonly score: number } | null) =>
    found === null ? 'not known' : String(Math.round(found.score));
  return [
    [
      'What are we doing?',
      `ten points among ${PARTS.join(', ')}, as 4 3 2 1`,
      weeks ? `${kinds.join(', ')} of ${weeks.of} weeks` : NOTHING,
    ],
    [
      'Why are we here?',
      'one sentence',
      firstSentence ? `“${firstSentence.text}” (${firstSentence.where})` : 'no page or README was read',
    ],
    [
      'Who do we serve?',
      'up to three groups',
      loop?.asked == null ? NOTHING : `${loop.asked} people asked for something in the last year`,
    ],
    ['Are we doing this right?', '0 to 10', `loved ${points(loved)} of 100, holds ${points(holds)} of 100`],
    [
      'Would anybody care if we disappeared today?',
      'of 100 customers, how many very much',
      'ask them: bifocal mirror open',
    ],
    ['How can we get closer to the people that matter most to us?', 'one thing', 'what they ask for: bifocal needs'],
    [
      'Which are we?',
      'product and customer in focus, each 0 to 100',
      `product ${points(lenses.product)}, customer ${points(lenses.customer)}`,
    ],
  ];
}
