// How far the exercises of a test measure one thing: the twin of cronbach.py.

import { fQuantile } from "./beta.js";
import { TAIL, estimate } from "./estimate.js";
import { total, variance } from "./moments.js";

/** @import { Estimate } from "./types" */

/** @type {(table: number[][]) => Estimate | null} */
export function cronbach(table) {
  const [students, items] = [table.length, table[0]?.length ?? 0];
  const whole = students < 2 || items < 2 ? 0 : variance(table.map(total));
  if (!whole) return null;
  const parts = total(table[0].map((_, n) => variance(table.map((row) => row[n]))));
  const alpha = (items / (items - 1)) * (1 - parts / whole);
  const [above, below] = [students - 1, (students - 1) * (items - 1)];
  return estimate(alpha, 1 - (1 - alpha) * fQuantile(1 - TAIL, above, below), 1 - (1 - alpha) * fQuantile(TAIL, above, below));
}
