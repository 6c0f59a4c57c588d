/** Dates and counts as the app says them where no reading has put them into words. */

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const NUMBER = new Intl.NumberFormat('en-GB');

/** `28 February 2026`. */
export function dayWords(at: string | number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? String(at) : DAY.format(date);
}

const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

/** `28 February 2026 at 14:05`, by the clock of whoever looks. */
export function momentWords(at: string): string {
  return MOMENT.format(new Date(at));
}

export function thousands(count: number): string {
  return NUMBER.format(count);
}

export function counted(count: number, one: string, many: string = `${one}s`): string {
  return `${thousands(count)} ${count === 1 ? one : many}`;
}
