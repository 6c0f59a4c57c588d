/** Reads `git log -z --name-status` in our format: pure, from texts of whole tokens to commits. */

/** What is asked of git for each commit. NUL cannot stand in a message, so no message can look like a border. */
export const LOG_FORMAT = '%H%x00%P%x00%at%x00%aN%x00%aE%x00%s%x00%b';

const FIELDS = 7;

/** A commit that touches more paths than this is a bulk load; the rest is counted, not kept. */
export const MOST_PATHS = 10_000;

export interface Logged {
  readonly sha: string;
  readonly parents: readonly string[];
  /** ms UTC, or null where the commit has no readable date. */
  readonly authoredAt: number | null;
  readonly name: string;
  readonly email: string;
  readonly subject: string;
  readonly body: string;
  /** Status letter, space, path. */
  readonly paths: readonly string[];
  /** Paths beyond `MOST_PATHS`. */
  readonly more: number;
}

export class LogParser {
  #fields: string[] = [];
  #paths: string[] = [];
  #more = 0;
  #status = '';

  /** The commits that are complete after this text. */
  push(text: string): Logged[] {
    const done: Logged[] = [];
    let from = 0;
    for (let end = text.indexOf('\0'); end !== -1; end = text.indexOf('\0', from)) {
      const finished = this.#token(text.slice(from, end));
      if (finished !== null) done.push(finished);
      from = end + 1;
    }
    return done;
  }

  /** The last commit, which nothing follows; none when git ended in the middle of one. */
  end(): Logged | null {
    return this.#fields.length === FIELDS ? this.#finish() : null;
  }

  #token(token: string): Logged | null {
    if (this.#fields.length < FIELDS) {
      this.#fields.push(token);
      return null;
    }
    if (this.#status !== '') {
      this.#path(token);
      return null;
    }
    const status = token.charCodeAt(0) === 10 ? token.slice(1) : token;
    if (isStatus(status)) {
      this.#status = status;
      return null;
    }
    if (!isSha(token)) throw new Error('git log printed something else where a commit or a path belongs');
    const finished = this.#finish();
    this.#fields.push(token);
    return finished;
  }

  #path(path: string): void {
    if (this.#paths.length < MOST_PATHS) this.#paths.push(`${this.#status} ${path}`);
    else this.#more++;
    this.#status = '';
  }

  #finish(): Logged {
    const [sha = '', parents = '', authored = '', name = '', email = '', subject = '', body = ''] = this.#fields;
    const authoredAt = authored === '' ? null : Number(authored) * 1000;
    const found = parents === '' ? [] : parents.split(' ');
    const logged = {
      sha,
      parents: found,
      authoredAt,
      name,
      email,
      subject,
      body,
      paths: this.#paths,
      more: this.#more,
    };
    this.#fields = [];
    this.#paths = [];
    this.#more = 0;
    return logged;
  }
}

/** `A`, `D`, `M`, `T` …: one capital letter. */
function isStatus(token: string): boolean {
  if (token.length !== 1) return false;
  const letter = token.charCodeAt(0);
  return letter >= 65 && letter <= 90;
}

function isSha(token: string): boolean {
  return (token.length === 40 || token.length === 64) && /^[0-9a-f]+$/.test(token);
}
