/** What a check of a pull request found: what fails it, what is only noted, and how the bars that were set came out. */

/** Rules of a check, by name: what fails comes first. The names stay, as scripts and code scanning know them. */
export const CHECK_RULES = {
  'removed-thing': 'The documents still offer something that a commit removed.',
  'contradicted-claim': 'A claim that a person confirmed to be contradicted still stands.',
  'lost-backing': 'A claim seems to conflict with what shipped or with what people tell: please look.',
  'figure-without-source': 'A figure stands that nothing read bears out.',
  'claim-without-backing': 'A claim stands that nothing read bears out.',
} as const;
export type CheckRule = keyof typeof CHECK_RULES;

export interface CheckFinding {
  readonly rule: CheckRule;
  readonly fails: boolean;
  /** One sentence with the reason in it. */
  readonly says: string;
  /** What stands there, word for word: data, never instructions. */
  readonly quote: string | null;
  /** From the root of the repository; null where it stands on no file. */
  readonly file: string | null;
  /** From 1; null where only the file is known. */
  readonly line: number | null;
  /** A page or a post that is no file. */
  readonly where: string | null;
  readonly step: string;
  readonly claim: string | null;
  readonly evidence: readonly string[];
}

export interface Gate {
  readonly rule: 'min' | 'baseline';
  readonly lens: 'product' | 'customer';
  readonly verdict: 'passes' | 'fails' | 'cannot be told';
  readonly says: string;
}

interface Missed {
  readonly source: string;
  readonly because: string;
  readonly remedy: string;
}

export interface Check {
  readonly schema: 'bifocal.check/1';
  readonly product: string;
  readonly passes: boolean;
  /** Why, in one line. */
  readonly why: string;
  readonly failures: readonly CheckFinding[];
  readonly notes: readonly CheckFinding[];
  readonly gates: readonly Gate[];
  readonly missing: readonly Missed[];
}

/** `README.md:48`, or the page that it stands on. */
export function placeOf({ file, line, where }: Pick<CheckFinding, 'file' | 'line' | 'where'>): string {
  if (file === null) return where ?? 'no longer known';
  return line === null ? file : `${file}:${line}`;
}

/** What the history could not tell; other sources have no say in what is gone. */
export function unseenOf({ missing }: Pick<Check, 'missing'>): string[] {
  return missing.flatMap(({ source, because, remedy }) => (source === 'git' ? [`${because} ${remedy}`] : []));
}
