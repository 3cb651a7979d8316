// How many statements of each class were recognised: the twin of grade.py.

import { graders } from "../grading.js";
import { graded, isObject, own, told } from "../verdict.js";

/** @import { Exercise, Feedback, Response } from "../types" */

graders.sort = (exercise, response) => {
  const [said, missing] = classed(exercise, response);
  /** @type {Map<string, string[]>} */
  const asked = new Map();
  for (const [statement, key] of Object.entries(exercise.key.statements)) asked.set(key.class, [...(asked.get(key.class) ?? []), statement]);
  const right = new Set(said.filter((f) => f.verdict === "right").map((f) => f.about));
  let recall = 0;
  for (const statements of asked.values()) recall += statements.filter((s) => right.has(s)).length / statements.length;
  recall /= asked.size;
  const chance = 1 / asked.size;
  return graded(Math.max(0, (recall - chance) / (1 - chance)), said, missing);
};

/**
 * What each statement is told that has a class, and the ids of those that have none.
 * @type {(exercise: Exercise<"sort" | "judge">, response: Response) => [Feedback[], string[]]}
 */
export function classed(exercise, response) {
  const answers = isObject(response.classes) ? response.classes : {};
  const classes = exercise.classes.map((c) => c.id);
  /** @type {[Feedback[], string[]]} */
  const [said, missing] = [[], []];
  for (const [statement, key] of Object.entries(exercise.key.statements)) {
    const answer = own(answers, statement);
    if (typeof answer !== "string" || !classes.includes(answer)) missing.push(statement);
    else said.push(told(statement, answer === key.class ? 1 : 0, key.feedback[answer]));
  }
  return [said, missing];
}
