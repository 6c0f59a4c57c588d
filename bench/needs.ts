/**
 * How fast texts become named needs, with memory, for half of them and for all, against scikit-learn on the same texts
 * in the same run. `node bench/needs.ts <issues.jsonl.gz>`; PYTHON names a Python that has scikit-learn, `--no-hdbscan`
 * leaves out what takes minutes.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { cleaned } from '#language/clean/clean.ts';
import { learnTemplate } from '#language/clean/templates.ts';
import { groupAll } from '#language/needs/find.ts';
import { outputOf, temporaryFolder } from './left-behind.ts';

interface Issue {
  readonly key: string;
  readonly summary?: string | null;
  readonly description?: string | null;
}

interface Told {
  readonly what: string;
  readonly texts: number;
  readonly found: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
}

/** TF-IDF and 150 dimensions as in the plain recipe; K-means is told the number that Bifocal found. */
const PEER = `
import sys, json, time, resource
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.decomposition import TruncatedSVD
from sklearn.preprocessing import normalize
texts = json.load(open(sys.argv[1])); how = sys.argv[2]
wall, cpu = time.time(), time.process_time()
x = normalize(TruncatedSVD(150, random_state=0).fit_transform(TfidfVectorizer(sublinear_tf=True, min_df=2, stop_words='english').fit_transform(texts)))
if how == 'kmeans':
    from sklearn.cluster import KMeans
    of = KMeans(int(sys.argv[3]), n_init=1, random_state=0).fit_predict(x)
else:
    from sklearn.cluster import HDBSCAN
    of = HDBSCAN(min_cluster_size=5, copy=True).fit_predict(x)
print(json.dumps(dict(found=len(set(of) - {-1}), seconds=time.time() - wall, cpuSeconds=time.process_time() - cpu, peakMb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)))
`;

function bifocal(issues: readonly Issue[]): Omit<Told, 'what' | 'texts'> {
  const from = performance.now();
  const before = process.cpuUsage();
  const said = issues.map(({ key, summary = null, description = null }) => ({
    ...{ id: key, origin: 'tracker', at: 0, title: summary, body: description },
  }));
  const { needs } = groupAll(said, new Map());
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - from) / 1000;
  return {
    found: needs.length,
    seconds,
    cpuSeconds: (user + system) / 1e6,
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
}

function issuesOf(file: string, every: number): Issue[] {
  const bytes = readFileSync(file);
  const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8');
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.filter((_, at) => at % every === 0).map((line) => JSON.parse(line) as Issue);
}

/** A process of its own, so that memory is that of one run. */
async function own(file: string, every: number): Promise<Told> {
  const run = await outputOf(process.execPath, [fileURLToPath(import.meta.url), file, '--run', String(every)]);
  if (!run.ok) throw new Error(run.err);
  return JSON.parse(run.out) as Told;
}

async function peer(file: string, issues: readonly Issue[], how: string, groups: number): Promise<Told | string> {
  const what = `scikit-learn, ${how}${how === 'kmeans' ? ' (number given)' : ''}`;
  const run = await outputOf(process.env.PYTHON ?? 'python3', ['-c', PEER, file, how, String(groups)]);
  if (run.ok) return { what, texts: issues.length, ...(JSON.parse(run.out) as Omit<Told, 'what' | 'texts'>) };
  return `${what}: skipped, ${run.err.trim().split('\n').at(-1)}`;
}

function line({ what, texts, found, seconds, cpuSeconds, peakMb }: Told): string {
  const figures = `${seconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} s of processor time, ${peakMb.toFixed(0)} MB`;
  return `${what.padEnd(38)}${String(texts).padStart(7)} texts ${String(found).padStart(5)} groups  ${figures}`;
}

const [file, ...words] = process.argv.slice(2);
if (file === undefined) throw new Error('Name a file of issues: node bench/needs.ts issues.jsonl.gz');
if (words[0] === '--run') {
  const issues = issuesOf(file, Number(words[1]));
  console.log(JSON.stringify({ what: 'Bifocal', texts: issues.length, ...bifocal(issues) }));
} else {
  const half = await own(file, 2);
  const all = await own(file, 1);
  console.log(line(half));
  console.log(line(all));
  console.log(`a doubling costs ${(all.cpuSeconds / half.cpuSeconds).toFixed(2)} times the processor time`);
  const folder = temporaryFolder('bench');
  try {
    // The same cleaned texts: what is compared is what comes after.
    const issues = issuesOf(file, 1);
    const texts = join(folder, 'texts.json');
    const template = learnTemplate(issues.map(({ description }) => description ?? ''));
    writeFileSync(
      texts,
      JSON.stringify(issues.map((one) => `${one.summary ?? ''}\n${cleaned(one.description ?? '', template)}`)),
    );
    for (const how of words.includes('--no-hdbscan') ? ['kmeans'] : ['kmeans', 'hdbscan']) {
      const told = await peer(texts, issues, how, all.found);
      console.log(typeof told === 'string' ? told : line(told));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
