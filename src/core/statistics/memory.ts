/** How many separate weeks a row of weeks is worth, where each takes after the one before. */

/**
 * By the correlation r of neighbours: n (1 − r) / (1 + r), the variance of a mean of a first-order chain (Bayley and
 * Hammersley, Suppl. JRSS 8 (1946) 184–197). In short rows r comes out too small, by (1 + 4r) / n on average (Kendall,
 * Biometrika 41 (1954) 403–404): that is added. Weeks that shun each other are taken as separate.
 */
export function worthOfRow(row: readonly number[]): number {
  const n = row.length;
  const mean = row.reduce((sum, value) => sum + value, 0) / n;
  let squares = 0;
  let neighbours = 0;
  row.forEach((value, at) => {
    squares += (value - mean) ** 2;
    if (at > 0) neighbours += (value - mean) * ((row[at - 1] ?? 0) - mean);
  });
  if (squares === 0) return n;
  const seen = neighbours / squares;
  if (seen <= 0) return n;
  const r = Math.min(STRONGEST, seen + (1 + 4 * seen) / n);
  return Math.max(LEAST_WORTH, (n * (1 - r)) / (1 + r));
}

/** Beyond this a year is a single spell, and the row can no longer tell how long spells are. */
const STRONGEST = 0.95;
const LEAST_WORTH = 2;
