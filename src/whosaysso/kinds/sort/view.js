// How statements are put in classes; `judge` is answered in the same form.

import { isObject } from "../verdict.js";
import { clearNotes, inputsOf, note, tally, views } from "../views.js";

/** @import { View } from "../types" */

views.sort = answerClasses;

/** @type {View<"sort" | "judge">} */
export function answerClasses(root, exercise, changed) {
  const inputs = inputsOf(root, changed);
  const items = () => [...root.querySelectorAll("fieldset[data-about]")].map((item) => item.dataset.about ?? "");
  return {
    read: () => ({ classes: Object.fromEntries(inputs.filter((i) => i.checked).map((i) => [i.name, i.value])) }),
    write: (response) => inputs.forEach((i) => (i.checked = isObject(response?.classes) && response.classes[i.name] === i.value)),
    missing: (ids) => (ids.length === exercise.statements.length
      ? "Nothing is sorted yet: give each statement its place."
      : `Still to sort: ${items().flatMap((id, n) => (ids.includes(id) ? [n + 1] : [])).join(", ")}.`),
    show({ feedback }, everything) {
      for (const said of feedback) {
        const item = root.querySelector(`fieldset[data-about="${said.about}"]`);
        note(item, said);
        if (everything && said.verdict !== "right") {
          const { class: right, feedback: reasons } = exercise.key.statements[said.about];
          const label = exercise.classes.find((c) => c.id === right)?.label;
          note(item, { verdict: "right", text: `${label}. ${reasons[right]}` });
        }
      }
      return `${tally(feedback, "right")} of ${feedback.length} are right. The reasons are below each.`;
    },
    clear: () => clearNotes(root),
  };
}
