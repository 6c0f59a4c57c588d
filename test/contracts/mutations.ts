/** Damages a file the way the world does: cut off, bytes changed, pieces doubled, moved, swapped for what hurts. Seeded. */

/** What has broken readers before: marks of other formats, deep nesting, numbers out of range, text without end. */
const HURTFUL = [
  ...[
    '"',
    '""',
    "'",
    ',',
    ';',
    '\t',
    '\r',
    '\n',
    '\r\n',
    '\0',
    '\ufeff',
    '{',
    '}',
    '[',
    ']',
    '\\',
    '\\u0000',
    '\ud83d',
  ],
  ...['null', 'NaN', '-0', '1e999', '99999999999999999999', '__proto__', 'constructor', '1970-01-01', '9999-12-31'],
  ...[
    'From ',
    '\n\nFrom x@y Mon',
    '=?utf-8?B?',
    '<p',
    '&#xffffffff;',
    'a'.repeat(5_000),
    '['.repeat(3_000),
    '{"a":'.repeat(500),
  ],
  ...['\n>'.repeat(2_000), '<'.repeat(2_000), '"'.repeat(999), '='.repeat(2_000)],
];

/** A generator of numbers below one, the same for one seed on every machine (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function mutated(whole: Uint8Array, seed: number): Buffer {
  const next = seeded(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  let bytes: Buffer = Buffer.from(whole);
  for (let step = 1 + below(4); step > 0; step -= 1) bytes = once(bytes, below);
  return bytes;
}

function once(bytes: Buffer, below: (limit: number) => number): Buffer {
  const at = below(bytes.length + 1);
  const end = Math.min(bytes.length, at + 1 + below(200));
  const [before, piece, after] = [bytes.subarray(0, at), bytes.subarray(at, end), bytes.subarray(end)];
  switch (below(8)) {
    case 0:
      return Buffer.from(before);
    case 1: {
      const changed = Buffer.from(bytes);
      for (let count = 1 + below(8); count > 0 && changed.length > 0; count -= 1)
        changed[below(changed.length)] = below(256);
      return changed;
    }
    case 2:
      return Buffer.concat([before, after]);
    case 3:
      return Buffer.concat([before, piece, piece, after]);
    case 4:
      return Buffer.concat([before, Buffer.from(HURTFUL[below(HURTFUL.length)] ?? ''), bytes.subarray(at)]);
    case 5:
      return Buffer.concat([before, Buffer.from(HURTFUL[below(HURTFUL.length)] ?? ''), after]);
    case 6:
      return Buffer.concat([after, before, piece]);
    default:
      return Buffer.concat([bytes, bytes]);
  }
}
