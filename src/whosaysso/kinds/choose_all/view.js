// How several answers are picked.

import { clearNotes, inputsOf, noteAll, tally, views } from "../views.js";

/** @import { Feedback } from "../types" */

views["choose-all"] = (root, exercise, changed) => {
  const inputs = inputsOf(root, changed);
  return {
    more: true,
    read: () => ({ choices: inputs.filter((i) => i.checked).map((i) => i.value) }),
    write: (response) => inputs.forEach((i) => (i.checked = Array.isArray(response?.choices) && response.choices.includes(i.value))),
    missing: () => "Choose at least one of the answers.",
    show({ feedback }, everything) {
      const rest = Object.entries(exercise.key.options).filter(([id, o]) => !o.right && !feedback.some((f) => f.about === id));
      /** @type {Feedback[]} */
      const left = rest.map(([about, o]) => ({ about, verdict: "left", text: o.feedback }));
      noteAll(root, [...feedback, ...(everything ? left : [])]);
      return `${tally(feedback, "right")} rightly chosen, ${tally(feedback, "wrong")} wrongly, ${tally(feedback, "missed")} missed. The reasons are below each.`;
    },
    clear: () => clearNotes(root),
  };
};
