/** What manifests ask for at least of each product that they depend on, by its name in small letters. Pure. */
import type { DocumentText } from './documents.ts';
import { compareParts, leastOf, type Required } from './needs-required.ts';

/** `"Django>=2.2"` in a list, `django >= 2.2` on a line of its own, `django = "^2.2"`. */
const PYTHON = [
  /["'](?<name>[A-Za-z][\w.-]{1,40})(?:\[[^\]]{0,60}\])?\s{0,3}(?:>=|~=)\s{0,3}(?<said>\d[\d.]{0,12})/g,
  /^\s{0,8}(?<name>[A-Za-z][\w.-]{1,40})(?:\[[^\]]{0,60}\])?\s{0,3}(?:>=|~=)\s{0,3}(?<said>\d[\d.]{0,12})/gm,
  /^(?<name>[A-Za-z][\w.-]{1,40})\s{0,3}=\s{0,3}(?:\{\s{0,3}version\s{0,3}=\s{0,3})?"(?:\^|~|>=)(?<said>\d[\d.]{0,12})/gm,
];
const RUBY = [
  /add_(?:runtime_)?dependency[ (]{1,4}["'](?<name>[\w-]{2,40})["'](?:\.freeze)?,\s{0,4}\[?["'](?:>=|~>)\s{0,3}(?<said>\d[\d.]{0,12})/g,
];
/** A client's package has its server's name, and its own versions. */
const SERVERS =
  /^(?:redis|mongodb?|mysql|mariadb|postgres(?:ql)?|sqlite3?|elasticsearch|opensearch|memcached?|rabbitmq|kafka|docker|kubernetes|etcd|consul|vault|neo4j|cassandra|influxdb|clickhouse|nats|pulsar|solr|couchdb|firebird|oracle|git|npm|chrome|firefox|electron)$/;
/** What a family of packages is called. */
const FAMILIES: Readonly<Record<string, string>> = {
  ...{ railties: 'rails', actionpack: 'rails', activerecord: 'rails', activesupport: 'rails', activemodel: 'rails' },
  ...{ '@angular/core': 'angular', 'laravel/framework': 'laravel', 'illuminate/support': 'laravel' },
  ...{ 'symfony/framework-bundle': 'symfony' },
};

/** The lowest that any manifest asks for, so that a doubt never accuses. */
export function dependenciesIn(manifests: readonly DocumentText[]): Map<string, Required> {
  const least = new Map<string, Required>();
  for (const { path, text } of manifests)
    for (const { name, version, wording } of dependenciesOf(path, text)) {
      if (SERVERS.test(name)) continue;
      const known = least.get(name);
      if (!known || compareParts(version, known.version) < 0) least.set(name, { version, path, text: wording });
    }
  return least;
}

interface Dependency {
  readonly name: string;
  readonly version: string;
  readonly wording: string;
}

function dependenciesOf(path: string, text: string): Dependency[] {
  if (/(?:package|composer)\.json$/.test(path)) return ofJson(text);
  const ways = path.endsWith('.gemspec') ? RUBY : /Cargo\.toml$|go\.mod$/.test(path) ? [] : PYTHON;
  return ways.flatMap((way) =>
    [...text.matchAll(way)].map(({ 0: wording, groups = {} }) => ({
      name: nameOf(groups.name ?? ''),
      version: (groups.said ?? '').replace(/\.$/, ''),
      wording: wording.trim(),
    })),
  );
}

/** What it runs on, and what whoever installs it must have: not what only its makers need. */
function ofJson(text: string): Dependency[] {
  const blocks = text.matchAll(/"(?:peerDependencies|dependencies|require)"\s{0,4}:\s{0,4}\{([^}]{0,20000})\}/g);
  return [...blocks].flatMap(([, block = '']) =>
    [...block.matchAll(/"([^"\n]{2,80})"\s{0,4}:\s{0,4}"([^"\n]{1,80})"/g)].flatMap(([wording, name = '', range]) => {
      const version = leastOf(range);
      return version === null ? [] : [{ name: nameOf(name), version, wording }];
    }),
  );
}

function nameOf(written: string): string {
  const name = written.toLowerCase();
  return FAMILIES[name] ?? name;
}
