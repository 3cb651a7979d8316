// What the same people gained between two tests: the twin of effect.py.

import { around } from "./estimate.js";
import { average, correlation, mean, variance } from "./moments.js";

/** @import { Effect, Estimate } from "./types" */

/** @type {(before: number[], after: number[]) => Effect | null} */
export function effect(before, after) {
  const gain = mean(before.map((earlier, n) => after[n] - earlier));
  if (!gain) return null;
  const [earlier, later, count] = [variance(before), variance(after), before.length];
  const size = earlier + later ? sizeOf(gain.value, [earlier, later], correlation(before, after) ?? 0, count) : null;
  return { people: count, before: average(before), after: average(after), gain, size };
}

/** @type {(gain: number, variances: [number, number], correlated: number, count: number) => Estimate} */
export function sizeOf(gain, [one, other], correlated, count) {
  const pooled = (one + other) / 2;
  const size = gain / Math.sqrt(pooled);
  const spread = (size ** 2 * (one ** 2 + other ** 2 + 2 * correlated ** 2 * one * other)) / (8 * pooled ** 2 * (count - 1))
    + (one + other - 2 * correlated * Math.sqrt(one * other)) / (pooled * (count - 1));
  return around(size, Math.sqrt(spread));
}
