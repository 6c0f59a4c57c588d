/** The normal distribution: the complementary error function, the share below a point, the point below which a share lies. */

/** From here on the continued fraction converges fast and the series would lose digits to cancellation. */
const FAR = 2.5;

/** erfc, to about 1e-12 relative: the series of DLMF 7.6.2 near zero, the continued fraction of DLMF 7.9.2 beyond. */
export function erfc(x: number): number {
  if (Number.isNaN(x)) return Number.NaN;
  if (x < 0) return 2 - erfc(-x);
  if (x > 27) return 0;
  return x < FAR ? 1 - erfNear(x) : erfcFar(x);
}

export function normalCdf(x: number): number {
  return erfc(-x / Math.SQRT2) / 2;
}

/** Abramowitz and Stegun 26.2.23 (error below 4.5e-4), then two steps of Halley's method on erfc: full precision. */
export function normalQuantile(p: number): number {
  if (Number.isNaN(p) || p < 0 || p > 1) throw new RangeError(`a probability lies in 0 to 1, not ${p}`);
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (p === 1) return Number.POSITIVE_INFINITY;
  if (p > 0.5) return -normalQuantile(1 - p);
  const t = Math.sqrt(-2 * Math.log(p));
  const over = 2.515517 + 0.802853 * t + 0.010328 * t * t;
  const under = 1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3;
  let x = over / under - t;
  for (let step = 0; step < 2; step += 1) {
    const error = (normalCdf(x) - p) * Math.sqrt(2 * Math.PI) * Math.exp((x * x) / 2);
    x -= error / (1 + (x * error) / 2);
  }
  return x;
}

function erfNear(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n += 1) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

function erfcFar(x: number): number {
  let fraction = x;
  for (let n = 60; n >= 1; n -= 1) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
}
