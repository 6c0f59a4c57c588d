/** What changelogs leave open, gathered over files and said once for each kind. */
import type { Missing } from '#core/errors.ts';

export interface Gap {
  readonly kind: 'unversioned' | 'dates' | 'timeless' | 'elsewhere' | 'long' | 'absent';
  readonly file: string;
  readonly count: number;
  /** A heading, as an example. */
  readonly such?: string;
}

const REMEDIES: Readonly<Record<Gap['kind'], string>> = {
  unversioned: 'Name each version in a heading, or leave the file out.',
  dates: 'Write dates as 2024-01-31.',
  timeless: 'Read the repository it lies in, where commits and tags have dates, or write the day into the headings.',
  elsewhere: 'Add that place as a changelog of its own.',
  long: 'Split it by year or version.',
  absent: 'Fetch what is absent into the clone, then read it again.',
};

function sentence(kind: Gap['kind'], files: string, many: boolean, count: number, such: string): string {
  const one = count === 1;
  const [is, names] = many ? ['are', 'name'] : ['is', 'names'];
  const entries = one ? 'entry' : 'entries';
  switch (kind) {
    case 'unversioned': {
      const waiting = one ? 'the 1 line there stands' : `the ${count} lines there stand`;
      const rest = count === 0 ? ', and nothing was read there' : `; ${waiting} for what is not released yet`;
      return `${files} ${names} no version and no day${rest}.`;
    }
    case 'dates':
      return `In ${files}, ${count} ${one ? 'date' : 'dates'} cannot be read${such}.`;
    case 'timeless':
      return `In ${files}, ${count} ${entries} without a date could not be placed in time.`;
    case 'elsewhere':
      return `In ${files}, ${count} ${entries} only ${one ? 'points' : 'point'} to another place for notes.`;
    case 'long':
      return `${files} ${is} longer than ${count} MB; only the first ${count} MB were read.`;
    case 'absent':
      return `${files} ${is} not in this clone, which keeps only some files of the history.`;
  }
}

/** One entry for each kind of gap; empty files apart, whose absence of lines is not the others' news. */
export function missingOf(gaps: readonly Gap[]): Missing[] {
  const groups = Map.groupBy(gaps, ({ kind, count }) => `${kind} ${kind === 'unversioned' && count === 0}`);
  return [...groups.values()].map((group) => {
    const { kind, count } = group[0] as Gap;
    const total = kind === 'long' ? count : group.reduce((sum, gap) => sum + gap.count, 0);
    const such = group.flatMap((gap) => gap.such ?? [])[0];
    const because = sentence(
      kind,
      named(group),
      group.length > 1,
      total,
      such === undefined ? '' : `, such as "${such}"`,
    );
    return { source: 'changelog', code: 'NOT_COLLECTED', because, remedy: REMEDIES[kind] };
  });
}

export function noChangelog(where: string): Missing {
  const because = `No changelog was found in ${where}.`;
  return { source: 'changelog', code: 'NOT_COLLECTED', because, remedy: 'Name its file, or keep a CHANGELOG.md.' };
}

export function tooMany(found: number, read: number): Missing {
  const because = `${found} changelogs were found, and only the ${read} nearest to the top were read.`;
  return { source: 'changelog', code: 'NOT_COLLECTED', because, remedy: 'Name the ones that matter.' };
}

function named(gaps: readonly Gap[]): string {
  const files = gaps.map(({ file }) => file);
  const shown = files.slice(0, 3);
  if (files.length > 3) return `${shown.join(', ')} and ${files.length - 3} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
