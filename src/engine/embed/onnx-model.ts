/** Vectors from an ONNX model that runs on this machine, from a folder or fetched once from a hub: no text leaves it. */
import { BifocalError } from '#core/errors.ts';
import type { Embedder } from '#language/vectors/outside.ts';
import { dense } from '#language/vectors/sparse.ts';
import { lengthOne } from './length-one.ts';
import { type FeatureExtraction, type Pooling, type Precision, transformers } from './transformers.ts';

/** Where a model lies and how it is read. */
export interface ModelPlace {
  /** A folder, or its name on a hub. */
  readonly at: string;
  /** What one model found is never mixed with another's, so this tells any two apart. */
  readonly name: string;
  readonly precision: Precision;
  readonly pooling: Pooling;
  /** Null for a folder. */
  readonly hub: { readonly host: string; readonly cache: string } | null;
}

/** Texts that the model reads at once: more take memory by the longest of them. */
const AT_ONCE = 16;

/** `from`: the module beside whose package the library is looked for; tests have one of their own. */
export function onnxModel(place: ModelPlace, from?: string): Embedder {
  const { name, pooling } = place;
  const refused = (cause: string, error?: unknown) =>
    new BifocalError('EMBEDDER_UNUSABLE', { model: name, cause }, error);
  let opened: Promise<FeatureExtraction> | null = null;

  async function vectors(texts: readonly string[]): Promise<Float32Array[]> {
    opened ??= open(place, refused, from);
    const read = await opened;
    const { dims, data } = await read(texts, { pooling, normalize: true }).catch((error: unknown) => {
      throw refused(`it failed over a text (${firstLine(error)})`, error);
    });
    const width = dims[1] ?? 0;
    if (dims.length !== 2 || dims[0] !== texts.length || width === 0)
      throw refused('it does not give one vector for each text');
    return texts.map((_, row) => lengthOne(data.subarray(row * width, (row + 1) * width), refused));
  }

  return {
    model: `${name} on this machine`,
    async of(texts, signal) {
      const asked = [...texts.keys()].filter((at) => (texts[at] as string).trim() !== '');
      const rows: Float32Array[] = [];
      for (let at = 0; at < asked.length; at += AT_ONCE) {
        if (signal.aborted) throw new BifocalError('INTERRUPTED');
        rows.push(...(await vectors(asked.slice(at, at + AT_ONCE).map((place) => texts[place] as string))));
      }
      const out = dense(texts.length, rows[0]?.length ?? 0);
      for (const [row, at] of asked.entries()) out.data.set(rows[row] as Float32Array, at * out.width);
      return out;
    },
  };
}

async function open(
  { at, name, precision, hub }: ModelPlace,
  refused: (cause: string, error?: unknown) => Error,
  from?: string,
): Promise<FeatureExtraction> {
  const { env, pipeline } = await transformers(name, from);
  env.allowLocalModels = hub === null;
  env.allowRemoteModels = hub !== null;
  if (hub !== null) {
    env.remoteHost = hub.host;
    env.cacheDir = hub.cache;
  }
  try {
    const options = { dtype: precision, device: 'cpu', local_files_only: hub === null } as const;
    return await pipeline('feature-extraction', at, options);
  } catch (error) {
    throw refused(`it could not be loaded (${firstLine(error)})`, error);
  }
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] as string;
}
