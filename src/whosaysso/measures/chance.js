// Chance that is the same each time and in both languages, and the bootstrap that is drawn by it: the twin of chance.py.

import { TAIL } from "./estimate.js";

export const RESAMPLES = 1000;

/** @type {(seed?: number) => () => number} */
export function chance(seed = 0) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @type {<T>(things: T[], statistic: (drawn: T[]) => number | null, resamples?: number) => [number, number] | null} */
export function bootstrap(things, statistic, resamples = RESAMPLES) {
  const draw = chance();
  /** @type {number[]} */
  const found = [];
  for (let n = 0; n < resamples; n++) {
    const value = statistic(things.map(() => things[Math.floor(draw() * things.length)]));
    if (value !== null) found.push(value);
  }
  found.sort((a, b) => a - b);
  return found.length ? [quantile(found, TAIL), quantile(found, 1 - TAIL)] : null;
}

/** @type {(ordered: number[], share: number) => number} */
export function quantile(ordered, share) {
  const place = share * (ordered.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, ordered.length - 1);
  return ordered[below] + (place - below) * (ordered[above] - ordered[below]);
}
