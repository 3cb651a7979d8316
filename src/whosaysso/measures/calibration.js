// Whether one is right as often as one is sure: the twin of calibration.py.

import { Z } from "./estimate.js";
import { average, mean, total } from "./moments.js";
import { facility } from "./wilson.js";

/** @import { Bin, Calibration } from "./types" */

const NOTCHES = 5;

/** @type {(sure: number, guessing: number) => number} */
export const chanceOf = (sure, guessing) => guessing + (1 - guessing) * sure;

/** Of each answer how sure one was, what guessing earns, and the score. @type {(answers: [number, number, number][]) => Calibration | null} */
export function calibration(answers) {
  if (!answers.length) return null;
  const pairs = answers.map(([sure, guessing, score]) => ({ notch: Math.floor(sure * (NOTCHES - 1) + 0.5), said: chanceOf(sure, guessing), score }));
  /** @type {Bin[]} */
  const bins = [];
  for (let notch = 0; notch < NOTCHES; notch++) {
    const here = pairs.filter((pair) => pair.notch === notch);
    const right = facility(here.map(({ score }) => score));
    if (right) bins.push({ sure: notch / (NOTCHES - 1), answers: here.length, expected: average(here.map(({ said }) => said)), right });
  }
  return {
    answers: pairs.length,
    brier: average(pairs.map(({ said, score }) => (said - score) ** 2)),
    over: mean(pairs.map(({ said, score }) => said - score)),
    allowed: (Z * Math.sqrt(Math.max(0, total(pairs.map(({ said }) => said * (1 - said)))))) / pairs.length,
    bins,
  };
}
