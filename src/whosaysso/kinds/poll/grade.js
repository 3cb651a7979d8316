// That something was chosen: the twin of grade.py.

import { graders } from "../grading.js";
import { graded, unanswered } from "../verdict.js";

graders.poll = ({ key, options }, { choice }) => {
  const chosen = options.find((option) => option.id === choice);
  return chosen ? graded(null, [{ about: chosen.id, verdict: "recorded", text: key.feedback }]) : unanswered("choice");
};
