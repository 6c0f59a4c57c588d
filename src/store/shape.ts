/** The language that the tables are written in: four types that mean the same on both engines (DESIGN §10). */

/** A trailing `?` allows null. Times are integers in ms UTC, truth is 0 or 1, JSON is canonical text. */
export type ColumnType = 'text' | 'text?' | 'integer' | 'integer?' | 'real' | 'real?' | 'blob' | 'blob?';

export interface IndexShape {
  readonly columns: readonly string[];
  readonly unique?: true;
  /** Only rows where this column is not null. */
  readonly present?: string;
}

export interface TableShape {
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly key: readonly string[];
  readonly indexes?: readonly IndexShape[];
  /** Rows may be long: SQLite then keeps them apart from the key instead of inside it. */
  readonly wide?: true;
}

type Base<Type> = Type extends `text${string}`
  ? string
  : Type extends `integer${string}` | `real${string}`
    ? number
    : Uint8Array;

type Value<Type extends ColumnType> = Type extends `${string}?` ? Base<Type> | null : Base<Type>;

export type RowOf<Shape extends TableShape> = { [Name in keyof Shape['columns']]: Value<Shape['columns'][Name]> };
