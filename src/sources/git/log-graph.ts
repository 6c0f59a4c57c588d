/** The shape of a whole history in flat arrays, so that 100,000 commits cost 8 MB and no garbage. */

const HEX = new Int8Array(128).fill(-1);
for (let digit = 0; digit < 16; digit++) HEX[digit.toString(16).charCodeAt(0)] = digit;

const NEWLINE = 10;
const SPACE = 32;
const FIRST_ROOM = 1024;

/** The end of the year 9999 in seconds: beyond it a number is no date anywhere, and counts as none. */
const LATEST = 253_402_300_799;

/** Commits by number, in the order they were first named; arrays are as long as `size` or longer. */
export class Graph {
  size = 0;
  /** Numbers of the commits read, children before parents. */
  order = new Int32Array(FIRST_ROOM);
  /** How many commits were read; others are only named as parents. */
  read = 0;
  /** Committer time in seconds, as written. */
  seconds = new Float64Array(FIRST_ROOM);
  #parents = new Int32Array(FIRST_ROOM);
  #parentsEnd = 0;
  #parentsFrom = new Int32Array(FIRST_ROOM).fill(-1);
  #parentsCount = new Int32Array(FIRST_ROOM);
  /** 32-bit words in a sha: 5, or 8 in a repository of the newer kind. */
  #words = 5;
  #shas = new Uint32Array(FIRST_ROOM * 5);
  #table = new Int32Array(FIRST_ROOM * 4).fill(-1);
  #given = new Uint32Array(8);
  #rest: Uint8Array = new Uint8Array(0);

  /** Takes the next piece of `rev-list --timestamp --parents --topo-order`: lines of `time sha parent…`. */
  push(piece: Uint8Array): void {
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, from)) {
      this.#line(bytes, from, end);
      from = end + 1;
    }
    this.#rest = bytes.subarray(from);
  }

  /** The number of a commit that was read, or -1. */
  find(sha: string): number {
    if (sha.length !== this.#words * 8) return -1;
    const bytes = Buffer.from(sha, 'latin1');
    if (!this.#take(bytes, 0)) return -1;
    const at = this.#table[this.#slot()] as number;
    return at !== -1 && this.has(at) ? at : -1;
  }

  /** Whether a commit was read, not only named by a child. */
  has(commit: number): boolean {
    return this.#parentsFrom[commit] !== -1;
  }

  sha(commit: number): string {
    let sha = '';
    for (let word = 0; word < this.#words; word++) {
      sha += (this.#shas[commit * this.#words + word] as number).toString(16).padStart(8, '0');
    }
    return sha;
  }

  /** How many parents a commit has. */
  parents(commit: number): number {
    return this.#parentsCount[commit] as number;
  }

  /** One parent of a commit, counted from 0. */
  parent(commit: number, which: number): number {
    return this.#parents[(this.#parentsFrom[commit] as number) + which] as number;
  }

  #line(bytes: Uint8Array, from: number, end: number): void {
    let at = from;
    let seconds = 0;
    for (; at < end && bytes[at] !== SPACE; at++) seconds = seconds * 10 + ((bytes[at] as number) - 48);
    if (this.size === 0) this.#setWidth(bytes, at + 1, end);
    const commit = this.#intern(bytes, at + 1);
    this.seconds[commit] = seconds <= LATEST ? seconds : 0;
    this.order = roomFor(this.order, this.read);
    this.order[this.read++] = commit;
    this.#parentsFrom[commit] = this.#parentsEnd;
    const step = this.#words * 8 + 1;
    for (at += step + 1; at < end; at += step) {
      const parent = this.#intern(bytes, at);
      this.#parents = roomFor(this.#parents, this.#parentsEnd);
      this.#parents[this.#parentsEnd++] = parent;
      this.#parentsCount[commit] = this.parents(commit) + 1;
    }
  }

  #setWidth(bytes: Uint8Array, from: number, end: number): void {
    const space = bytes.indexOf(SPACE, from);
    const width = (space === -1 || space > end ? end : space) - from;
    if (width !== 40 && width !== 64) throw new Error(`git printed a sha of ${width} characters`);
    this.#words = width / 8;
    this.#shas = new Uint32Array(FIRST_ROOM * this.#words);
  }

  #intern(bytes: Uint8Array, from: number): number {
    if (!this.#take(bytes, from)) throw new Error('git printed something else where a sha belongs');
    const slot = this.#slot();
    const known = this.#table[slot] as number;
    if (known !== -1) return known;
    const commit = this.size++;
    this.#makeRoom();
    this.#shas.set(this.#given.subarray(0, this.#words), commit * this.#words);
    this.#table[slot] = commit;
    if (this.size * 2 > this.#table.length) this.#rehash();
    return commit;
  }

  /** Reads one sha into `#given`. */
  #take(bytes: Uint8Array, from: number): boolean {
    for (let word = 0, at = from; word < this.#words; word++) {
      let value = 0;
      for (const end = at + 8; at < end; at++) {
        const digit = HEX[bytes[at] as number] ?? -1;
        if (digit === -1) return false;
        value = (value << 4) | digit;
      }
      this.#given[word] = value;
    }
    return true;
  }

  /** Where `#given` stands in the table, or would stand. */
  #slot(): number {
    const mask = this.#table.length - 1;
    let hash = 0;
    for (let word = 0; word < this.#words; word++) hash ^= this.#given[word] as number;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const commit = this.#table[slot] as number;
      if (commit === -1 || this.#same(commit)) return slot;
    }
  }

  #same(commit: number): boolean {
    for (let word = 0; word < this.#words; word++) {
      if (this.#shas[commit * this.#words + word] !== this.#given[word]) return false;
    }
    return true;
  }

  #makeRoom(): void {
    const last = this.size - 1;
    this.seconds = roomFor(this.seconds, last);
    this.#shas = roomFor(this.#shas, this.size * this.#words - 1);
    this.#parentsCount = roomFor(this.#parentsCount, last);
    const had = this.#parentsFrom.length;
    this.#parentsFrom = roomFor(this.#parentsFrom, last);
    if (this.#parentsFrom.length > had) this.#parentsFrom.fill(-1, had);
  }

  #rehash(): void {
    this.#table = new Int32Array(this.#table.length * 2).fill(-1);
    for (let commit = 0; commit < this.size; commit++) {
      this.#given.set(this.#shas.subarray(commit * this.#words, (commit + 1) * this.#words));
      this.#table[this.#slot()] = commit;
    }
  }
}

/** The same array when `last` fits, else a copy of twice the length. */
function roomFor<Numbers extends Int32Array | Uint32Array | Float64Array>(numbers: Numbers, last: number): Numbers {
  if (last < numbers.length) return numbers;
  const wider = new (numbers.constructor as new (length: number) => Numbers)(Math.max(numbers.length * 2, last + 1));
  wider.set(numbers);
  return wider;
}
