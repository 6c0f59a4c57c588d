/** The names of folders and files that tell what a path is for. Ecosystems' own conventions, not one company's. */
import { anyOf } from '#core/any-of.ts';

/** Below these, code of the product is meant, whatever a folder is called (`src/benchmark` is no benchmark of it). */
export const CODE_ROOTS = new Set([
  'src',
  'lib',
  'app',
  'pkg',
  'internal',
  'cmd',
  'include',
  'sources',
  'models',
  'views',
  'controllers',
  'components',
  'pages',
  'routes',
  'domains',
  'features',
  'services',
]);

/** Written by others or by machines: its changes are nobody's making. */
export const GENERATED_FOLDERS = new Set([
  'node_modules',
  'bower_components',
  'vendored',
  'third_party',
  'third-party',
  'thirdparty',
  'dist',
  'flow-typed',
  '__generated__',
  'generated',
  'pods',
  '__image_snapshots__',
  '__snapshots__',
  '__pycache__',
]);

/** `deno_dist`, `dist-es5`; and what NuGet unpacks: `packages/Name.1.2.3/`. */
export const BUILT_FOLDER = /(?:^|[-_])dist$|^dist[-_]/;
export const UNPACKED = /(?:^|\/)packages\/[\w.-]{1,100}\.\d{1,5}(?:\.\d{1,5}){1,3}\//;

export const GENERATED_FILE = new RegExp(
  `${anyOf(
    // The web: packed, mapped, photographed.
    /\.min\.(?:js|css|mjs)|\.bundle\.(?:js|css)|\.(?:js|css)\.map|\.snap/,
    // Protocol buffers, in every language.
    /\.pb\.(?:go|cc|h|dart|swift)|\.pb(?:enum|json|server|grpc)\.dart|_pb2(?:_grpc)?\.pyi?|_(?:grpc_)?pb\.(?:js|d\.ts|rb)/,
    // Dart's builders.
    /\.g\.dart|\.freezed\.dart|\.gr\.dart|\.config\.dart/,
    // Whatever says so itself, and .NET.
    /\.generated\.\w{1,8}|\.gen\.\w{1,6}|\.designer\.cs|\.g(?:\.i)?\.cs|_generated\.\w{1,6}/,
    // Compiled.
    /\.pyc|\.class|\.o/,
  )}$`,
  'i',
);

/** Folders of tests at any depth: the last word of the name, read without underscores around it. */
export const TEST_WORDS = new Set([
  'test',
  'tests',
  'e2e',
  'fixture',
  'fixtures',
  'mock',
  'mocks',
  'testdata',
  'snapshots',
  'cypress',
  'playwright',
  'androidtest',
  'unittests',
]);

/** `test-utils`, `test_support`: the first word of a folder tells when the second is one of these. */
export const TEST_COMPANY = new Set([
  'util',
  'utils',
  'helper',
  'helpers',
  'support',
  'data',
  'case',
  'cases',
  'suite',
  'app',
  'apps',
  'project',
  'projects',
  'driver',
]);

/** `AppTests`, `Company.UnitTests`: the case tells, as `latest` and `contest` end alike. */
export const CAMEL_TEST_FOLDER = /[a-z](?:Tests?|Specs?)$|(?:^|\.)Tests?[A-Z]/;

/** These mean tests only where no code root stands before them. */
export const LOOSE_TEST_FOLDERS = new Set([
  'spec',
  'specs',
  'bench',
  'benches',
  'benchmark',
  'benchmarks',
  'playground',
  'playgrounds',
  'stories',
  'perf',
]);

export const TEST_FILE =
  /(?:\.(?:test|tests|spec|e2e|bench|stories|story|cy)\.\w{1,6}|\.test-d\.ts|[_-](?:test|spec|bench)\.\w{1,6}|(?:Tests?|Benchmarks?)\.(?:java|kt|cs|swift|scala|php)|(?:IT|Spec)\.(?:java|kt|scala))$|^test[_-][^/]{1,120}\.(?:py|sh|c|cc|cpp)$|^conftest\.py$|^test_helpers?\.\w{1,4}$/;

