/** Findings for a face: a date, how many people, a sentence, quotes edged in their speaker's hue, one step. */
import type { Evidence } from '#core/evidence.ts';
import type { Reading } from '#core/reading.ts';
import { counted } from '#core/wording.ts';
import { dateWords } from '../figures.ts';
import { findingsHead, speakerOf } from '../findings-words.ts';

export function findingsView({ findings, findingsBecause }: Reading, evidence: ReadonlyMap<string, Evidence>) {
  return {
    head: findingsHead(findings.length),
    /** In their place where there are none; null: nothing to say. */
    none: findings.length === 0 ? findingsBecause : null,
    items: findings.map(({ kind, sentence, at, people, quotes, step }) => ({
      kind,
      when: dateWords(at),
      people: people === null ? null : counted(people, 'person', 'people'),
      sentence,
      quotes: quotes.flatMap(({ evidence: id, text, where }) =>
        text === null ? [] : [{ id, text, where, speaker: speakerOf(evidence.get(id)?.kind) }],
      ),
      step,
    })),
  };
}
