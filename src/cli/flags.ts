/** What a command line is made of, and the flags that many commands share. */

export interface Flag {
  readonly name: string;
  readonly kind: 'boolean' | 'string';
  /** What follows a string flag in help: `<date>`. */
  readonly takes?: string;
  readonly help: string;
}

export interface Command {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Positional arguments as help shows them. */
  readonly usage: string;
  readonly summary: string;
  readonly flags: readonly Flag[];
  readonly examples: readonly (readonly [line: string, what: string])[];
}

export const JSON_FLAG: Flag = { name: 'json', kind: 'boolean', help: 'Print JSON instead of words.' };
export const STORE_FLAG: Flag = {
  name: 'store',
  kind: 'string',
  takes: '<file>',
  help: 'Use this store file instead of the usual place.',
};

export const PRODUCT_FLAG: Flag = {
  name: 'product',
  kind: 'string',
  takes: '<name>',
  help: 'The product that it belongs to; made on first use.',
};
