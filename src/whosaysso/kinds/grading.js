// Grading in the student's browser: the twin of grading.py, which says what every part means.
// Each kind's grade.js puts its grader here.

import { isObject } from "./verdict.js";

/** @import { Exercise, Graded, Graders, Kind } from "./types" */

/** Raised when the same answer to the same question may score otherwise; the twin of RULES in grading.py. */
export const RULES = 2;

export const graders = /** @type {Graders} */ ({});

/** @type {<K extends Kind>(exercise: Exercise<K>, response: unknown) => Graded} */
export function grade(exercise, response) {
  // A response may come from anybody: what every object has by nature is no answer.
  const given = isObject(response) ? Object.assign(Object.create(null), response) : Object.create(null);
  return graders[exercise.kind](exercise, given);
}
