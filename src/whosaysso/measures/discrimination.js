// How far an exercise tells those apart who do well from those who do not: the twin of discrimination.py.

import { Z, estimate } from "./estimate.js";
import { correlation } from "./moments.js";

/** @import { Estimate } from "./types" */

export const FEWEST_STUDENTS = 20;

/** @type {(scores: number[], rest: number[]) => Estimate | null} */
export function discrimination(scores, rest) {
  const found = scores.length < FEWEST_STUDENTS ? null : correlation(scores, rest);
  if (found === null) return null;
  if (Math.abs(found) === 1) return estimate(found, found, found);
  const wide = Z / Math.sqrt(scores.length - 3);
  return estimate(found, Math.tanh(Math.atanh(found) - wide), Math.tanh(Math.atanh(found) + wide));
}
