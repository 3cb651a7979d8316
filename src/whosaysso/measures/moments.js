// Mean, variance and correlation of lists of numbers, and a mean with its interval: the twin of moments.py.

import { tQuantile } from "./beta.js";
import { TAIL, estimate } from "./estimate.js";

/** @import { Estimate } from "./types" */

const NO_VARIANCE = 1e-12;

/** @type {(values: number[]) => number} */
export const total = (values) => values.reduce((sum, value) => sum + value, 0);
/** @type {(values: number[]) => number} */
export const average = (values) => total(values) / values.length;

/** @type {(values: number[]) => number} */
export function variance(values) {
  const middle = average(values);
  const found = total(values.map((value) => (value - middle) ** 2)) / (values.length - 1);
  return found > NO_VARIANCE ? found : 0;
}

/** @type {(ones: number[], others: number[]) => number | null} */
export function correlation(ones, others) {
  const spread = ones.length < 2 ? 0 : Math.sqrt(variance(ones) * variance(others));
  if (!spread) return null;
  const [a, b] = [average(ones), average(others)];
  const together = total(ones.map((x, n) => (x - a) * (others[n] - b))) / (ones.length - 1);
  return Math.max(-1, Math.min(1, together / spread));
}

/** @type {(values: number[]) => Estimate | null} */
export function mean(values) {
  if (values.length < 2) return null;
  const middle = average(values);
  const wide = tQuantile(1 - TAIL, values.length - 1) * Math.sqrt(variance(values) / values.length);
  return estimate(middle, middle - wide, middle + wide);
}
