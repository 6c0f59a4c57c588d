/** Hours for days: the pages beside this name days, and every row needs an instant that is the same on every machine. */

const MINUTE = 60_000;

/** FNV-1a: spreads hours without chance. */
export function spread(text: string, below: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % below;
}

/** Hartwell keeps the clocks of its continent: an hour ahead in winter, two from the last Sunday of March to that of October. */
export function zoneOf(day: string): { readonly text: string; readonly minutes: number } {
  const [year = 0] = day.split('-').map(Number);
  const summer = day >= lastSunday(year, 3) && day < lastSunday(year, 10);
  return summer ? { text: '+0200', minutes: 120 } : { text: '+0100', minutes: 60 };
}

function lastSunday(year: number, month: number): string {
  const last = new Date(Date.UTC(year, month, 0));
  return new Date(last.getTime() - last.getUTCDay() * 24 * 60 * MINUTE).toISOString().slice(0, 10);
}

/** ms UTC of a day and the minutes since its local midnight. */
export function instant(day: string, minutes: number): number {
  return Date.parse(`${day}T00:00:00Z`) + (minutes - zoneOf(day).minutes) * MINUTE;
}

export function isoOf(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
