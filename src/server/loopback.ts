/** Which names and addresses mean this machine alone. */

const NAMES = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

export function isLoopback(host: string): boolean {
  return NAMES.has(host.toLowerCase());
}

/** The name of a Host header without its port; null where it is none. */
export function hostNamed(header: string | undefined): string | null {
  const found = /^(\[[0-9a-f:]{2,45}\]|[a-z0-9.-]{1,253})(?::\d{1,5})?$/i.exec(header ?? '');
  return found?.[1]?.toLowerCase() ?? null;
}
