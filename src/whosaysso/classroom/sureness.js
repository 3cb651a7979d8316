// Whether the class was right as often as it was sure, and where it was sure and wrong.

import { calibration } from "../measures/calibration.js";

/** @import { Calibration } from "../measures/types" */
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

/** The exercises of which most were sure who were wrong. @type {(items: Item[], most?: number) => { item: Item, sure: number, wrong: number }[]} */
export const sureAndWrong = (items, most = 5) => items.map((item) => {
  const theirs = saidHow(item).filter(sure);
  return { item, sure: theirs.length, wrong: theirs.filter(({ answer }) => Number(answer.score) < 0.5).length };
}).filter(({ wrong }) => wrong >= FEWEST_SURE).sort((a, b) => b.wrong - a.wrong).slice(0, most);
