/** Secrets that are shown once: made at random, kept as their hash. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bits: nobody guesses one, so a plain hash of it needs neither salt nor slowness. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

const TOKEN = /^bifocal_([0-9a-z-]{1,64})_([A-Za-z0-9_-]{43})$/;

/** A token says itself which product it opens, so that it is found under that product's key. */
export function tokenOf(productId: string): string {
  return `bifocal_${productId}_${newSecret()}`;
}

/** The product that a token names; null where it is no token of ours. */
export function productOfToken(token: string): string | null {
  return TOKEN.exec(token)?.[1] ?? null;
}

/** In the same time whatever differs. */
export function sameText(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(a as Buffer, b as Buffer);
}
