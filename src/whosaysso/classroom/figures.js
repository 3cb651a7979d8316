// Figures in words: shares in percent, intervals, and counts that may be too small to share.

/** @import { Estimate } from "../measures/types" */

export const FEWEST_SHARED = 5;

/** @param {number} share */
export const inPercent = (share) => `${Math.round(100 * share)} %`;
/** @param {Estimate | null} found */
export const withReach = (found) => (found ? `${inPercent(found.value)} (${Math.round(100 * found.low)}–${Math.round(100 * found.high)})` : "–");
/** @type {(value: number, places?: number) => string} */
export const signed = (value, places = 2) => value.toFixed(places).replace(/^-(?=0\.?0*$)/, "").replace("-", "−");
/** @param {Estimate | null | undefined} found */
export const fromTo = (found) => (found ? `${signed(found.value)} (${signed(found.low)} to ${signed(found.high)})` : "–");

/**
 * Counts as they are shown. In a version to share none under five is told, and no single one that could be worked out
 * from the others and their sum.
 * @type {(counts: number[], share: boolean) => (number | null)[]}
 */
export function toShow(counts, share) {
  const hidden = new Set(share ? [...counts.keys()].filter((n) => counts[n] > 0 && counts[n] < FEWEST_SHARED) : []);
  const sum = () => [...hidden].reduce((all, n) => all + counts[n], 0);
  const others = [...counts.keys()].filter((n) => counts[n] >= FEWEST_SHARED).sort((a, b) => counts[a] - counts[b]);
  while (hidden.size && (hidden.size < 2 || sum() < FEWEST_SHARED) && others.length) hidden.add(Number(others.shift()));
  return counts.map((count, n) => (hidden.has(n) ? null : count));
}

/** A count and its share. @type {(many: number | null, of: number) => string} */
export const ofAll = (many, of) => (many === null ? "few" : `${many} (${of ? inPercent(many / of) : "–"})`);
