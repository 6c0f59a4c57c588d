/** The version of the arithmetic that makes a reading from facts. */

/** Raised whenever the arithmetic here could turn the same observations into another number. */
export const METHOD = '1.17.0';
