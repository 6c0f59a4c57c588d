/** The words of tag names: which say "a version follows", which say "not final", and which say "no release at all". */

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}

/** Around a version these name no product: `release-1.2`, `stable-3.26.0`, `foo-version-2`. */
export const SCHEME = words(
  'v vv ver version versions r rel release releases released tag tags stable final ga public',
);

/** Not final, before a version or behind it. Single letters count only with a number behind: `1.0a14`, `5.0-M2`. */
export const PRE = words(
  'alpha alph beta bet rc cr pre prerelease preview dev devel develop next canary nightly snapshot milestone unstable ' +
    'eap ea insider insiders experimental exp wip draft candidate daily weekly edge trial tp pr test a b c m',
);

/** Final, behind a version: patches and editions of what was released. */
export const FINAL = words(
  'final ga release released stable lts sp p patch pl post hotfix hf fix fixed rev r u update security build esr public',
);

/** Behind a version these name where it runs, not how ready it is. */
export const PLATFORM = words(
  'jre android ios ipad macos mac osx darwin linux gnu win windows winrt x arm amd armv aarch docker alpine debian ' +
    'ubuntu fedora desktop mobile web server client cli lite full community enterprise pro oss node browser electron',
);

/** Before a version these make it a marker. */
export const MARKER = words(
  'deploy deploys deployed deployment backup backups archive archived before after wip tmp temp prod production staging ' +
    'pr pull issue broken test heroku',
);

/** A name of these alone (and numbers) is a pointer or a marker. */
export const POINTER = words(
  'latest nightly tip edge head current canary dev devel develop development master main trunk stable next alpha beta rc ' +
    'preview snapshot release live start begin end initial init base root testing tests demo checkpoint merge merged ' +
    'import imported svn cvs hg git ci build builds jenkins travis bug ticket step steps lesson chapter exercise lab ' +
    'week day experiment sync upstream eol attic old new legacy unstable daily weekly insiders lts',
);
