// Which of the checks that a machine can see are met: the twin of grade.py.

import { readWords, standNear } from "../grammar.js";
import { graders } from "../grading.js";
import { graded, unanswered } from "../verdict.js";

graders.write = ({ key }, { text }) => {
  const found = readWords(text);
  if (!found.length) return unanswered("text");
  return graded(null, key.checks.map((check) => {
    const met = standNear(found, check.words, check.within);
    return { about: check.id, verdict: met ? "right" : "missed", text: met ? check.met : check.unmet };
  }));
};
