/** Where vectors of an outside model stay: by digest of the text that was sent. */

type Row = readonly [key: string, vector: Float32Array];

export interface VectorShelf {
  read(model: string): Promise<Map<string, Float32Array>>;
  add(model: string, rows: readonly Row[]): Promise<void>;
}
