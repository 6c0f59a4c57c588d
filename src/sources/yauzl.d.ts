/** What is used of yauzl, which comes without types. */

declare module 'yauzl' {
  import type { EventEmitter } from 'node:events';
  import type { Readable } from 'node:stream';

  export interface Entry {
    readonly fileName: string;
    readonly compressedSize: number;
    readonly uncompressedSize: number;
  }

  export interface ZipFile extends EventEmitter {
    readonly entryCount: number;
    readEntry(): void;
    close(): void;
    openReadStream(entry: Entry, done: (error: Error | null, stream?: Readable) => void): void;
    on(event: 'entry', listener: (entry: Entry) => void): this;
    on(event: 'end', listener: () => void): this;
    on(event: 'error', listener: (error: unknown) => void): this;
  }

  const yauzl: {
    open(
      path: string,
      options: { readonly lazyEntries: boolean; readonly autoClose: boolean },
      done: (error: Error | null, zip?: ZipFile) => void,
    ): void;
  };
  export default yauzl;
}
