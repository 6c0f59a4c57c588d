/** What manifests require at least: the lowest version that any of them asks for, so that a doubt never accuses. Pure. */
import type { DocumentText } from './documents.ts';

export interface Required {
  readonly version: string;
  readonly path: string;
  /** The line of the manifest, as written. */
  readonly text: string;
}

const MANIFEST =
  /(?:^|\/)(?:Cargo\.toml|package\.json|composer\.json|requirements\.txt|pyproject\.toml|setup\.cfg|setup\.py|go\.mod|[\w.-]+\.gemspec)$/;
const NOT_OURS =
  /(?:^|\/)(?:node_modules|vendor|fixtures?|__fixtures__|tests?|__tests__|spec|examples?|playground|templates?|template-[^/]*|demos?|docs?|recipes|website|samples?|tools?|scripts?|benchmarks?)\//i;

export function isManifest(path: string): boolean {
  return MANIFEST.test(path) && !NOT_OURS.test(path);
}

/** Before it the line named the language, and an older Go built it all the same (go.dev/ref/mod#go-mod-file-go). */
const GO_BINDS = '1.21';
/** The line of each that names the least version. */
const LINES: readonly { readonly runtime: string; readonly file: RegExp; readonly line: RegExp }[] = [
  { runtime: 'Rust', file: /Cargo\.toml$/, line: /^\s{0,8}rust-version\s{0,4}=\s{0,4}"(\d[\d.]{0,12})"/ },
  {
    runtime: 'Node',
    file: /package\.json$/,
    line: /^\s{0,8}(?:"engines"\s{0,4}:\s{0,4}\{\s{0,4})?"node"\s{0,4}:\s{0,4}"([^"]{1,80})"/,
  },
  {
    runtime: 'Python',
    file: /pyproject\.toml$|setup\.cfg$|setup\.py$/,
    line: /^\s{0,8}(?:(?:requires-python|python_requires)\s{0,4}=\s{0,4}["']?\s{0,2}>=|python\s{0,4}=\s{0,4}"(?:>=|\^))\s{0,2}(\d[\d.]{0,12})/,
  },
  { runtime: 'Ruby', file: /\.gemspec$/, line: /required_ruby_version\s{0,8}=\s{0,4}["']>=\s{0,2}(\d[\d.]{0,12})/ },
  { runtime: 'PHP', file: /composer\.json$/, line: /^\s{0,8}"php"\s{0,4}:\s{0,4}"([^"]{1,80})"/ },
  { runtime: 'Go', file: /go\.mod$/, line: /^go (\d[\d.]{0,12})/ },
];

export function requiredIn(manifests: readonly DocumentText[]): Map<string, Required> {
  const least = new Map<string, Required>();
  for (const { path, text } of manifests) {
    for (const { runtime, file, line } of LINES) {
      if (!file.test(path)) continue;
      for (const row of text.split('\n')) {
        const version = leastOf(line.exec(row)?.[1]);
        if (version === null || (runtime === 'Go' && compareParts(version, GO_BINDS) < 0)) continue;
        const known = least.get(runtime);
        if (!known || compareParts(version, known.version) < 0) least.set(runtime, { version, path, text: row.trim() });
      }
    }
  }
  return least;
}

/** Of `^20.19.0 || >=22.12.0` the lowest alternative; null where there is no lower bound. */
export function leastOf(range: string | undefined): string | null {
  if (range === undefined) return null;
  const bounds = range
    .split(/\|{1,2}/)
    .map((part) => /^\s{0,4}(?:>=|\^|~|=|v)?\s{0,2}v?(\d{1,3}(?:\.\d{1,3}){0,2})/.exec(part)?.[1]);
  if (bounds.some((bound) => bound === undefined)) return null;
  return (bounds as string[]).reduce((low, bound) => (compareParts(bound, low) < 0 ? bound : low));
}

/** By the parts that both name: `16` and `16.9` are alike. */
export function compareParts(one: string, other: string): number {
  const [a, b] = [one.split('.').map(Number), other.split('.').map(Number)];
  for (let place = 0; place < Math.min(a.length, b.length); place += 1) {
    const difference = (a[place] ?? 0) - (b[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
