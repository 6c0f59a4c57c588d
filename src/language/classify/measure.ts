/** How well labels and probabilities were given, against known ones. */

export interface Measured {
  readonly n: number;
  readonly accuracy: number;
  readonly macroF1: number;
  readonly labels: readonly LabelFigures[];
  /** Expected calibration error of the likeliest label, in 15 bins: Guo et al., ICML 2017. */
  readonly ece: number;
}

export interface LabelFigures {
  readonly label: string;
  readonly n: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Given {
  readonly known: string;
  readonly given: string;
  /** By label. */
  readonly probabilities: ReadonlyMap<string, number>;
}

const BINS = 15;

export function measured(rows: readonly Given[]): Measured {
  const names = [...new Set(rows.flatMap(({ known, given }) => [known, given]))].sort();
  const labels = names.map((label) => {
    const right = rows.filter(({ known, given }) => known === label && given === label).length;
    const given = rows.filter((row) => row.given === label).length;
    const n = rows.filter(({ known }) => known === label).length;
    return {
      label,
      n,
      precision: given === 0 ? 0 : right / given,
      recall: n === 0 ? 0 : right / n,
      f1: n + given === 0 ? 0 : (2 * right) / (n + given),
    };
  });
  const known = labels.filter(({ n }) => n > 0);
  return {
    n: rows.length,
    accuracy: rows.filter((row) => row.known === row.given).length / Math.max(1, rows.length),
    macroF1: known.reduce((sum, { f1 }) => sum + f1, 0) / Math.max(1, known.length),
    labels,
    ece: calibrationError(
      rows.map(({ known: label, probabilities }) => {
        const [likeliest, p] = [...probabilities].reduce((best, one) => (one[1] > best[1] ? one : best), ['', -1]);
        return { p, right: likeliest === label };
      }),
    ),
  };
}

export function calibrationError(rows: readonly { readonly p: number; readonly right: boolean }[]): number {
  const bins = Array.from({ length: BINS }, () => ({ p: 0, right: 0 }));
  for (const { p, right } of rows) {
    const bin = bins[Math.min(BINS - 1, Math.floor(p * BINS))] as { p: number; right: number };
    bin.p += p;
    bin.right += right ? 1 : 0;
  }
  return bins.reduce((sum, { p, right }) => sum + Math.abs(p - right), 0) / Math.max(1, rows.length);
}
