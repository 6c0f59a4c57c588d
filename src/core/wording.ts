/** Numbers in sentences: counted things with the right ending, days, shares and months. */

/** `1 change`, `12 changes`, `1,041 changes`. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${thousands(n)} ${n === 1 ? one : many}`;
}

/** `1,041`; written out here so that no locale of the machine can alter a reading. */
export function thousands(n: number): string {
  return String(n).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `a day`, `7.8 days`, `28 days`: one decimal under ten, none above; `an hour` is the least, as in `within an hour`. */
export function inDays(days: number): string {
  if (days < 1.5 / 24) return 'an hour';
  if (days < 1) return counted(Math.round(days * 24), 'hour');
  const shown = days < 10 ? Math.round(days * 10) / 10 : Math.round(days);
  return shown === 1 ? 'a day' : `${thousands(shown)} days`;
}

/** `24 %`; a share that is not none never reads as none, nor one that is not whole as whole. */
export function percent(share: number): string {
  if (share > 0 && share < 0.01) return 'under 1 %';
  if (share > 0.99 && share < 1) return 'over 99 %';
  return `${Math.round(share * 100)} %`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `March 2026`, in UTC. */
export function monthOf(at: number): string {
  const date = new Date(at);
  return `${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** `14 March 2026`, in UTC. */
export function onDay(at: number): string {
  return `${new Date(at).getUTCDate()} ${monthOf(at)}`;
}

/** A sentence begins with it. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
