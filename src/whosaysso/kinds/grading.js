// Grading in the student's browser: the twin of grading.py, which says what every part means.
// Each kind's grade.js puts its grader here.

import { isObject } from "./verdict.js";

export const graders = {};

/**
 * @param {object} exercise an exercise with its key
 * @param {object} response as grading.py describes it
 * @returns {{score: number | null, feedback: {about: string, verdict: string, text: string}[], missing: string[]}}
 */
export function grade(exercise, response) {
  // A response may come from anybody: what every object has by nature is no answer.
  const given = isObject(response) ? Object.assign(Object.create(null), response) : Object.create(null);
  return graders[exercise.kind](exercise, given);
}
