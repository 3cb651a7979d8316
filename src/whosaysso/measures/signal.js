// How well two kinds of claims are told apart, and how quick one is to say yes: the twin of signal.py.

import { around, estimate } from "./estimate.js";
import { normalDensity, normalQuantile } from "./normal.js";
import { wilson } from "./wilson.js";

/** @import { Signal } from "./types" */

/** @type {(hits: number, signals: number, falseAlarms: number, noises: number) => Signal | null} */
export function signal(hits, signals, falseAlarms, noises) {
  const [hit, alarm] = [wilson(hits, signals), wilson(falseAlarms, noises)];
  if (!hit || !alarm) return null;
  const yes = [(hits + 0.5) / (signals + 1), (falseAlarms + 0.5) / (noises + 1)];
  const [z, other] = yes.map(normalQuantile);
  const error = Math.sqrt(varianceOf(yes[0], z, signals) + varianceOf(yes[1], other, noises));
  const apart = hit.value - alarm.value;
  return {
    dprime: around(z - other, error),
    bias: around(-(z + other) / 2, error / 2),
    difference: estimate(apart, apart - Math.hypot(hit.value - hit.low, alarm.high - alarm.value), apart + Math.hypot(hit.high - hit.value, alarm.value - alarm.low)),
  };
}

/** @type {(share: number, z: number, count: number) => number} */
const varianceOf = (share, z, count) => (share * (1 - share)) / (count * normalDensity(z) ** 2);
