/** A model as text that ships: only weights that count, each as one byte, with the gap to the one before. */
import { WIDTH } from './letters.ts';
import type { Head, Model } from './model.ts';

export interface PackedHead extends Omit<Head, 'weights'> {
  /** What one unit of a byte is worth. */
  readonly unit: number;
  /** Base64 of: gap as LEB128, weight as a signed byte; again and again. */
  readonly bytes: string;
}

export interface PackedModel extends Omit<Model, 'heads'> {
  readonly heads: readonly PackedHead[];
}

const STEPS = 127;

/** The `most` largest weights of each head are kept. */
export function pack({ heads, ...rest }: Model, most: number): PackedModel {
  return { ...rest, heads: heads.map((head) => packHead(head, most)) };
}

function packHead({ weights, bias, slope, offset, threshold, label }: Head, most: number): PackedHead {
  const sizes = Float32Array.from(weights, Math.abs).sort();
  const least = sizes[Math.max(0, WIDTH - most)] as number;
  const unit = (sizes.at(-1) as number) / STEPS || 1;
  const bytes: number[] = [];
  let last = -1;
  for (let number = 0; number < WIDTH; number += 1) {
    const weight = weights[number] as number;
    const units = Math.round(weight / unit);
    if (units === 0 || Math.abs(weight) < least) continue;
    for (let gap = number - last; ; gap >>>= 7) {
      bytes.push(gap > 127 ? (gap & 127) | 128 : gap);
      if (gap <= 127) break;
    }
    bytes.push(units & 255);
    last = number;
  }
  return { label, bias, slope, offset, threshold, unit, bytes: Buffer.from(bytes).toString('base64') };
}

export function unpack({ heads, ...rest }: PackedModel): Model {
  return { ...rest, heads: heads.map(unpackHead) };
}

function unpackHead({ unit, bytes, ...rest }: PackedHead): Head {
  const weights = new Float32Array(WIDTH);
  const packed = Buffer.from(bytes, 'base64');
  let number = -1;
  for (let at = 0; at < packed.length; at += 1) {
    let gap = 0;
    for (let shift = 0; ; shift += 7, at += 1) {
      gap |= ((packed[at] as number) & 127) << shift;
      if ((packed[at] as number) < 128) break;
    }
    number += gap;
    at += 1;
    weights[number] = packed.readInt8(at) * unit;
  }
  return { ...rest, weights };
}
