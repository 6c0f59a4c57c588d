/** Numbers and dates in a finding's sentence. */

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `eleven` up to twelve, digits above. */
export function inWords(n: number): string {
  return WORDS[n] ?? String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `July 2025`, in UTC. */
export function inMonth(at: number): string {
  const date = new Date(at);
  return `${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** `14 July 2025`, in UTC. */
export function onDay(at: number): string {
  return `${new Date(at).getUTCDate()} ${inMonth(at)}`;
}

export function short(sha: string): string {
  return sha.slice(0, 7);
}
