/** How many lines of each release's notes tell what customers gain. */
import { gainOf } from '#language/claims/gains.ts';
import { computeFact } from './define-fact.ts';
import type { NoteGains } from './gain-values.ts';

export default computeFact({
  id: 'noteGains',
  version: 1,
  facts: ['notes'],
  compute: ({ notes }): NoteGains =>
    new Map(
      [...notes.byRelease].map(([release, { lines }]) => {
        const customer = lines.filter((line) => gainOf(line) === 'customer').length;
        return [release, { customer, lines: lines.length }];
      }),
    ),
});
