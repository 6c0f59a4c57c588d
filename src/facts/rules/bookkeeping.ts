/** Files that keep the books of a product: manifests, locks, version numbers, changelogs, build settings. */

const MANIFEST_NAMES = new Set([
  'package.json',
  'bower.json',
  'component.json',
  'deno.json',
  'deno.jsonc',
  'jsr.json',
  'lerna.json',
  'nx.json',
  'turbo.json',
  'rush.json',
  'pnpm-workspace.yaml',
  'cargo.toml',
  'gemfile',
  'rakefile',
  'pyproject.toml',
  'setup.py',
  'setup.cfg',
  'pipfile',
  'environment.yml',
  'manifest.in',
  'go.mod',
  'go.work',
  'pom.xml',
  'build.gradle',
  'build.gradle.kts',
  'settings.gradle',
  'settings.gradle.kts',
  'gradle.properties',
  'libs.versions.toml',
  'pubspec.yaml',
  'melos.yaml',
  'composer.json',
  'mix.exs',
  'podfile',
  'package.swift',
  'nuget.config',
  'packages.config',
  'global.json',
  'project.json',
  'build.sbt',
  'project.clj',
  'rebar.config',
  'meson.build',
  'cmakelists.txt',
  'conanfile.txt',
  'conanfile.py',
  'vcpkg.json',
  'build',
  'build.bazel',
  'workspace',
  'module.bazel',
]);

const LOCK_NAMES = new Set([
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
  'bun.lockb',
  'deno.lock',
  'cargo.lock',
  'gemfile.lock',
  'poetry.lock',
  'uv.lock',
  'pdm.lock',
  'pipfile.lock',
  'pixi.lock',
  'go.sum',
  'go.work.sum',
  'gradle.lockfile',
  'pubspec.lock',
  'composer.lock',
  'mix.lock',
  'podfile.lock',
  'package.resolved',
  'packages.lock.json',
  'paket.lock',
  'flake.lock',
  'module.bazel.lock',
]);

const MANIFEST_ENDING =
  /\.(?:gemspec|podspec|cabal|csproj|fsproj|vbproj|vcxproj|sln|slnx|nuspec|props|targets|rockspec|bnd)$/i;
const REQUIREMENTS = /^(?:[\w-]{1,30}[-_.])?(?:requirements|constraints)(?:[-_.][\w.-]{0,40})?\.(?:txt|in)$/i;
const VERSION_FILE =
  /^(?:\.?version|_*version_*\.(?:py|rb|go|js|ts|mjs|php|cs|h|ex|rs|dart|txt|json)|gem_version\.rb|[\w-]{1,30}_version\.(?:rb|h|go)|rails_version|\.release-please-manifest\.json)$/i;
const CHANGELOG =
  /^(?:changelogs?|change[-_]?log|changes|history|news|release[-_]?notes?|releases|whatsnew|whats[-_]new|upgrading|unreleased)(?:[-_.][\w.-]{0,40})?$/i;
const CHANGELOG_TEXT = /(?:^[^.]+|[\d.]+|\.(?:md|mdx|markdown|rst|adoc|txt|html|xml|json|ya?ml|old|in))$/i;
const CHANGELOG_ENTRY =
  /(?:^|\/)(?:\.changesets?|\.changes|changelog\.d|changes\.d|newsfragments|\.yarn\/versions|changelogs?|unreleased_changes)\/[^/]{1,200}\.(?:md|rst|txt|ya?ml|json|toml)$/i;
const PINS =
  /^(?:dockerfile(?:\..{0,40})?|.{0,40}\.dockerfile|docker-compose.{0,40}|compose\.ya?ml|\.nvmrc|\.node-version|\.tool-versions|\.python-version|\.ruby-version|rust-toolchain(?:\.toml)?|\.pre-commit-config\.yaml|renovate\.json5?|action\.ya?ml)$/i;

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function isManifest(path: string): boolean {
  const name = nameOf(path).toLowerCase();
  return MANIFEST_NAMES.has(name) || MANIFEST_ENDING.test(name) || REQUIREMENTS.test(name);
}

export function isLock(path: string): boolean {
  return LOCK_NAMES.has(nameOf(path).toLowerCase());
}

export function isVersionFile(path: string): boolean {
  return VERSION_FILE.test(nameOf(path));
}

/** A changelog, or one entry of a changelog kept as a folder. */
export function isChangelog(path: string): boolean {
  const name = nameOf(path);
  return (CHANGELOG.test(name) && CHANGELOG_TEXT.test(name)) || CHANGELOG_ENTRY.test(path);
}

/** What an updater of dependencies or versions touches, workflows and images included, since they pin versions too. */
export function isBookkeeping(path: string): boolean {
  return (
    isManifest(path) ||
    isLock(path) ||
    isVersionFile(path) ||
    isChangelog(path) ||
    PINS.test(nameOf(path)) ||
    path.startsWith('.github/workflows/')
  );
}
