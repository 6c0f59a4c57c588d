/** From a registry's record of one package to rows of evidence. Pure: no network, no clock. */
import { z } from 'zod';
import type { Missing } from '#core/errors.ts';
import type { Gathered } from '#core/evidence.ts';

const Text = z.string().catch('');

/** Registries differ and old records are odd, so every field is taken for what it is worth. */
const Version = z.object({ deprecated: z.unknown(), readme: Text, readmeFilename: Text }).partial().catch({});

const Record_ = z.object({
  name: z.string(),
  'dist-tags': z.record(z.string(), Text).catch({}),
  versions: z.record(z.string(), Version).catch({}),
  time: z.record(z.string(), z.unknown()).catch({}),
  readme: Text.optional(),
  readmeFilename: Text.optional(),
});

const LONGEST_README = 200_000;

/** What npm itself stores where a package has no README. */
const NO_README = /^\s*(?:ERROR: No README data found!?)?\s*$/;

export interface PackageEvidence {
  readonly items: readonly Gathered[];
  readonly missing: readonly Missing[];
}

/** null when it is not the record of this package. */
export function parseRecord(text: string, name: string): PackageEvidence | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = Record_.safeParse(value);
  if (!parsed.success || parsed.data.name !== name) return null;
  const record = parsed.data;
  const base = { origin: `npm:${name}`, author: null } as const;
  const times = new Map<string, number>();
  let timeless = 0;
  for (const version of Object.keys(record.versions)) {
    const published = record.time[version];
    const at = Date.parse(typeof published === 'string' ? published : '');
    if (Number.isNaN(at)) timeless += 1;
    else times.set(version, at);
  }
  const ordered = [...times].sort(([a, one], [b, other]) => one - other || (a < b ? -1 : 1));
  const newest = record['dist-tags'].latest ?? '';
  const readmeOf = times.has(newest) ? newest : ordered.at(-1)?.[0];
  const items: Gathered[] = [];
  for (const [version, at] of ordered) {
    const { deprecated, readme, readmeFilename } = record.versions[version] ?? {};
    const title = `${name}@${version}`;
    const data = {
      pre: isPre(version) ? 1 : 0,
      deprecated: typeof deprecated === 'string' && deprecated !== '' ? deprecated : null,
    };
    items.push({ ...base, kind: 'release', type: 'registry', externalId: version, at, title, version, data });
    const own = version === readmeOf ? [record.readme, readme] : [readme];
    const body = own.find((one) => one !== undefined && !NO_README.test(one.slice(0, 200)));
    if (body === undefined) continue;
    const file = (version === readmeOf ? record.readmeFilename : '') || readmeFilename || 'README.md';
    const page = { kind: 'document', type: 'readme', externalId: `readme@${version}`, threadId: 'readme' } as const;
    items.push({ ...base, ...page, at, title: file, body: body.slice(0, LONGEST_README), version });
  }
  const hasReadme = items.some(({ externalId }) => externalId === `readme@${readmeOf}`);
  return { items, missing: missingOf(name, record.time, times.size, timeless, hasReadme) };
}

/** Semantic versioning: what stands behind a hyphen, before any build mark, is a pre-release. */
function isPre(version: string): boolean {
  return /^\d+\.\d+\.\d+-/.test(version);
}

function missingOf(
  name: string,
  time: Record<string, unknown>,
  dated: number,
  timeless: number,
  readme: boolean,
): Missing[] {
  const said: [because: string, remedy: string][] = [];
  if (dated + timeless === 0) {
    const withdrawn = time.unpublished === undefined ? 'lists no version of it' : 'says that it was withdrawn';
    said.push([
      `npm:${name} has no versions: the registry ${withdrawn}.`,
      'Check the name; its repository may tell more.',
    ]);
  }
  if (timeless > 0) {
    const versions = timeless === 1 ? '1 version' : `${timeless} versions`;
    said.push([
      `npm:${name} has ${versions} without a time of publishing.`,
      'Ask a registry that keeps times, such as the public one.',
    ]);
  }
  if (dated > 0 && !readme) {
    said.push([
      `The registry holds no README of the newest npm:${name}.`,
      'Its repository or site can be read instead.',
    ]);
  }
  return said.map(([because, remedy]) => ({ source: 'npm', code: 'NOT_COLLECTED', because, remedy }));
}
