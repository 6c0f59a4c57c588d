/** The sizes of the map: two drawings, so that text keeps its size on a page and on a telephone. */

export const SIZES = [
  { side: 428, fit: 'wide' },
  { side: 270, fit: 'slim' },
] as const;
export const LEFT = 52;
export const TOP = 8;
export const UNDER = 46;

export interface Scales {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly side: number;
}
