/** The claims of a page: which of its sentences state what the product is, does, costs or will be, and of which class. */
import { ANSWER_IN_TIME, type Attribute, attributeOf, type ClaimClass, classOf } from './classes.ts';
import { namesOf, SIGNS, signsOf } from './signs.ts';
import { type Statement, statementsOf } from './statements.ts';
import { THRESHOLD, WEIGHTS } from './weights.ts';

export interface FoundClaim extends Pick<Statement, 'start' | 'end' | 'text' | 'place' | 'under'> {
  readonly probability: number;
  readonly class: ClaimClass;
  readonly attribute: Attribute;
  /** Too little of a claim to be shown as one: it is kept for the things it names. */
  readonly weak: boolean;
}

const WEIGHED = Float64Array.from(SIGNS, (sign) => WEIGHTS[sign] ?? 0);

/** In the order of the page. `names`: the product's name, and others it goes by. */
export function claimsIn(source: string, names: readonly string[] = []): FoundClaim[] {
  const statements = statementsOf(source);
  const title = statements.find(({ place }) => place === 'heading')?.text ?? '';
  const said = pageNames(title, names);
  return statements.flatMap((statement) => {
    const weighed = weigh(statement, said);
    return weighed.weak ? [] : claimOf(statement, weighed);
  });
}

/** Those too weak to be claims are among them. */
export function findClaims(statements: readonly Statement[], names: ReadonlySet<string>): FoundClaim[] {
  return statements.map((statement) => claimOf(statement, weigh(statement, names)));
}

type Weighed = Pick<FoundClaim, 'probability' | 'weak'>;

function weigh(statement: Statement, names: ReadonlySet<string>): Weighed {
  const probability = chance(signsOf(statement, { names }));
  const { text, place } = statement;
  const said = place !== 'heading' && ANSWER_IN_TIME.test(text);
  // A question states nothing.
  return { probability, weak: (probability < THRESHOLD && !said) || /\?\W{0,3}$/.test(text) };
}

function claimOf({ start, end, text, place, under }: Statement, weighed: Weighed): FoundClaim {
  return { start, end, text, place, under, ...weighed, class: classOf(text), attribute: attributeOf(text) };
}

/** A first heading of a few words is the product's name; a longer one is a sentence. */
export function pageNames(title: string, names: readonly string[]): Set<string> {
  return namesOf(title.length < 60 ? title : '', ...names);
}

function chance(signs: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < signs.length; at += 1) sum += (WEIGHED[at] as number) * (signs[at] as number);
  return 1 / (1 + Math.exp(-sum));
}
