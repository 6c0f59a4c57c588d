/** Authors at the edge: a handle becomes a keyed pseudonym, aliases become "the same person", programs keep their name. */
import { createHmac, createSecretKey } from 'node:crypto';
import { isBot } from '#core/bots.ts';
import type { Author } from '#core/evidence.ts';
import { redact } from '#core/redact.ts';
import { cleanText, cutText } from '#core/text.ts';
import { companyDomain } from './domains.ts';
import { Recent } from './recent.ts';

/** One author as the store may know them. */
export interface Pseudonym {
  readonly id: string;
  readonly space: string;
  readonly shown: string | null;
  /** The company's domain in plain; whether it may be kept so is decided where others are known (people.ts). */
  readonly domain: string | null;
  readonly bot: boolean;
  readonly sames: readonly { readonly id: string; readonly space: string; readonly because: string }[];
}

/** In these a handle means the same in any case. */
const CASELESS = new Set(['email', 'github.com', 'gitlab.com', 'bitbucket.org', 'codeberg.org', 'npm']);

/** `123+name@users.noreply.github.com`: the forge itself says whose it is. */
const GITHUB_NOREPLY = /^(?:\d{1,12}\+)?([a-z0-9-]{1,60}(?:\[bot\])?)@users\.noreply\.github\.com$/;

const LONGEST_NAME = 200;

/** Authors remembered at least, about 500 bytes each: of a million writers most come once. */
const REMEMBERED = 20_000;

/** Makes pseudonyms under one key; those of the authors seen lately are kept. */
export function pseudonyms(key: Uint8Array, names: boolean) {
  const known = new Recent<Pseudonym>(REMEMBERED);
  // Prepared once: from bytes every call takes eight times as long.
  const secret = createSecretKey(key);

  function idOfHandle(space: string, handle: string): string {
    return createHmac('sha256', secret)
      .update(`${space}\u001f${normalHandle(space, handle)}`)
      .digest('hex')
      .slice(0, 32);
  }

  function make(author: Author): Pseudonym {
    const handle = normalHandle(author.space, author.handle);
    const name = author.name === undefined ? null : cutText(cleanText(author.name), LONGEST_NAME).trim() || null;
    const id = idOfHandle(author.space, handle);
    const bot = isBot(name, handle);
    const aliases = author.alias ? [author.alias] : [];
    const forge = author.space === 'email' ? GITHUB_NOREPLY.exec(handle)?.[1] : undefined;
    if (forge) aliases.push({ space: 'github.com', handle: forge, because: 'noreply address' });
    return {
      id,
      space: author.space,
      shown: bot || names ? redact(name ?? localPart(handle)) : null,
      domain: author.space === 'email' ? companyDomain(handle) : null,
      bot,
      sames: aliases
        .map((alias) => ({ id: idOfHandle(alias.space, alias.handle), space: alias.space, because: alias.because }))
        .filter((alias) => alias.id !== id),
    };
  }

  return {
    idOfHandle,
    of(author: Author): Pseudonym {
      // Everything that changes the outcome is part of what it is remembered by.
      const { space, handle, name, alias } = author;
      const seen = [space, handle, name ?? '', alias?.space ?? '', alias?.handle ?? ''].join('\u001f');
      const found = known.get(seen);
      if (found) return found;
      const made = make(author);
      known.set(seen, made);
      return made;
    },
  };
}

export type Pseudonyms = ReturnType<typeof pseudonyms>;

function normalHandle(space: string, handle: string): string {
  const plain = cleanText(handle).normalize('NFC').trim();
  return CASELESS.has(space) ? plain.toLowerCase() : plain;
}

function localPart(handle: string): string {
  const at = handle.indexOf('@');
  return at < 0 ? handle : handle.slice(handle.indexOf('+') + 1, at);
}
