/** Transformers.js, which runs ONNX models: looked for beside Bifocal and nowhere else, because it is not installed with it. */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { BifocalError } from '#core/errors.ts';

const PACKAGE = '@huggingface/transformers';

/** What is used of it. Shapes: version 4.3. */
export interface Transformers {
  readonly env: {
    allowRemoteModels: boolean;
    allowLocalModels: boolean;
    cacheDir: string | null;
    remoteHost: string;
  };
  pipeline(task: 'feature-extraction', model: string, options: PipelineOptions): Promise<FeatureExtraction>;
}

interface PipelineOptions {
  /** Which of a model's files: `fp32` is model.onnx, `q8` model_quantized.onnx. */
  readonly dtype: Precision;
  readonly device: 'cpu';
  readonly local_files_only: boolean;
}

export type Precision = 'fp32' | 'fp16' | 'q8' | 'q4';
export type Pooling = 'mean' | 'cls' | 'last_token';

export type FeatureExtraction = (
  texts: readonly string[],
  options: { readonly pooling: Pooling; readonly normalize: true },
) => Promise<{ readonly dims: readonly number[]; readonly data: Float32Array }>;

/**
 * `from`: the module beside whose package it is looked for. Never the working folder: that may be somebody else's
 * repository, and what lies in its node_modules would run.
 */
export async function transformers(model: string, from: string = import.meta.url): Promise<Transformers> {
  let found: string;
  try {
    found = createRequire(from).resolve(PACKAGE);
  } catch {
    const cause = `it needs ${PACKAGE}, which is not installed beside Bifocal (npm install -g ${PACKAGE}, or -p ${PACKAGE} with npx)`;
    throw new BifocalError('EMBEDDER_UNUSABLE', { model, cause });
  }
  return (await import(pathToFileURL(found).href)) as Transformers;
}
