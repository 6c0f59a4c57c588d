/** Feedback in any number: sentences of the sample, drawn again by many people over three years. Seeded. */

import { once } from 'node:events';
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SAMPLE = ['reviews', 'support', 'forum', 'survey'].map((name) =>
  fileURLToPath(new URL(`../../examples/gallop/${name}.jsonl`, import.meta.url)),
);
const END = Date.UTC(2026, 5, 30);
const THREE_YEARS_MS = 3 * 365 * 86_400_000;
/** Each person wrote four times. */
const PER_PERSON = 4;

/** Words as often as people use them, for searches: drawn evenly from this, they are drawn by frequency. */
export function wordsSaid(): string[] {
  return texts().flatMap((text) => text.toLowerCase().match(/\p{L}{3,}/gu) ?? []);
}

export async function writePieces(folder: string, count: number): Promise<void> {
  const sentences = texts()
    .flatMap((text) => text.match(/[^.!?]+[.!?]?/g) ?? [])
    .map((one) => one.trim());
  const next = seeded(1);
  const pick = () => sentences[Math.floor(next() * sentences.length)] ?? '';
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      format: 'bifocal.evidence/1',
      origin: 'bench',
      product: { name: 'Bench', kind: 'service', customers: 'riders' },
    }),
  );
  const out = createWriteStream(join(folder, 'feedback.jsonl'));
  for (let place = 0; place < count; place += 1) {
    const at = new Date(END - Math.floor(next() * THREE_YEARS_MS)).toISOString();
    const author = { space: 'bench', handle: `p${Math.floor(next() * (count / PER_PERSON))}` };
    const row = {
      kind: 'feedback',
      type: 'review',
      externalId: `f${place}`,
      at,
      author,
      body: `${pick()} ${pick()} ${pick()}`,
    };
    if (!out.write(`${JSON.stringify(row)}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

function texts(): string[] {
  return SAMPLE.flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { body?: string }).body ?? '');
}

/** mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