/** Folders that tell: docs, sites, blogs, examples; only where no code root stands before them. */
export const TELLING_FOLDERS = new Set([
  'docs',
  'doc',
  'documentation',
  'website',
  'site',
  'landing',
  'landing-page',
  'homepage',
  'marketing',
  'blog',
  'blog-posts',
  'blogs',
  '_posts',
  'guide',
  'guides',
  'tutorial',
  'tutorials',
  'press',
  'presskit',
  'media-kit',
  'branding',
  'artwork',
  'screenshot',
  'screenshots',
  'example',
  'examples',
  'demo',
  'demos',
  'sample',
  'samples',
  'cookbook',
]);

/** Docs for those who build it: decisions, plans, how to contribute. Nobody outside is told anything by them. */
export const INNER_DOCS = new Set([
  'adr',
  'adrs',
  'decisions',
  'rfc',
  'rfcs',
  'proposals',
  'plans',
  'planning',
  'brainstorms',
  'specs',
  'designs',
  'internal',
  'contributing',
  'maintainers',
]);

/** Platform scaffolds that a generator writes around an example application. */
export const EXAMPLE_SCAFFOLD = /(?:^|\/)example\/(?:android|ios|macos|windows|linux|web)\//;

/** Tooling wherever no code root stands before it. */
export const TOOLING_FOLDERS = new Set([
  'ci',
  'script',
  'scripts',
  'build',
  'build-tools',
  'buildtools',
  'build-scripts',
  'deploy',
  'deployment',
  'docker',
  'k8s',
  'kubernetes',
  'helm',
  'terraform',
  'packaging',
  'installer',
  'debian',
  'snap',
  'flatpak',
  'patches',
  'gradle',
  'eslint-rules',
]);

/** Tooling as a folder at the root only; deeper down they are words of the product. */
export const ROOT_TOOLING_FOLDERS = new Set([
  'tools',
  'tooling',
  'tool',
  'tasks',
  'hack',
  'dev',
  'devops',
  'infra',
  'etc',
  'misc',
]);

/** Folders of pictures and files named so are for telling, outside code. */
export const TELLING_PICTURE =
  /(?:^|[-_.\s])(?:screen-?shots?|screencast|logo(?:type)?|wordmark|banner|hero|cover|social|og-image|preview|promo|demo)(?:[-_.\s\d@][^/]{0,80})?\.(?:png|jpe?g|gif|svg|webp|avif|mp4|webm|mov)$/i;

export const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|avif|mp4|webm|mov|cast)$/i;

export const PROSE = /\.(?:md|mdx|markdown|rst|adoc|asciidoc|textile|rdoc|pod)$/i;

export const README = /^readme(?:[._-][^/]{0,40})?$/i;

/** Texts for those who build it, or for lawyers. */
export const INNER_PROSE = new RegExp(
  `^${anyOf(
    /contribut\w{0,6}|code[-_]of[-_]conduct|security/,
    // The law.
    /(?:mit-|apache-)?licen[cs]e\w{0,2}|copying|unlicense|notices?/,
    // Who makes it.
    /authors|maintainers|maintenance|contributors|owners|codeowners|governance|support|cla|dco|patents/,
    // What programs are told.
    /claude|agents|gemini|copilot-instructions/,
    // How it is made.
    /releasing|release[-_]process|hacking|develop\w{0,6}|building|todo|(?:issue|pull[-_]request)[-_]template|third-?party\w{0,20}/,
  )}(?:[-_.][\\w.-]{0,60})?$`,
  'i',
);

/** Only prose can be such a text: `support.ticket.tsx` is none. */
export const PROSE_OR_PLAIN = /(?:^[^.]+|-\d\.\d|\.(?:md|mdx|markdown|rst|adoc|txt|html))$/i;

/** A plan or a specification: written for the builders. At the root by the whole word, in docs as an ending. */
export const PLAN_AT_ROOT =
  /(?:^|[-_.])(?:specs?|plan|plans|status|notes|design|architecture|handoff|prd)(?:[-_.][^/]{0,20})?\.(?:md|txt)$/i;
export const PLAN_IN_DOCS = /[-_](?:design|spec|plan|prd|brainstorm|handoff)\.md$/i;
