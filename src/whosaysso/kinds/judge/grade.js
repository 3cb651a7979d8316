// How many claims were judged right: the twin of grade.py.

import { graders } from "../grading.js";
import { classed } from "../sort/grade.js";
import { graded } from "../verdict.js";

graders.judge = (exercise, response) => {
  const [said, missing] = classed(exercise, response);
  return graded(said.filter((f) => f.verdict === "right").length / Object.keys(exercise.key.statements).length, said, missing);
};
