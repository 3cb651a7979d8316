// The credit of the option that was picked: the twin of grade.py.

import { graders } from "../grading.js";
import { graded, own, told, unanswered } from "../verdict.js";

graders.choose = ({ key }, { choice }) => {
  const option = typeof choice === "string" ? own(key.options, choice) : undefined;
  return option ? graded(option.credit, [told(String(choice), option.credit, option.feedback)]) : unanswered("choice");
};
