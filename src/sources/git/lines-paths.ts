/** Which files count for line survival: what is built and what is told; not tests, workflows, or what machines write. */
import { isLockfile } from './renewal-lockfiles.ts';

export type LineKind = 'product' | 'telling';

const FOLDERS_LEFT_OUT =
  /(?:^|\/)(?:tests?|__tests__|specs?|e2e|fixtures|__fixtures__|testdata|__snapshots__|__mocks__|node_modules|vendor|vendored|third_party|bower_components|dist|generated|\.[^/]+)\//i;
const FILES_LEFT_OUT =
  /[._-](?:test|spec)s?\.\w+$|(?:^|\/)test_[^/]*\.py$|\.(?:snap|lockfile|map|svg|po|generated\.\w+|g\.dart|freezed\.dart|pb\.go)$|\.min\.\w+$|_pb2\.py$|(?:^|\/)(?:\.travis\.yml|\.gitlab-ci\.yml|appveyor\.yml|azure-pipelines\.yml|Jenkinsfile)$/i;
const TELLING =
  /(?:^|\/)(?:docs?|documentation|guides?|website|site|www|blog|manual|readme[^/]*|changelog[^/]*|news[^/]*)(?:\/|$)|\.(?:md|mdx|markdown|rst|adoc|asciidoc|rdoc)$/i;

/** null: neither. */
export function kindOf(path: string): LineKind | null {
  if (isLockfile(path) || FOLDERS_LEFT_OUT.test(path) || FILES_LEFT_OUT.test(path)) return null;
  return TELLING.test(path) ? 'telling' : 'product';
}
