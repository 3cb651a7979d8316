// Cohen's kappa of two coders with any number of values, with its interval: the twin of cohen.py.

import { around } from "./estimate.js";
import { beyondChance } from "./kappa.js";

/** @import { Estimate } from "./types" */

/** @type {(pairs: [string, string][]) => Estimate | null} */
export function cohen(pairs) {
  const count = pairs.length;
  /** @type {(values: string[]) => Map<string, number>} */
  const shares = (values) => {
    const found = new Map();
    for (const value of values) found.set(value, (found.get(value) ?? 0) + 1 / count);
    return found;
  };
  const [ones, others] = [shares(pairs.map(([one]) => one)), shares(pairs.map(([, other]) => other))];
  const values = new Set([...ones.keys(), ...others.keys()]);
  if (values.size < 2) return null;
  /** @type {(map: Map<string, number>, value: string) => number} */
  const at = (map, value) => map.get(value) ?? 0;
  const expected = [...values].reduce((sum, value) => sum + at(ones, value) * at(others, value), 0);
  const found = beyondChance(pairs.filter(([one, other]) => one === other).length / count, expected);
  const spread = pairs.reduce((sum, [one, other]) => sum + (one === other
    ? (1 - (at(ones, one) + at(others, one)) * (1 - found)) ** 2
    : ((at(others, one) + at(ones, other)) * (1 - found)) ** 2), 0) / count;
  const rest = (found - expected * (1 - found)) ** 2;
  return around(found, Math.sqrt(Math.max(0, spread - rest) / count) / (1 - expected), -1, 1);
}
