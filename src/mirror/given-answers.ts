/** What somebody sent, as answers that can be kept: known questions of their role, within bounds, without secrets. */
import { type Answers, MISSED, PARTS, type Role } from '#core/mirror.ts';
import { redact } from '#core/redact.ts';
import { cleanText, cutText } from '#core/text.ts';
import {
  GROUPS_MOST,
  GUESS_MOST,
  LONGEST_NAME,
  LONGEST_TEXT,
  PLACE_MOST,
  POINTS,
  type QuestionId,
  questionsOf,
  RIGHT_MOST,
} from './questions.ts';

type Sent = Readonly<Record<string, unknown>>;
type Taken = { -readonly [Key in keyof Answers]: Answers[Key] };

/** What cannot be an answer is left out: an answer that is not there is better than one that was not given. */
export function givenAnswers(role: Role, sent: Sent): Answers {
  const taken: Taken = {};
  for (const { id } of questionsOf(role)) Object.assign(taken, present(id, READERS[id](sent[id])));
  return taken;
}

/** The name that a member of the team gives in an open round. */
export function givenName(sent: unknown): string | null {
  return line(sent, LONGEST_NAME) ?? null;
}

const READERS: Readonly<Record<QuestionId, (sent: unknown) => unknown>> = {
  doing: (sent) => {
    const shared = PARTS.map((part) => [part, whole(member(sent, part), POINTS) ?? 0] as const);
    return shared.some(([, points]) => points > 0) ? Object.fromEntries(shared) : undefined;
  },
  why: (sent) => line(sent, LONGEST_TEXT),
  friend: (sent) => line(sent, LONGEST_TEXT),
  whom: (sent) => {
    const named = (Array.isArray(sent) ? sent : [])
      .slice(0, GROUPS_MOST)
      .flatMap((one) => line(one, LONGEST_NAME) ?? []);
    return named.length > 0 ? named : undefined;
  },
  right: (sent) => whole(sent, RIGHT_MOST),
  missed: (sent) => whole(sent, GUESS_MOST),
  would: (sent) => MISSED.find((one) => one === sent),
  closer: (sent) => line(sent, LONGEST_TEXT),
  which: (sent) => line(sent, LONGEST_NAME),
  place: (sent) => {
    const [product, customer] = [
      whole(member(sent, 'product'), PLACE_MOST),
      whole(member(sent, 'customer'), PLACE_MOST),
    ];
    return product === undefined || customer === undefined ? undefined : { product, customer };
  },
};

/** Points count once all ten are shared; until then they are kept as they are, for whoever goes on. */
export function pointsShared({ doing }: Answers): number {
  return doing === undefined ? 0 : PARTS.reduce((sum, part) => sum + doing[part], 0);
}

function present(id: string, value: unknown): object {
  return value === undefined ? {} : { [id]: value };
}

function member(of: unknown, name: string): unknown {
  return of !== null && typeof of === 'object' ? (of as Record<string, unknown>)[name] : undefined;
}

function whole(sent: unknown, most: number): number | undefined {
  const text = typeof sent === 'number' ? String(sent) : typeof sent === 'string' ? sent.trim() : '';
  if (!/^\d{1,3}$/.test(text)) return undefined;
  return Number(text) <= most ? Number(text) : undefined;
}

function line(sent: unknown, longest: number): string | undefined {
  if (typeof sent !== 'string') return undefined;
  const text = redact(
    cutText(cleanText(sent), 4 * longest)
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return text === '' ? undefined : cutText(text, longest);
}
