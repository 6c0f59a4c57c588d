/** That it needs nothing else, or what it needs, against the dependencies that its manifests name. Pure. */
import type { Beside, Stated } from './stated.ts';

const NONE =
  /\b(?:no|zero|0)[- ](?:(?:external|runtime|third[- ]party|npm|production)[ -]){0,2}dependenc(?:y|ies)\b|\bdependency[- ]free\b/i;
/** Of something else than the product, or of some dependencies alone. */
const NOT_ITS_OWN =
  /\b(?:peer|dev|development|optional|server|client|native|system|circular|core|inject\w*|except|apart|besides|other|beyond|that (?:have|has)|packages|projects|modules|plugins|recipes?|targets?|tasks?|jobs?|components?|functions?|your|if|when|since)\b/i;

/** What is built into one program needs nothing of its reader, so that only what is installed with it proves anything. */
export function dependenciesStated(said: string, { files }: Beside): Stated[] {
  const found = NONE.exec(said);
  if (!found || NOT_ITS_OWN.test(said)) return [];
  const holds = firstOf(files.get('package.json') ?? '');
  const agrees = (text: string) => firstOf(text) === null;
  return holds === null ? [] : [{ says: found[0], file: 'package.json', holds, agrees, onceRight: false }];
}

/** The first line of what it needs when it runs; null where it needs nothing, or is not published. */
function firstOf(text: string): string | null {
  if (/"private"\s{0,4}:\s{0,4}true/.test(text)) return null;
  const one = /"dependencies"\s{0,4}:\s{0,4}\{\s{0,20}("[^"}\n]{1,80}"\s{0,4}:\s{0,4}"[^"}\n]{1,80}")/.exec(text)?.[1];
  return one === undefined ? null : `"dependencies": ${one}`;
}

/** Headings and sentences that a list of dependencies stands under. */
const LIST = /^\s{0,3}#{1,6}\s.{0,60}\bdependenc(?:y|ies)\b|\b(?:relies|depends|is built) on\b.{0,80}:\s*$/i;
const OTHER_LIST = /\b(?:dev|develop\w*|optional|peer|test(?:ing)?|build|docs?)\b/i;
const HEADING = /^\s{0,3}#{1,6}\s/;
/** `* [Kramdown](…): a converter` and `- h11 - HTTP/1.1`. */
const ITEM =
  /^\s?[-*+]\s{1,4}[[`*_]{0,3}(\p{L}[\p{L}\p{N}._-]{2,39})[\]`*_]{0,3}(?:\([^)]{0,300}\))?_?(?::|\s{1,3}[-–—(]|\s{0,3}$)/u;

/** Reads line after line: lists of what the product needs, each item against the manifests. */
export class StatedNeeds {
  readonly #manifests: readonly (readonly [path: string, text: string])[];
  readonly #paths: readonly string[];
  #listed = false;

  constructor({ files, paths }: Beside) {
    this.#manifests = [...files].filter(([path]) => !/^(?:un)?licen|^copying/i.test(path));
    this.#paths = paths;
  }

  take(line: string): Stated[] {
    if (LIST.test(line)) this.#listed = !OTHER_LIST.test(line);
    else if (HEADING.test(line)) this.#listed = false;
    if (!this.#listed) return [];
    const name = ITEM.exec(line)?.[1];
    const [first] = this.#manifests;
    if (name === undefined || first === undefined) return [];
    const named = namesIn(name);
    const names = (text: string) => named.test(text.replace(FOR_MAKERS, ' '));
    if (this.#manifests.some(([, text]) => names(text))) return [];
    const own = name.toLowerCase();
    // What lies in the tree itself needs no line.
    if (this.#paths.some((path) => path.toLowerCase().split(/[/.]/).includes(own))) return [];
    return this.#manifests.map(([file]) => ({
      ...{ says: name, file, holds: `${file} names no ${name}`, onceRight: true },
      agrees: names,
    }));
  }
}

/** What only those who work on it install. */
const FOR_MAKERS = /^.{0,40}add_development_dependency.*$|"devDependencies"\s{0,4}:\s{0,4}\{[^}]*\}/gm;

/** In quotes or at the start of a line, alone or with a version behind it. */
function namesIn(name: string): RegExp {
  const escaped = name.replace(/[.+*?^$()[\]{}|\\]/g, '\\$&').replace(/[-_]/g, '[-_]');
  return new RegExp(`(?:^|["'\`])\\s{0,8}${escaped}\\s{0,2}(?=["'\`<>=~!;:,[]|$)`, 'im');
}
