/** What an endpoint answered, as vectors: as many as texts were sent, of one length, of finite numbers; or why not. */
import { lengthOne } from './length-one.ts';

interface Item {
  readonly index?: unknown;
  readonly embedding?: unknown;
}

export function vectorsIn(body: string, count: number, refused: (cause: string) => Error): Float32Array[] {
  const { data } = objectIn(body, refused);
  if (!Array.isArray(data)) throw refused('its answer has no list “data”, so it is no list of vectors');
  if (data.length !== count) throw refused(`it answered ${data.length} vectors to ${count} texts`);
  const out: Float32Array[] = Array.from({ length: count });
  for (const [at, item] of (data as (Item | null)[]).entries()) {
    // Where places are told they count, not the order; OpenAI promises both, others one.
    const place = item?.index === undefined ? at : item.index;
    if (typeof place !== 'number' || !Number.isInteger(place) || place < 0 || place >= count || out[place])
      throw refused('its vectors do not say which text each of them is of');
    out[place] = vector(item?.embedding, refused);
    const width = (out[place] as Float32Array).length;
    const first = vector(data[0]?.embedding, refused).length;
    if (width !== first) throw refused(`a vector has ${width} numbers where those before had ${first}`);
  }
  return out;
}

function objectIn(body: string, refused: (cause: string) => Error): { readonly data?: unknown } {
  try {
    const read: unknown = JSON.parse(body);
    if (typeof read === 'object' && read !== null) return read;
  } catch {}
  throw refused('its answer is no JSON');
}

function vector(given: unknown, refused: (cause: string) => Error): Float32Array {
  if (!Array.isArray(given)) throw refused('a vector is missing');
  return lengthOne(given, refused);
}
