// A share with Wilson's interval, and the facility of an exercise: the twin of wilson.py.

import { Z, estimate } from "./estimate.js";
import { total } from "./moments.js";

/** @import { Estimate } from "./types" */

/** @type {(successes: number, count: number) => Estimate | null} */
export function wilson(successes, count) {
  if (!count) return null;
  const share = successes / count;
  const shrunk = 1 + Z ** 2 / count;
  const middle = (share + Z ** 2 / (2 * count)) / shrunk;
  const wide = (Z / shrunk) * Math.sqrt(Math.max(0, share * (1 - share)) / count + Z ** 2 / (4 * count ** 2));
  return estimate(share, Math.max(0, Math.min(share, middle - wide)), Math.min(1, Math.max(share, middle + wide)));
}

/** @type {(scores: number[]) => Estimate | null} */
export const facility = (scores) => wilson(total(scores), scores.length);
