// Whether the class was right as often as it was sure, and where it was sure and wrong.

import { calibration, chanceOf } from "../measures/calibration.js";
import { average, mean } from "../measures/moments.js";
import { addTo } from "./counting.js";

/** @import { Calibration, Estimate } from "../measures/types" */
/** @import { Found, Item } from "./types" */

const SURE = 0.75;
const FEWEST_SURE = 3;

/** @param {Item} item */
const saidHow = ({ answers }) => answers.filter(({ answer }) => answer.score !== null && typeof answer.attempt.confidence === "number");
/** @param {Found} found */
const sure = ({ answer }) => Number(answer.attempt.confidence) >= SURE;

/** @type {(items: Item[]) => Calibration | null} */
export const surenessOf = (items) => calibration(items.flatMap((item) => saidHow(item).map(({ answer }) =>
  /** @type {[number, number, number]} */ ([Number(answer.attempt.confidence), item.asked.guessing, Number(answer.score)]))));

/** How much surer than right, with an interval over students: the answers of one are alike, and count as one figure. @type {(items: Item[]) => Estimate | null} */
export function surerOf(items) {
  /** @type {Map<unknown, number[]>} */
  const each = new Map();
  for (const item of items) for (const { student, answer } of saidHow(item))
    addTo(each, student, chanceOf(Number(answer.attempt.confidence), item.asked.guessing) - Number(answer.score));
  return mean([...each.values()].map(average));
}

/** The exercises of which most were sure who were wrong. @type {(items: Item[], most?: number) => { item: Item, sure: number, wrong: number }[]} */
export const sureAndWrong = (items, most = 5) => items.map((item) => {
  const theirs = saidHow(item).filter(sure);
  return { item, sure: theirs.length, wrong: theirs.filter(({ answer }) => Number(answer.score) < 0.5).length };
}).filter(({ wrong }) => wrong >= FEWEST_SURE).sort((a, b) => b.wrong - a.wrong).slice(0, most);
