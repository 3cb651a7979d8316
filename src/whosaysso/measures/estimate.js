// A figure and how far chance may have moved it: the twin of estimate.py.

/** @import { Estimate } from "./types" */

export const TAIL = 0.025;
export const Z = 1.9599639845400536;

/** @type {(value: number, low: number, high: number) => Estimate} */
export const estimate = (value, low, high) => ({ value, low, high });

/** @type {(value: number, error: number, least?: number, most?: number) => Estimate} */
export const around = (value, error, least = -Infinity, most = Infinity) => estimate(value, Math.max(least, value - Z * error), Math.min(most, value + Z * error));
