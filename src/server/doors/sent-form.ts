/** A form that was sent, as what it says: flat names become answers, what is no answer is left out. */
import { type Answers, PARTS, type Role } from '#core/mirror.ts';
import { givenAnswers, givenName } from '#mirror/given-answers.ts';

/** As many fields as the longest form has, and some more. */
const FIELDS_MOST = 60;

export interface SentForm {
  readonly answers: Answers;
  readonly name: string | null;
  readonly agreed: boolean;
  readonly key: string | null;
  readonly language: string | null;
  /** Pressed by hand; else it was kept on the way. */
  readonly sent: boolean;
}

export function sentForm(role: Role, body: string): SentForm {
  const fields = new Map([...new URLSearchParams(body)].slice(0, FIELDS_MOST));
  const text = (name: string) => fields.get(name) ?? '';
  const tenfold = (name: string) => (/^\d{1,2}$/.test(text(name)) ? String(Number(text(name)) * 10) : '');
  const plain = ['why', 'friend', 'right', 'missed', 'would', 'closer', 'which'].map(
    (name) => [name, text(name)] as const,
  );
  const answers = givenAnswers(role, {
    ...Object.fromEntries(plain),
    doing: Object.fromEntries(PARTS.map((part) => [part, text(`doing.${part}`)])),
    whom: [0, 1, 2].map((at) => text(`whom.${at}`)),
    place: { product: tenfold('place.product'), customer: tenfold('place.customer') },
  });
  return {
    answers,
    name: givenName(text('name')),
    agreed: text('agree') === '1',
    key: keyIn(text('key')),
    language: text('lang') || null,
    sent: text('send') === '1',
  };
}

/** 128 random bits as the form hands them out; null where it is none. */
export function keyIn(text: string | undefined): string | null {
  return text !== undefined && /^[A-Za-z0-9_-]{22}$/.test(text) ? text : null;
}
