/** What is used of npm's own modules, which come without types. */

declare module 'npm-registry-fetch' {
  interface RegistryAnswer {
    readonly status: number;
    readonly headers: { get(name: string): string | null };
    readonly body: AsyncIterable<Uint8Array>;
  }
  export default function fetch(uri: string, options: object): Promise<RegistryAnswer>;
}

declare module '@npmcli/config' {
  export default class Config {
    constructor(options: object);
    load(): Promise<void>;
    readonly flat: Readonly<Record<string, unknown>>;
  }
}

declare module '@npmcli/config/lib/definitions/index.js' {
  const definitions: {
    readonly definitions: object;
    readonly shorthands: object;
    readonly flatten: object;
    readonly nerfDarts: readonly string[];
  };
  export default definitions;
}
