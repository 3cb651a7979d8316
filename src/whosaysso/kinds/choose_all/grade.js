// What was rightly chosen, less what was wrongly chosen: the twin of grade.py.

import { graders } from "../grading.js";
import { graded, told, unanswered } from "../verdict.js";

/** @import { Feedback } from "../types" */

graders["choose-all"] = ({ key }, { choices }) => {
  const options = Object.entries(key.options);
  const chosen = options.filter(([name]) => Array.isArray(choices) && choices.includes(name));
  if (!chosen.length) return unanswered("choices");
  const right = options.filter(([, option]) => option.right).length;
  const hits = chosen.filter(([, option]) => option.right).length;
  /** @type {Feedback[]} */
  const said = options.filter((entry) => entry[1].right || chosen.includes(entry)).map((entry) => {
    const [about, option] = entry;
    return chosen.includes(entry) ? told(about, option.right ? 1 : 0, option.feedback) : { about, verdict: "missed", text: option.feedback };
  });
  return graded(Math.max(0, hits / right - (chosen.length - hits) / (options.length - right)), said);
};
